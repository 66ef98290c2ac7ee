package io.tiktoktoe.forecast.level;

import io.tiktoktoe.forecast.future.Marginals;
import io.tiktoktoe.outlook.QuantileGrid;
import io.tiktoktoe.stats.Substreams;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Multiplicative random effect of the level: every future of a stream is multiplied by a factor of
 * its own, log-Student about a bias, both of which grow with how far ahead a step is. It stands for
 * what the past of one stream does not show: that audiences, platforms and offers change. Sums of
 * its futures hold as often as they say; days add up to sums and streams to the total. Immutable.
 *
 * @param laws by class of history
 * @param shared correlation of the streams' factors in one future, in [0, 1]
 * @param stopping hazard a day that a creator stops altogether: nothing comes any more
 */
public record LevelRisk(Law[] laws, double shared, double stopping) {

  /** Last steps, counted from 1, of the parts of the horizon that have a bias and spread each. */
  public static final int[] KNOTS = {1, 7, 30, 90};

  /** No risk beyond what a history shows. */
  public static final LevelRisk NONE = none();

  /** Degrees of freedom of the log: most levels move little, few very far. */
  private static final int FREEDOM = 4;

  /** Farthest score: the mean of an exponential needs a bound. */
  private static final double FARTHEST = 3.5;

  /**
   * Highest log of a factor over its middle, a rise to 7.4 times: of bursty streams the few futures
   * beyond would make most of the mean, and hardly any came.
   */
  private static final double HIGHEST = 2;

  /** Made when they are first needed: a store is opened far more often than one forecasts. */
  private static final class Nodes {
    static final double[] SCORES = nodes(15);
  }

  private static final int SIZE = QuantileGrid.SIZE;

  /** Halvings in which a quantile of the mixture is found. */
  private static final int HALVINGS = 30;

  /**
   * Bias and spread of the log of the factor, Student's, by part of the horizon; for a class of
   * histories of {@linkplain Burstiness burstiness} 1.
   *
   * @param bias middle of the log
   * @param spread its scale, at least 0
   * @param back regression to the mean: the share of the log of forecast over typical income by
   *     which the middle lies lower; of a history of burstiness 1 and more, of calmer ones less
   */
  public record Law(double[] bias, double[] spread, double[] back) {

    /**
     * That of a history of this burstiness whose forecast lies so far {@linkplain
     * TypicalLevel#above above} what is typical.
     */
    Law of(double burstiness, double[] above) {
      double[] middle = new double[bias.length];
      double[] scale = new double[bias.length];
      for (int part = 0; part < bias.length; part++) {
        middle[part] = middle(burstiness, part, bias[part], above[part]);
        scale[part] = burstiness * spread[part];
      }
      return new Law(middle, scale, new double[bias.length]);
    }

    /** The middle of the log in a part where the bias of burstiness 1 is this one. */
    double middle(double burstiness, int part, double tried, double above) {
      return burstiness * tried - Math.min(1, burstiness) * back[part] * above;
    }

    /** The bias at a step counted from 0. */
    double bias(int step) {
      return between(bias, step);
    }

    /** The spread at a step counted from 0. */
    double spread(int step) {
      return between(spread, step);
    }

    /** The mean of the factor at a step counted from 0. */
    double mean(int step) {
      double spread = spread(step);
      double centre = bias(step);
      return Arrays.stream(Nodes.SCORES)
          .map(node -> factor(centre, spread, node))
          .average()
          .orElse(1);
    }

    boolean still() {
      return Arrays.stream(bias).allMatch(one -> one == 0)
          && Arrays.stream(spread).allMatch(one -> one == 0);
    }

    /** Linear in the log of the step between the parts' middles. */
    private static double between(double[] parts, int step) {
      double at = Math.log(step + 1.0);
      for (int part = 0; part < parts.length; part++) {
        double middle = centre(part);
        if (at <= middle) {
          double before = part == 0 ? middle : centre(part - 1);
          double share = part == 0 ? 1 : (at - before) / (middle - before);
          return (1 - share) * parts[Math.max(0, part - 1)] + share * parts[part];
        }
      }
      return parts[parts.length - 1];
    }

    private static double centre(int part) {
      return part == 0 ? 0 : (Math.log(KNOTS[part - 1] + 1.0) + Math.log(KNOTS[part])) / 2;
    }
  }

  private static LevelRisk none() {
    Law[] laws = new Law[HistoryClass.values().length];
    int parts = KNOTS.length;
    Arrays.setAll(laws, _ -> new Law(new double[parts], new double[parts], new double[parts]));
    return new LevelRisk(laws, 0, 0);
  }

  /** Scores of equally likely cells. */
  static double[] nodes() {
    return Nodes.SCORES;
  }

  private static double[] nodes(int count) {
    TDistribution student = TDistribution.of(FREEDOM);
    double[] nodes = new double[count];
    Arrays.setAll(nodes, i -> bounded(student.inverseCumulativeProbability((i + 0.5) / count)));
    return nodes;
  }

  /** What a future is multiplied by; its log lies at most {@link #HIGHEST} above its middle. */
  static double factor(double bias, double spread, double score) {
    return Math.exp(bias + Math.min(HIGHEST, spread * score));
  }

  private static double bounded(double score) {
    return Math.clamp(score, -FARTHEST, FARTHEST);
  }

  /** The law of this class of histories. */
  public Law law(HistoryClass kind) {
    return laws[kind.ordinal()];
  }

