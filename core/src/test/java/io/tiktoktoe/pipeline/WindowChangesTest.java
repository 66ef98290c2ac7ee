package io.tiktoktoe.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.pipeline.insight.NoisyNumber;
import io.tiktoktoe.pipeline.insight.WindowDrift;
import io.tiktoktoe.pipeline.insight.WindowTotals;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WindowChangesTest {

  private static final double OWN = 300;
  private static final double SHARED = 120;

  /** Windows of 10,000 people with noise; blocks of five share theirs. */
  private static List<WindowTotals> windows(int count, double newest, SplittableRandom random) {
    List<WindowTotals> windows = new ArrayList<>();
    double[] shared = new double[4];
    for (int at = 0; at < count; at++) {
      List<NoisyNumber> numbers = new ArrayList<>();
      for (int place = 0; place < 4; place++) {
        shared[place] = at % 5 == 0 ? SHARED * random.nextGaussian() : shared[place];
        double truth = at == count - 1 && place == 0 ? newest : 10_000;
        double deviation = Math.hypot(OWN, SHARED);
        numbers.add(
            new NoisyNumber(
                "x",
                truth + shared[place] + OWN * random.nextGaussian(),
                deviation,
                1.96 * deviation));
      }
      LocalDate day = LocalDate.of(2026, 3, 1).plusDays(at);
      windows.add(
          new WindowTotals(
              DateRange.ofDays(day, day, ZoneOffset.UTC),
              numbers.get(0),
              numbers.get(1),
              numbers.get(2),
              numbers.get(3),
              List.of(SHARED, SHARED, SHARED, SHARED),
              at / 5,
              false));
    }
    return windows;
  }

  /** 40 of 4,000 are expected; more than 70 come once in 10^5. */
  @Test
  void noiseAloneAlertsInOneOfAHundredWindows() {
    SplittableRandom random = new SplittableRandom(5);
    int alerts = 0;
    for (int run = 0; run < 4_000; run++) {
      alerts += WindowChanges.of(windows(8 + run % 7, 10_000, random)).isEmpty() ? 0 : 1;
    }
    assertThat(alerts).isBetween(15, 70);
  }

  @Test
  void aFallBeyondNoiseIsToldWithItsNoise() {
    List<WindowDrift> drifts = WindowChanges.of(windows(9, 7_500, new SplittableRandom(1)));

    assertThat(drifts).hasSize(1);
    WindowDrift fall = drifts.getFirst();
    assertThat(fall.measure()).isEqualTo("people");
    assertThat(fall.value()).isLessThan(fall.before() - fall.halfWidth95());
    assertThat(fall.falseChance()).isPositive().isLessThan(WindowChanges.FALSE_ALERTS);
    assertThat(fall.windows()).isEqualTo(7);
  }

  @Test
  void threeWindowsAreTooFew() {
    assertThat(WindowChanges.of(windows(3, 0, new SplittableRandom(1)))).isEmpty();
    assertThat(WindowChanges.of(List.of())).isEmpty();
  }
}
