package io.tiktoktoe.forecast.effect;

import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.outlook.PredictionContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * What special days and drivers add to each step: ridge regression of the deviation from the same
 * phase of the neighbouring seasons on the same deviation of each cause, so that level, trend and
 * season drop out of both sides; deviations beyond five typical ones count less (Huber). An effect
 * seen once counts half. How strongly each group of causes is shrunk, and whether it is used at
 * all, is decided by what it foretells in parts of the history that it was not estimated on.
 * Effects are additive and the same at every time; their errors are normal.
 */
public final class KnownEffects {

  /** Parts of the history that are foretold from the others. */
  private static final int BLOCKS = 8;

  /** What the prior penalty is multiplied with; the last leaves a group out. */
  private static final double[] SHRINKAGES = {1, 4, 16, 1e12};

  private static final int OUT = SHRINKAGES.length - 1;

  /** A group must foretell better than nothing by this many standard errors. */
  private static final double MARGIN = 0.5;

  /** Deviations beyond this many typical ones count less. */
  private static final double BOUND = 5;

  /** Occurrences at which their own scatter counts half. */
  private static final double SCATTER_PRIOR = 2;

  private static final int REWEIGHTINGS = 4;
  private static final int PASSES = 2;

  private final List<Causes.Group> groups;

  private KnownEffects(List<Causes.Group> groups) {
    this.groups = groups;
  }

  /** The causes that touch this history. */
  public static KnownEffects of(
      HistoricalMetrics history, PredictionContext context, DriverForecast forecast) {
    return new KnownEffects(
        Causes.of(history, context, forecast).stream()
            .filter(group -> !group.alternatives().isEmpty())
            .toList());
  }

  boolean none() {
    return groups.isEmpty();
  }

  /** The effects on one series, in its unit. */
  public EstimatedEffects estimate(double[] values, int period) {
    if (none()) {
      return EstimatedEffects.NONE;
    }
    Regression regression = new Regression(columns(), values, period);
    int[] chosen = new int[groups.size()];
    int[] shrinkage = new int[groups.size()];
    for (int pass = 0; pass < PASSES; pass++) {
      for (int g = 0; g < chosen.length; g++) {
        choose(regression, g, chosen, shrinkage);
      }
    }
    double[] penalties = penalties(chosen, shrinkage);
    List<Causes.Cause> used = new ArrayList<>();
    List<Integer> at = new ArrayList<>();
    List<Causes.Kind> kinds = new ArrayList<>();
    int column = 0;
    for (int g = 0; g < groups.size(); g++) {
      List<List<Causes.Cause>> alternatives = groups.get(g).alternatives();
      for (int a = 0; a < alternatives.size(); a++) {
        for (Causes.Cause cause : alternatives.get(a)) {
          if (a == chosen[g] && shrinkage[g] != OUT) {
            used.add(cause);
            at.add(column);
            kinds.add(groups.get(g).kind());
          }
          column++;
        }
      }
    }
    return EstimatedEffects.of(
        used,
        kinds,
        regression.sizes(penalties),
        regression.covariance(penalties),
        regression.scatter(penalties),
        at.stream().mapToInt(Integer::intValue).toArray(),
        values.length);
  }

  private List<Causes.Cause> columns() {
    return groups.stream()
        .flatMap(group -> group.alternatives().stream())
        .flatMap(List::stream)
        .toList();
  }

  /** The alternative and the shrinkage of a group that foretell best, the other groups as are. */
  private void choose(Regression regression, int group, int[] chosen, int[] shrinkage) {
    int alternatives = groups.get(group).alternatives().size();
    shrinkage[group] = OUT;
    double[] without = regression.losses(penalties(chosen, shrinkage));
    int[] best = {0, OUT};
    double least = Double.MAX_VALUE;
    for (int a = 0; a < alternatives; a++) {
      chosen[group] = a;
      for (int s = 0; s < OUT; s++) {
        shrinkage[group] = s;
        double[] losses = regression.losses(penalties(chosen, shrinkage));
        double sum = Arrays.stream(losses).sum();
        if (sum < least && (gains(without, losses) || untested(regression, group, a))) {
          least = sum;
          best = new int[] {a, s};
        }
        if (untested(regression, group, a)) {
          break;
        }
      }
    }
    chosen[group] = best[0];
    shrinkage[group] = best[1];
  }

