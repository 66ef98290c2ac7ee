package io.tiktoktoe.forecast.future;

import io.tiktoktoe.outlook.SamplePaths;
import io.tiktoktoe.stats.Substreams;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Samples joint futures of several series from a normal copula: normal scores follow a first-order
 * autoregressive process over steps, as persistent as the sums of past errors show, and are
 * correlated over series as past errors were; each score is then read off its step's own
 * distribution. Marginals are therefore exactly the calibrated ones.
 */
public final class JointFutures {

  /** Independent errors' worth of prior belief that series do not move together. */
  private static final double CORRELATION_PRIOR = 12;

  private JointFutures() {}

  /**
   * What the futures of one series are drawn from.
   *
   * @param marginals its steps' distributions; of no steps when nothing is known
   * @param dependence of its steps' normal scores
   * @param errors its past, which tells how it moves with other series; empty for not at all
   */
  public record Part(Marginals marginals, Dependence dependence, Optional<PastErrors> errors) {

    /** A series that moves by itself. */
    public static Part alone(Marginals marginals) {
      return new Part(marginals, marginals.dependence(), Optional.empty());
    }
  }

  /**
   * Standardised errors of forecasts made in the past.
   *
   * @param origins how many values were known at each origin, ascending
   * @param length values of the history
   * @param standardised by origin and step ahead, NaN where unknown
   */
  public record PastErrors(int[] origins, int length, double[][] standardised) {

    /** Whether both were made from the same origins of histories of the same length. */
    private boolean comparable(PastErrors other) {
      return length == other.length && Arrays.equals(origins, other.origins);
    }
  }

  /** One set of paths per part; path p of all of them is one future. */
  public static SamplePaths[] draw(List<Part> parts, int steps, int wanted, long seed) {
    int series = parts.size();
    int count = SamplePaths.countFor(wanted, steps);
    double[][] root = root(correlations(parts));
    double[][] values = new double[series][];
    double[][] state = new double[series][];
    for (int s = 0; s < series; s++) {
      values[s] = new double[parts.get(s).marginals().steps() == 0 ? 0 : count * steps];
      state[s] = new double[steps];
    }
    List<Dependence> dependences = parts.stream().map(Part::dependence).toList();
    double[] fresh = new double[series];
    for (int path = 0; path < count; path++) {
      // Each future has draws of its own, so that its first steps do not depend on how many follow.
      SplittableRandom random = Substreams.of(seed, "joint futures", path);
      latents(dependences, root, random, fresh, state);
      for (int s = 0; s < series; s++) {
        if (values[s].length > 0) {
          parts.get(s).marginals().sampler().draw(path, state[s], values[s], path * steps);
        }
      }
    }
    SamplePaths[] paths = new SamplePaths[series];
    for (int s = 0; s < series; s++) {
      paths[s] =
          values[s].length == 0
              ? SamplePaths.ofOwned(0, 0, new double[0])
              : SamplePaths.ofOwned(count, steps, values[s]);
    }
    return paths;
  }

  private static void latents(
      List<Dependence> dependences,
      double[][] root,
      SplittableRandom random,
      double[] fresh,
      double[][] state) {
    int series = state.length;
    double strength = Dependence.strength(random.nextGaussian());
    double[] shared = new double[series];
    correlated(root, random, fresh, shared);
    double[] sizes = new double[series];
    for (int s = 0; s < series; s++) {
      boolean alike = random.nextDouble() < dependences.get(s).alike();
      double size = SharedSize.draw(random);
      sizes[s] = alike ? size : 0;
    }
    double[] shocks = new double[series];
    double[] process = new double[series];
    for (int h = 0; h < state[0].length; h++) {
      correlated(root, random, fresh, shocks);
      for (int s = 0; s < series; s++) {
        Dependence dependence = dependences.get(s);
        double kept = h == 0 ? 0 : dependence.persistence();
        process[s] = kept * process[s] + Math.sqrt(1 - kept * kept) * shocks[s];
        double common = dependence.common(h, strength);
        double score = Math.sqrt(common) * shared[s] + Math.sqrt(1 - common) * process[s];
        state[s][h] = sizes[s] > 0 ? SharedSize.score(score / sizes[s]) : score;
      }
    }
  }

  /** Standard normal draws that are correlated over series. */
  private static void correlated(
      double[][] root, SplittableRandom random, double[] fresh, double[] into) {
    for (int s = 0; s < into.length; s++) {
      fresh[s] = random.nextGaussian();
      into[s] = 0;
      for (int k = 0; k <= s; k++) {
        into[s] += root[s][k] * fresh[k];
      }
    }
  }

  /** Correlation of past errors at the same origin and step, shrunk towards none. */
  private static double[][] correlations(List<Part> parts) {
    int series = parts.size();
    double[][] correlations = new double[series][series];
    for (int a = 0; a < series; a++) {
      correlations[a][a] = 1;
      for (int b = 0; b < a; b++) {
        correlations[a][b] = correlation(parts.get(a), parts.get(b));
        correlations[b][a] = correlations[a][b];
      }
    }
    return correlations;
  }

  private static double correlation(Part a, Part b) {
    if (a.errors().isEmpty() || b.errors().isEmpty()) {
      return 0;
    }
    PastErrors one = a.errors().get();
    PastErrors other = b.errors().get();
    return one.comparable(other) ? correlation(one.standardised(), other.standardised()) : 0;
  }

  private static double correlation(double[][] a, double[][] b) {
    double cross = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int o = 0; o < a.length; o++) {
      for (int h = 0; h < Math.min(a[o].length, b[o].length); h++) {
        if (!Double.isNaN(a[o][h]) && !Double.isNaN(b[o][h])) {
          // Bounded, so that one viral day does not make two streams move together for good.
          double x = Math.clamp(a[o][h], -3, 3);
          double y = Math.clamp(b[o][h], -3, 3);
          cross += x * y;
          squaresA += x * x;
          squaresB += y * y;
        }
      }
    }
    if (squaresA == 0 || squaresB == 0) {
      return 0;
    }
    double windows = a.length;
    return 0.95 * cross / Math.sqrt(squaresA * squaresB) * windows / (windows + CORRELATION_PRIOR);
  }

  /** Lower Cholesky root; the matrix is positive definite after shrinking, else made so. */
  public static double[][] root(double[][] matrix) {
    int size = matrix.length;
    double[][] root = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= root[i][k] * root[j][k];
        }
        root[i][j] = i == j ? Math.sqrt(Math.max(1e-6, sum)) : sum / root[j][j];
      }
      double norm = 0;
      for (int j = 0; j <= i; j++) {
        norm += root[i][j] * root[i][j];
      }
      for (int j = 0; j <= i; j++) {
        root[i][j] /= Math.sqrt(norm);
      }
    }
    return root;
  }
}
