package io.tiktoktoe.content.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Shapley values beside their definition. Seeds are fixed: nothing is left to chance. */
class ShapleyValuesTest {

  /** By the definition: the mean gain over all orders, as a sum over all coalitions. */
  private static double[] defined(double base, double[] hazards) {
    int n = hazards.length;
    double[] values = new double[n];
    double[] factorial = new double[n + 1];
    factorial[0] = 1;
    for (int i = 1; i <= n; i++) {
      factorial[i] = factorial[i - 1] * i;
    }
    for (int coalition = 0; coalition < 1 << n; coalition++) {
      double sum = base;
      for (int i = 0; i < n; i++) {
        sum += (coalition >> i & 1) == 1 ? hazards[i] : 0;
      }
      int size = Integer.bitCount(coalition);
      for (int i = 0; i < n; i++) {
        if ((coalition >> i & 1) == 0) {
          double gain = Math.exp(-sum) - Math.exp(-sum - hazards[i]);
          values[i] += factorial[size] * factorial[n - size - 1] / factorial[n] * gain;
        }
      }
    }
    return values;
  }

  private static double[] drawn(int n, SplittableRandom random) {
    return random.doubles(n, 0, 1.5).toArray();
  }

  @Test
  void exactValuesAreThoseOfTheDefinition() {
    SplittableRandom random = new SplittableRandom(1);
    for (int n = 1; n <= 12; n++) {
      double[] hazards = drawn(n, random);
      double base = random.nextDouble();
      assertThat(ShapleyValues.exact(base, hazards))
          .containsExactly(defined(base, hazards), Offset.offset(1e-12));
    }
  }

  @Test
  void sharesAndWhatComesAnywayAddUpToOne() {
    SplittableRandom random = new SplittableRandom(2);
    for (int n : new int[] {1, 5, 12, 13, 60, 400}) {
      double[] hazards = drawn(n, random);
      double all = -Math.expm1(-0.3 - Arrays.stream(hazards).sum());
      double anyway = -Math.expm1(-0.3);
      for (double[] values :
          new double[][] {
            ShapleyValues.exact(0.3, hazards), ShapleyValues.sampled(0.3, hazards, random)
          }) {
        double sum = Arrays.stream(values).sum();
        assertThat((sum + anyway) / all).isCloseTo(1, Offset.offset(1e-9));
        assertThat(Arrays.stream(values).min().orElse(-1)).isGreaterThanOrEqualTo(0);
      }
    }
  }

  @Test
  void exactAndSampledValuesAgreeWithinOneInAHundred() {
    SplittableRandom random = new SplittableRandom(3);
    for (int n : new int[] {6, 12, 16, 20}) {
      double[] hazards = random.doubles(n, 0.001, 0.2).toArray();
      double[] exact = ShapleyValues.exact(0.05, hazards);
      double[] sampled = ShapleyValues.sampled(0.05, hazards, random);
      double all = Arrays.stream(exact).sum();
      for (int i = 0; i < n; i++) {
        assertThat(sampled[i]).isCloseTo(exact[i], Offset.offset(0.01 * all));
      }
    }
  }

  @Test
  void noTouchesHaveNoValuesAndSureOnesStayFinite() {
    assertThat(ShapleyValues.exact(0.2, new double[0])).isEmpty();
    double[] values = ShapleyValues.exact(0, new double[] {1e6, 1e-9, 0});
    assertThat(Arrays.stream(values).allMatch(one -> Double.isFinite(one) && one >= 0)).isTrue();
  }
}
