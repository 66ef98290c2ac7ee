package io.tiktoktoe.forecast.future;

import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The t copula with 5 degrees of freedom: errors of a future are all large or all small together,
 * because how large errors are is itself not known well. Tails that come from that are not worn off
 * by adding days up, as independent ones would be.
 */
final class SharedSize {

  /** Degrees of freedom: those of the shape that bands are mixed with. */
  private static final int FREEDOM = 5;

  /** Scores are kept for values up to this size, evenly in their inverse hyperbolic sine. */
  private static final double FARTHEST = 60;

  private static final int CELLS = 4096;

  private static final double WIDEST = asinh(FARTHEST);

  private static final double[] SCORES = scores();

  private SharedSize() {}

  private static double asinh(double x) {
    return Math.signum(x) * Math.log(Math.abs(x) + Math.sqrt(x * x + 1));
  }

  private static double[] scores() {
    TDistribution student = TDistribution.of(FREEDOM);
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double[] scores = new double[CELLS + 1];
    for (int i = 0; i <= CELLS; i++) {
      double value = Math.sinh(WIDEST * (2.0 * i / CELLS - 1));
      scores[i] = normal.inverseCumulativeProbability(student.cumulativeProbability(value));
    }
    return scores;
  }

  /** What the normal scores of one future are divided by. */
  static double draw(SplittableRandom random) {
    double squares = 0;
    for (int i = 0; i < FREEDOM; i++) {
      double one = random.nextGaussian();
      squares += one * one;
    }
    return Math.sqrt(squares / FREEDOM);
  }

  /** The normal score of a Student value: what a score becomes once divided. */
  static double score(double value) {
    double place = (asinh(Math.clamp(value, -FARTHEST, FARTHEST)) / WIDEST + 1) / 2 * CELLS;
    int below = Math.min(CELLS - 1, (int) place);
    return SCORES[below] + (place - below) * (SCORES[below + 1] - SCORES[below]);
  }
}