  /**
   * The distributions with the risk of the level.
   *
   * @param expected the mean of each step, over all parts of the law whatever steps are asked
   * @param history of the stream, NaN where unknown
   * @param seed of the futures, the same for all streams of a creator
   * @param stream which of the creator's streams
   */
  public Marginals beside(
      Marginals calm, double[] expected, double[] history, long seed, int stream) {
    Law law =
        law(HistoryClass.of(history))
            .of(Burstiness.of(history), TypicalLevel.above(history, expected));
    boolean moves = !law.still() || stopping > 0;
    if (!moves || calm.steps() == 0) {
      return calm;
    }
    int steps = calm.steps();
    double[] mean = new double[steps];
    double[] quantiles = new double[steps * SIZE];
    for (int step = 0; step < steps; step++) {
      double stopped = 1 - Math.exp(-stopping * (step + 1));
      mean[step] = (1 - stopped) * calm.mean()[step] * law.mean(step);
      fill(calm.quantiles(), step * SIZE, law, stopped, quantiles);
    }
    return new Marginals(
        quantiles,
        mean,
        (path, latent, values, offset) -> {
          calm.sampler().draw(path, latent, values, offset);
          double score = score(path, seed, stream, shared);
          double last = stop(path, seed, stopping);
          for (int step = 0; step < latent.length; step++) {
            values[offset + step] *=
                step < last ? factor(law.bias(step), law.spread(step), score) : 0;
          }
        },
        calm.dependence());
  }

  /** The score of one stream's factor in a future; futures come in opposite pairs. */
  static double score(int path, long seed, int stream, double shared) {
    int pair = path / 2;
    double sign = path % 2 == 0 ? 1 : -1;
    SplittableRandom common = Substreams.of(seed, "level", pair);
    SplittableRandom own = Substreams.of(seed + stream, "level of a stream", pair);
    double normal =
        Math.sqrt(shared) * common.nextGaussian() + Math.sqrt(1 - shared) * own.nextGaussian();
    double squares = 0;
    for (int i = 0; i < FREEDOM; i++) {
      double one = common.nextGaussian();
      squares += one * one / FREEDOM;
    }
    return sign * bounded(normal / Math.sqrt(squares));
  }

  /** After how many steps a creator stops in a future. */
  static double stop(int path, long seed, double stopping) {
    double u = Substreams.of(seed, "stop", path).nextDouble();
    return stopping > 0 ? Math.ceil(-Math.log(1 - u) / stopping) : Double.POSITIVE_INFINITY;
  }

  /** Quantiles of the product of a step's value and its factor, nothing for who has stopped. */
  private static void fill(double[] calm, int at, Law law, double stopped, double[] quantiles) {
    double bias = law.bias(at / SIZE);
    double spread = law.spread(at / SIZE);
    double[] factors =
        Arrays.stream(Nodes.SCORES).map(node -> factor(bias, spread, node)).toArray();
    double widest = factors[factors.length - 1];
    double lowest = Math.min(0, widest * calm[at]);
    double highest = Math.max(0, widest * calm[at + SIZE - 1]);
    double low = lowest;
    for (int q = 0; q < SIZE; q++) {
      double probability =
          calm[at] < 0
              ? QuantileGrid.probability(q)
              : (QuantileGrid.probability(q) - stopped) / (1 - stopped);
      double from = low;
      double to = highest;
      if (below(calm, at, factors, from) < probability) {
        for (int i = 0; i < HALVINGS && to > from; i++) {
          double middle = (from + to) / 2;
          if (below(calm, at, factors, middle) < probability) {
            from = middle;
          } else {
            to = middle;
          }
        }
        low = to;
      }
      quantiles[at + q] = low;
    }
  }

  /** Probability of the product being at most a value. */
  private static double below(double[] calm, int at, double[] factors, double value) {
    double sum = 0;
    for (double factor : factors) {
      sum += below(calm, at, value / factor);
    }
    return sum / factors.length;
  }

  private static double below(double[] calm, int at, double value) {
    if (value < calm[at]) {
      return 0;
    }
    int right = 1;
    while (right < SIZE && calm[at + right] <= value) {
      right++;
    }
    if (right == SIZE) {
      return 1;
    }
    double low = calm[at + right - 1];
    double share = (value - low) / (calm[at + right] - low);
    double from = QuantileGrid.probability(right - 1);
    return from + share * (QuantileGrid.probability(right) - from);
  }

  /** Writes it so that {@link #read} gives the same, bit by bit. */
  public void write(DataOutput out) throws IOException {
    out.writeDouble(shared);
    out.writeDouble(stopping);
    for (Law law : laws) {
      for (int part = 0; part < KNOTS.length; part++) {
        out.writeDouble(law.bias()[part]);
        out.writeDouble(law.spread()[part]);
        out.writeDouble(law.back()[part]);
      }
    }
  }

  /** Reads what {@link #write} wrote. */
  public static LevelRisk read(DataInput in) throws IOException {
    double shared = in.readDouble();
    double stopping = in.readDouble();
    Law[] laws = new Law[HistoryClass.values().length];
    for (int kind = 0; kind < laws.length; kind++) {
      double[] bias = new double[KNOTS.length];
      double[] spread = new double[KNOTS.length];
      double[] back = new double[KNOTS.length];
      for (int part = 0; part < KNOTS.length; part++) {
        bias[part] = in.readDouble();
        spread[part] = in.readDouble();
        back[part] = in.readDouble();
      }
      laws[kind] = new Law(bias, spread, back);
    }
    return new LevelRisk(laws, shared, stopping);
  }
}
