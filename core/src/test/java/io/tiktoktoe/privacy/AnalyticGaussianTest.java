package io.tiktoktoe.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalyticGaussianTest {

  @Test
  void theProjectsDefaultNeedsThisMuchNoise() {
    // Balle and Wang 2018; the classic bound gives 52.99.
    assertThat(1 / AnalyticGaussian.mu(0.1, 1e-6)).isCloseTo(36.30469, within(1e-5));
  }

  @ParameterizedTest
  @CsvSource({"0.01,1e-6", "0.1,1e-9", "1,1e-5", "3,0.1", "20,1e-6"})
  void deltaIsTheHockeyStickDivergence(double mu, double delta) {
    double epsilon = AnalyticGaussian.epsilon(mu, delta);

    // E_Q[(P/Q - exp(epsilon))+] by the trapezoidal rule.
    double sum = 0;
    double step = 1e-3;
    for (double x = -40; x < 60; x += step) {
      double p = Math.exp(-(x - mu) * (x - mu) / 2) / Math.sqrt(2 * Math.PI);
      double q = Math.exp(epsilon - x * x / 2) / Math.sqrt(2 * Math.PI);
      sum += Math.max(0, p - q) * step;
    }
    if (epsilon > 0) {
      assertThat(sum).isCloseTo(delta, within(1e-4 * delta));
    } else {
      assertThat(sum).isLessThanOrEqualTo(delta);
    }
  }

  @ParameterizedTest
  @CsvSource({"0.1,1e-6", "1,1e-12", "10,0.01", "1e-5,1e-3"})
  void epsilonAndMuAreInverse(double epsilon, double delta) {
    double mu = AnalyticGaussian.mu(epsilon, delta);

    assertThat(AnalyticGaussian.epsilon(mu, delta)).isCloseTo(epsilon, within(1e-6 * epsilon));
    assertThat(AnalyticGaussian.delta(mu, epsilon)).isLessThanOrEqualTo(delta);
  }
}
