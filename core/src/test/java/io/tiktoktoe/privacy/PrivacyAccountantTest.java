package io.tiktoktoe.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PrivacyAccountantTest {

  private static final Mechanism LAPLACE = Mechanism.once(NoiseKind.LAPLACE, 10, 1);
  private static final Mechanism GAUSSIAN = Mechanism.once(NoiseKind.GAUSSIAN, 2, 1);

  @ParameterizedTest
  @CsvSource({"1,1e-9", "1,0.01", "20,1e-6", "365,1e-6", "5000,1e-5"})
  void distributionsGiveWhatTheClosedFormGives(long count, double delta) {
    Mechanism many = Mechanism.once(NoiseKind.GAUSSIAN, 30, 1).times(count);
    double exact = AnalyticGaussian.epsilon(Math.sqrt(count) / 30, delta);

    // Nearly everybody is in the sample: the way of distributions, not of the closed form.
    double composed = epsilon(delta, many.sampled(1 - 1e-13));

    assertThat(composed).isGreaterThanOrEqualTo(exact).isCloseTo(exact, within(1e-5 * exact));
  }

  /** A transform for each would take minutes. */
  @Test
  @Timeout(300)
  void releasesListedOneByOneCostWhatTheirCountCosts() {
    List<Mechanism> listed = Collections.nCopies(3_000, LAPLACE.sampled(0.1));

    assertThat(PrivacyAccountant.cost(listed, 1e-6))
        .isEqualTo(PrivacyAccountant.cost(List.of(listed.getFirst().times(3_000)), 1e-6));
  }

  @ParameterizedTest
  @CsvSource({"0.1,1e-3", "1,1e-6", "5,1e-9"})
  void oneLaplaceStatisticHasAClosedForm(double shift, double delta) {
    double exact = shift + 2 * Math.log1p(-delta);

    assertThat(epsilon(delta, Mechanism.once(NoiseKind.LAPLACE, 1 / shift, 1)))
        .isCloseTo(exact, within(1e-6 * exact))
        .isGreaterThanOrEqualTo(exact * (1 - 1e-12));
  }

  /** Beside the orders that are customary, all others: less, and above what the noise costs. */
  @ParameterizedTest
  @CsvSource({"0.01,1e-5", "0.5,1e-6", "2,1e-8"})
  void concentratedPrivacyByTheBestOrder(double rho, double delta) {
    Mechanism gaussian = Mechanism.once(NoiseKind.GAUSSIAN, 1 / Math.sqrt(2 * rho), 1);
    PrivacyCost cost = PrivacyAccountant.cost(List.of(gaussian), delta);

    double epsilon = PrivacyAccountant.concentrated(rho, delta);

    assertThat(epsilon).isBetween(cost.pld(), cost.rdp());
    assertThat(epsilon).isLessThan(rho + 2 * Math.sqrt(rho * Math.log(1 / delta)));
    assertThat(PrivacyAccountant.concentrated(rho, 0)).isInfinite();
    assertThatThrownBy(() -> PrivacyAccountant.concentrated(0, delta)).hasMessageContaining("rho");
  }

  @Test
  void massesOfDiscreteNoise() {
    for (NoiseKind kind : List.of(NoiseKind.DISCRETE_LAPLACE, NoiseKind.DISCRETE_GAUSSIAN)) {
      DiscreteMass masses = DiscreteMass.of(kind, 2.5);
      double sum = 0;
      for (int x = -150; x <= 150; x++) {
        sum += masses.mass(x);
      }
      assertThat(sum).isCloseTo(1, within(1e-12));
      assertThat(masses.mass(3)).isEqualTo(masses.mass(-3)).isLessThan(masses.mass(2));
    }
    assertThatThrownBy(() -> DiscreteMass.of(NoiseKind.LAPLACE, 1))
        .hasMessageContaining("Use discrete_laplace");
  }

  /** A sum over all pairs of outcomes: two statistics with whole noise. */
  @ParameterizedTest
  @EnumSource(names = {"DISCRETE_LAPLACE", "DISCRETE_GAUSSIAN"})
  void twoDiscreteStatisticsAreAsAllPairsOfOutcomes(NoiseKind kind) {
    double epsilon = 0.5;
    double scale = 2.5;
    double delta = 0;
    int reach = 120;
    for (int a = -reach; a <= reach; a++) {
      for (int b = -reach; b <= reach; b++) {
        double p = mass(kind, scale, a - 1) * mass(kind, scale, b - 1);
        double q = mass(kind, scale, a) * mass(kind, scale, b);
        delta += Math.max(0, p - Math.exp(epsilon) * q);
      }
    }
    double found = epsilon(delta, Mechanism.once(kind, scale, 1).times(2));

    assertThat(found).isCloseTo(epsilon, within(1e-4)).isGreaterThan(epsilon - 1e-9);
  }

  private static double mass(NoiseKind kind, double scale, int x) {
    double sum = 0;
    for (int i = -400; i <= 400; i++) {
      sum += weight(kind, scale, i);
    }
    return weight(kind, scale, x) / sum;
  }

  private static double weight(NoiseKind kind, double scale, int x) {
    return kind == NoiseKind.DISCRETE_LAPLACE
        ? Math.exp(-Math.abs(x) / scale)
        : Math.exp(-x * x / (2 * scale * scale));
  }

  @ParameterizedTest
  @CsvSource({"0.3,0.05", "0.01,1e-4", "0.9,1e-5"})
  void oneSampledGaussianIsAsTheIntegral(double sampling, double delta) {
    double found = epsilon(delta, GAUSSIAN.sampled(sampling));

    double removed = divergence(found, sampling, false);
    double added = divergence(found, sampling, true);
    assertThat(Math.max(removed, added)).isLessThanOrEqualTo(delta * (1 + 1e-6));
    if (found > 0) {
      assertThat(Math.max(removed, added)).isCloseTo(delta, within(1e-3 * delta));
    }
  }

  /** Hockey-stick divergence of a sampled Gaussian of sigma 2. */
  private static double divergence(double epsilon, double sampling, boolean added) {
    double sum = 0;
    double step = 1e-3;
    for (double x = -30; x < 30; x += step) {
      double q = Math.exp(-x * x / 8) / Math.sqrt(8 * Math.PI);
      double p = Math.exp(-(x - 1) * (x - 1) / 8) / Math.sqrt(8 * Math.PI);
      double mixed = (1 - sampling) * q + sampling * p;
      double first = added ? q : mixed;
      double second = added ? mixed : q;
      sum += Math.max(0, first - Math.exp(epsilon) * second) * step;
    }
    return sum;
  }

  @Test
  void moreReleasesCostMoreAndSamplingLess() {
    double before = 0;
    for (long count : new long[] {1, 2, 5, 30, 365, 10_000}) {
      double now = epsilon(1e-6, LAPLACE.times(count));
      assertThat(now).isGreaterThan(before).isLessThanOrEqualTo(count * 0.1 * (1 + 1e-9));
      before = now;
    }
    assertThat(epsilon(1e-6, LAPLACE.times(30).sampled(0.1)))
        .isLessThan(epsilon(1e-6, LAPLACE.times(30)) / 5);
  }

  @Test
  void kindsMayBeMixedInAnyOrder() {
    double one = epsilon(1e-6, LAPLACE.times(20), GAUSSIAN);

    assertThat(epsilon(1e-6, GAUSSIAN, LAPLACE.times(12), LAPLACE.times(8)))
        .isCloseTo(one, within(1e-6 * one));
    assertThat(one).isGreaterThan(epsilon(1e-6, GAUSSIAN)).isGreaterThan(epsilon(1e-6, LAPLACE));
  }

  @Test
  void renyiIsNeverBelow() {
    for (Mechanism one :
        List.of(LAPLACE.times(50), GAUSSIAN, GAUSSIAN.times(9).sampled(0.02), LAPLACE)) {
      PrivacyCost cost = PrivacyAccountant.cost(List.of(one), 1e-6);
      assertThat(cost.rdp()).as(one.toString()).isGreaterThanOrEqualTo(cost.pld());
    }
  }

  @Test
  void withoutDeltaOnlyBoundedLossesHaveAnEpsilon() {
    assertThat(epsilon(0, LAPLACE.times(3))).isCloseTo(0.3, within(1e-12));
    assertThat(epsilon(0, GAUSSIAN)).isInfinite();
  }

  @Test
  void sayWhatIsWrong() {
    assertThatThrownBy(() -> PrivacyAccountant.cost(List.of(), 1e-6))
        .hasMessageContaining("at least one mechanism");
    assertThatThrownBy(() -> epsilon(1, LAPLACE)).hasMessageContaining("delta (1.0)");
    assertThatThrownBy(() -> epsilon(Double.NaN, LAPLACE)).hasMessageContaining("delta (NaN)");
    assertThatThrownBy(() -> Mechanism.once(NoiseKind.LAPLACE, Double.MIN_VALUE, 1))
        .hasMessageContaining("parameter (4.9E-324)");
    assertThatThrownBy(() -> Mechanism.once(NoiseKind.GAUSSIAN, -1, 1))
        .hasMessageContaining("parameter (-1.0)");
    assertThatThrownBy(() -> Mechanism.once(NoiseKind.GAUSSIAN, 1e-9, 1))
        .hasMessageContaining("a hundredth");
    assertThatThrownBy(() -> LAPLACE.sampled(1.5)).hasMessageContaining("sampling (1.5)");
    assertThatThrownBy(() -> LAPLACE.times(0)).hasMessageContaining("count (0)");
    assertThatThrownBy(() -> Mechanism.once(NoiseKind.DISCRETE_LAPLACE, 3, 0.5))
        .hasMessageContaining("whole number");
  }

  private static double epsilon(double delta, Mechanism... mechanisms) {
    return PrivacyAccountant.cost(List.of(mechanisms), delta).pld();
  }
}