  /** Whether a cause is seen in one part of the history alone, so that nothing can be foretold. */
  private boolean untested(Regression regression, int group, int alternative) {
    int column = 0;
    for (int g = 0; g < group; g++) {
      column += groups.get(g).alternatives().stream().mapToInt(List::size).sum();
    }
    for (int a = 0; a < alternative; a++) {
      column += groups.get(group).alternatives().get(a).size();
    }
    return regression.blocksTouched(column) < 2;
  }

  private static boolean gains(double[] without, double[] with) {
    double sum = 0;
    double squares = 0;
    for (int b = 0; b < with.length; b++) {
      double gain = without[b] - with[b];
      sum += gain;
      squares += gain * gain;
    }
    double variance = squares - sum * sum / with.length;
    return sum > 0 && sum > MARGIN * Math.sqrt(Math.max(0, variance));
  }

  private double[] penalties(int[] chosen, int[] shrinkage) {
    double[] penalties = new double[columns().size()];
    int column = 0;
    for (int g = 0; g < groups.size(); g++) {
      List<List<Causes.Cause>> alternatives = groups.get(g).alternatives();
      for (int a = 0; a < alternatives.size(); a++) {
        for (Causes.Cause cause : alternatives.get(a)) {
          double times = SHRINKAGES[a == chosen[g] ? shrinkage[g] : OUT];
          penalties[column++] = cause.penalty() * times;
        }
      }
    }
    return penalties;
  }

  /** Sums of squares and products by part of the history: all that ridge regression needs. */
  private static final class Regression {

    private final int count;
    private final double[][] moved;
    private final double[][] marks;
    private final double[] deviation;
    private final double[] weights;
    private final DMatrixRMaj[] normal = new DMatrixRMaj[BLOCKS];
    private final DMatrixRMaj[] right = new DMatrixRMaj[BLOCKS];
    private final double[] squares = new double[BLOCKS];

    Regression(List<Causes.Cause> causes, double[] values, int period) {
      this.count = causes.size();
      this.marks = causes.stream().map(Causes.Cause::marks).toArray(double[][]::new);
      this.deviation = deviations(values, values.length, period);
      this.moved =
          causes.stream()
              .map(cause -> deviations(cause.marks(), values.length, period))
              .toArray(double[][]::new);
      this.weights = new double[values.length];
      Arrays.fill(weights, 1);
      double bound = BOUND * typical(deviation);
      double[] prior = causes.stream().mapToDouble(Causes.Cause::penalty).toArray();
      for (int round = 0; round < REWEIGHTINGS; round++) {
        collect();
        double[] sizes = sizes(prior);
        for (int t = 0; t < weights.length; t++) {
          double left = Math.abs(residual(sizes, t));
          weights[t] = left > bound ? bound / left : 1;
        }
      }
      collect();
    }

    private void collect() {
      for (int b = 0; b < BLOCKS; b++) {
        normal[b] = new DMatrixRMaj(count, count);
        right[b] = new DMatrixRMaj(count, 1);
        squares[b] = 0;
      }
      for (int t = 0; t < deviation.length; t++) {
        if (!Double.isNaN(deviation[t])) {
          add(t, (int) ((long) t * BLOCKS / deviation.length));
        }
      }
    }

    private void add(int t, int block) {
      squares[block] += weights[t] * deviation[t] * deviation[t];
      for (int a = 0; a < count; a++) {
        if (moved[a][t] != 0) {
          double weighted = weights[t] * moved[a][t];
          right[block].add(a, 0, weighted * deviation[t]);
          for (int b = 0; b < count; b++) {
            normal[block].add(a, b, weighted * moved[b][t]);
          }
        }
      }
    }

    private double residual(double[] sizes, int t) {
      double left = deviation[t];
      for (int a = 0; a < count; a++) {
        left -= sizes[a] * moved[a][t];
      }
      return Double.isNaN(left) ? 0 : left;
    }

