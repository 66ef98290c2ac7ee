package io.tiktoktoe.privacy.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedNoiseTest {

  /**
   * Squared loss of the first windows of a block for a person who is in those of the set: the
   * solution of {@code (I + ratio 11') y = x}, times x, by elimination.
   */
  private static double loss(int windows, double ratio, int set) {
    double[][] rows = new double[windows][windows + 1];
    for (int i = 0; i < windows; i++) {
      for (int j = 0; j < windows; j++) {
        rows[i][j] = ratio + (i == j ? 1 : 0);
      }
      rows[i][windows] = set >> i & 1;
    }
    double loss = 0;
    for (int i = 0; i < windows; i++) {
      for (int below = i + 1; below < windows; below++) {
        double factor = rows[below][i] / rows[i][i];
        for (int j = i; j <= windows; j++) {
          rows[below][j] -= factor * rows[i][j];
        }
      }
      // Elimination is the triangular root: what a window adds, knowing those before.
      loss += rows[i][windows] * rows[i][windows] / rows[i][i];
    }
    return loss;
  }

  /** Everything that a person may do in two blocks, and any so many windows one after another. */
  @ParameterizedTest
  @CsvSource({"1, 0.5", "3, 0.1", "6, 0.2", "6, 0.9", "7, 0.3", "7, 0"})
  void noPersonLosesMoreInAnySoManyWindows(int windows, double ratio) {
    double worst = 0;
    for (int before = 0; before <= windows; before++) {
      double tail = 0;
      double head = 0;
      for (int set = 0; set < 1 << windows; set++) {
        double first = loss(before, ratio, set & (1 << before) - 1);
        tail = Math.max(tail, loss(windows, ratio, set) - first);
        head = Math.max(head, first);
      }
      worst = Math.max(worst, tail + head);
    }

    double stated = SharedNoise.with(windows, ratio).worst();

    assertThat(worst).isLessThanOrEqualTo(stated * (1 + 1e-12));
    // Persons are in whole windows, the bound is not: it is at most a quarter of a window above.
    assertThat(stated).isCloseTo(worst, within(0.25));
  }

  @Test
  void aMonthOfDaysHasAQuarterLessNoiseThanDaysByThemselves() {
    SharedNoise month = SharedNoise.of(30);

    assertThat(month.deviation() / Math.sqrt(30)).isBetween(0.73, 0.75);
    // Differences of days even less: what they share falls out.
    assertThat(month.own() / Math.sqrt(30)).isLessThan(0.69);
    assertThat(month.deviation()).isCloseTo(Math.hypot(month.own(), month.shared()), within(1e-9));
    assertThat(SharedNoise.of(1).deviation()).isCloseTo(1, within(1e-12));
  }

  @Test
  void moreWindowsThanAMonthHasAreRefused() {
    assertThatThrownBy(() -> SharedNoise.of(0)).hasMessageContaining("windows (0)");
  }
}
