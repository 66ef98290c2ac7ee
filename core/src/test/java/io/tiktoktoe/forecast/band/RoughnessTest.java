package io.tiktoktoe.forecast.band;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RoughnessTest {

  private static double[] year(double christmas, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[400];
    for (int t = 0; t < values.length; t++) {
      double spread = t >= 340 && t < 360 ? christmas : 1;
      values[t] = 100 + 10 * (t % 7) + spread * random.nextGaussian();
    }
    return values;
  }

  @Test
  void christmasIsRoughAgain() {
    Roughness found = Roughness.of(year(8, 1), 7, 365);
    assertThat(found.at(365 + 350)).isGreaterThan(2);
    assertThat(found.at(365 + 200)).isLessThan(1);
    assertThat(found.at(2 * 365 + 350)).isEqualTo(found.at(365 + 350));
  }

  @Test
  void calmYearsSayNothing() {
    Roughness found = Roughness.of(year(1, 2), 7, 365);
    // Means of 15 steps and a prior vary by about 12%: 15% is let pass, so few times move, by
    // little.
    for (int t = 365; t < 765; t++) {
      assertThat(found.at(t)).isBetween(0.7, 1.4);
    }
  }

  @Test
  void nothingIsSaidOfTheFirstSeasonOrWithoutOne() {
    assertThat(Roughness.of(year(8, 3), 7, 365).at(350)).isEqualTo(1);
    assertThat(Roughness.of(year(8, 3), 7, 1).at(900)).isEqualTo(1);
    assertThat(Roughness.of(new double[500], 7, 365).at(600)).isEqualTo(1);
  }
}