    private static double typical(double[] deviations) {
      return Arrays.stream(deviations).filter(Double::isFinite).map(Math::abs).average().orElse(0);
    }

    int blocksTouched(int column) {
      int touched = 0;
      for (DMatrixRMaj block : normal) {
        touched += block.get(column, column) > 0.5 ? 1 : 0;
      }
      return touched;
    }

    /** The sums over all blocks but one, or over all. */
    private DMatrixRMaj[] sums(double[] penalties, int without) {
      DMatrixRMaj matrix = new DMatrixRMaj(count, count);
      DMatrixRMaj vector = new DMatrixRMaj(count, 1);
      for (int b = 0; b < BLOCKS; b++) {
        if (b != without) {
          CommonOps_DDRM.addEquals(matrix, normal[b]);
          CommonOps_DDRM.addEquals(vector, right[b]);
        }
      }
      for (int a = 0; a < count; a++) {
        matrix.add(a, a, penalties[a]);
      }
      return new DMatrixRMaj[] {matrix, vector};
    }

    double[] sizes(double[] penalties) {
      return solve(penalties, -1).getData().clone();
    }

    private DMatrixRMaj solve(double[] penalties, int without) {
      DMatrixRMaj[] sums = sums(penalties, without);
      DMatrixRMaj sizes = new DMatrixRMaj(count, 1);
      CommonOps_DDRM.solve(sums[0], sums[1], sizes);
      return sizes;
    }

    /** Squared errors in each block, foretold from the others. */
    double[] losses(double[] penalties) {
      double[] losses = new double[BLOCKS];
      DMatrixRMaj product = new DMatrixRMaj(count, 1);
      for (int b = 0; b < BLOCKS; b++) {
        DMatrixRMaj sizes = solve(penalties, b);
        CommonOps_DDRM.mult(normal[b], sizes, product);
        losses[b] =
            squares[b]
                - 2 * CommonOps_DDRM.dot(sizes, right[b])
                + CommonOps_DDRM.dot(sizes, product);
      }
      return losses;
    }

    /** Of the sizes: the posterior's, with the residuals' variance. */
    DMatrixRMaj covariance(double[] penalties) {
      DMatrixRMaj inverse = new DMatrixRMaj(count, count);
      CommonOps_DDRM.invert(sums(penalties, -1)[0], inverse);
      double[] everywhere = new double[deviation.length];
      Arrays.fill(everywhere, 1);
      CommonOps_DDRM.scale(variance(sizes(penalties), everywhere)[0], inverse);
      return inverse;
    }

    /** Variance from one occurrence of each cause to the next, beyond that of other steps. */
    double[] scatter(double[] penalties) {
      double[] sizes = sizes(penalties);
      double[] everywhere = new double[deviation.length];
      Arrays.fill(everywhere, 1);
      double common = variance(sizes, everywhere)[0];
      double[] scatter = new double[count];
      for (int a = 0; a < count; a++) {
        double[] found = variance(sizes, marks[a]);
        double more = Math.max(0, found[0] - common);
        scatter[a] = more * found[1] / (found[1] + SCATTER_PRIOR);
      }
      return scatter;
    }

    /** Variance of the residuals at marked steps, and how many they are. */
    private double[] variance(double[] sizes, double[] marked) {
      double sum = 0;
      double known = 0;
      for (int t = 0; t < deviation.length; t++) {
        if (!Double.isNaN(deviation[t]) && marked[t] == 1) {
          double left = residual(sizes, t);
          sum += weights[t] * left * left;
          known++;
        }
      }
      return new double[] {known == 0 ? 0 : sum / known, known};
    }
  }

  /** Each value less the mean of the same phase one and two seasons before and after. */
  private static double[] deviations(double[] values, int length, int period) {
    double[] deviations = new double[length];
    for (int t = 0; t < length; t++) {
      double sum = 0;
      int count = 0;
      for (int k = -2; k <= 2; k++) {
        int at = t + k * period;
        if (k != 0 && at >= 0 && at < length && !Double.isNaN(values[at])) {
          sum += values[at];
          count++;
        }
      }
      deviations[t] = count == 0 ? Double.NaN : values[t] - sum / count;
    }
    return deviations;
  }
}
