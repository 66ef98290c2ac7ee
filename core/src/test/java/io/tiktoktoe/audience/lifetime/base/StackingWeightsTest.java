package io.tiktoktoe.audience.lifetime.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Weights of models whose truth is known. */
class StackingWeightsTest {

  /** Log densities of draws, 70% normal around 0 and 30% around 3, under either. */
  private static double[][] scores(int customers) {
    SplittableRandom random = new SplittableRandom(4);
    double[][] scores = new double[2][customers];
    for (int i = 0; i < customers; i++) {
      double value = random.nextGaussian() + (random.nextDouble() < .3 ? 3 : 0);
      scores[0][i] = -value * value / 2;
      scores[1][i] = -(value - 3) * (value - 3) / 2;
    }
    return scores;
  }

  @Test
  void sharesOfCustomersAreFound() {
    double[][] scores = scores(5_000);
    double[] weights = StackingWeights.of(scores);
    assertThat(weights[0]).isCloseTo(.7, within(.03));
    double pooled = StackingWeights.score(scores, weights);
    for (double[] one : scores) {
      assertThat(pooled).isGreaterThan(Arrays.stream(one).average().orElseThrow());
    }
  }

  /** The standard error of a share among n customers; 100 draws tell it to a fifth. */
  @Test
  void drawsSpreadAsTheCustomersTell() {
    for (int customers : new int[] {500, 9_000}) {
      double[][] scores = scores(customers);
      double[] weights = StackingWeights.of(scores);
      double[][] draws = StackingWeights.draws(scores, weights, 100, 1);
      double sum = 0;
      double squares = 0;
      for (double[] draw : draws) {
        sum += draw[0];
        squares += draw[0] * draw[0];
        assertThat(draw[0] + draw[1]).isCloseTo(1, within(1e-9));
      }
      double deviation = Math.sqrt(squares / 100 - sum * sum / 1e4);
      double known = Math.sqrt(.21 / customers);
      // Overlapping normals tell the share a little worse than labels would.
      assertThat(deviation).isBetween(.8 * known, 1.8 * known);
    }
  }

  @Test
  void likelihoodsWeighByAkaike() {
    double[] three = {0, 0, 0};
    Estimate one = new Estimate(new double[] {0, 0}, -100, new double[0][], three, false);
    Estimate other = new Estimate(three, -99, new double[0][], three, false);
    double[] weights = StackingWeights.byLikelihood(List.of(one, other));
    assertThat(weights[0]).isCloseTo(.5, within(1e-12));
  }
}
