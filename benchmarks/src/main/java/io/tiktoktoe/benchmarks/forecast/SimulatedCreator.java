package io.tiktoktoe.benchmarks.forecast;

import io.tiktoktoe.series.Series;
import io.tiktoktoe.simulation.SeriesSimulation;
import io.tiktoktoe.simulation.SeriesSimulation.Kind;
import io.tiktoktoe.simulation.SeriesSimulation.Simulated;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A creator of the project's own simulation: daily streams with many continuations drawn from the
 * true law, so that a band's coverage is known up to the draws of the past.
 *
 * @param days of history
 * @param streams the streams
 */
record SimulatedCreator(int days, List<Stream> streams) {

  /** Days that are continued. */
  static final int AHEAD = 90;

  /** Continuations of each past. */
  static final int CONTINUATIONS = 40;

  /** Lengths of history: the first months, one year, two years. */
  private static final int[] LENGTHS = {150, 365, 730};

  /** Copies of the simulation's sparse tips that are added up: 0.15 tips a day each. */
  private static final int[] COPIES = {1, 1, 2, 3, 5, 8, 16};

  /** How many different kinds of streams creators have. */
  private static final int STREAMS = 4;

  /**
   * One stream.
   *
   * @param kind its law, for tables by law
   * @param history what is known
   * @param futures what may come, [continuation][day ahead - 1]
   */
  record Stream(String kind, Series history, double[][] futures) {

    /** Sparsity by average demand interval and squared coefficient of variation of the sales. */
    SparsityClass sparsity() {
      return SparsityClass.of(history.toArray());
    }
  }

  /** Creators numbered from 0 under a seed; the same arguments give the same creators. */
  static List<SimulatedCreator> of(int count, long seed) {
    List<SimulatedCreator> creators = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      creators.add(one(i, new SplittableRandom(seed + 104_729L * i)));
    }
    return creators;
  }

  private static SimulatedCreator one(int number, SplittableRandom random) {
    int days = LENGTHS[number % LENGTHS.length];
    int copies = COPIES[random.nextInt(COPIES.length)];
    Kind large = random.nextBoolean() ? Kind.DENSE_TIPS : Kind.WHALES;
    Kind level =
        List.of(Kind.CHURN_STEP, Kind.DRIFT, Kind.STATIONARY, Kind.VIRAL_SPIKES)
            .get(random.nextInt(4));
    List<Stream> streams =
        List.of(
            stream(number + " tips", Kind.SPARSE_TIPS, copies, days, random),
            stream(number + " " + large.name(), large, 1, days, random),
            stream(number + " merchandise", Kind.LAUNCHES, 1, days, random),
            stream(number + " " + level.name(), level, 1, days, random));
    return new SimulatedCreator(days, streams.subList(0, STREAMS));
  }

  private static Stream stream(
      String id, Kind kind, int copies, int days, SplittableRandom random) {
    double scale = Math.exp(random.nextGaussian());
    double[] history = new double[days];
    double[][] futures = new double[CONTINUATIONS][AHEAD];
    for (int copy = 0; copy < copies; copy++) {
      Simulated[] all =
          SeriesSimulation.futures(kind, days, AHEAD, CONTINUATIONS, random.nextLong());
      for (int c = 0; c < CONTINUATIONS; c++) {
        double[] values = all[c].values();
        for (int t = 0; t < days && c == 0; t++) {
          history[t] += scale * values[t];
        }
        for (int h = 0; h < AHEAD; h++) {
          futures[c][h] += scale * values[days + h];
        }
      }
    }
    String law = kind == Kind.SPARSE_TIPS ? "%s x %02d".formatted(kind, copies) : kind.name();
    return new Stream(law, Series.of(id, history), futures);
  }

  /** The streams' sum, continuation by continuation. */
  double[][] totals() {
    double[][] totals = new double[CONTINUATIONS][AHEAD];
    for (Stream stream : streams) {
      for (int c = 0; c < CONTINUATIONS; c++) {
        for (int h = 0; h < AHEAD; h++) {
          totals[c][h] += stream.futures()[c][h];
        }
      }
    }
    return totals;
  }

  /** How sparse a history is (Syntetos, Boylan, Croston 2005, and one class of the very sparse). */
  enum SparsityClass {
    SMOOTH("smooth"),
    ERRATIC("erratic"),
    INTERMITTENT("intermittent"),
    LUMPY("lumpy"),
    VERY_SPARSE("very sparse (interval of 4 or more)"),
    TOTAL("total of a creator");

    private static final double INTERVAL = 1.32;
    private static final double VERY = 4;
    private static final double VARIATION = 0.49;

    private final String label;

    SparsityClass(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    static SparsityClass of(double[] history) {
      double[] sales = Arrays.stream(history).filter(value -> value > 0).toArray();
      if (sales.length == 0) {
        return VERY_SPARSE;
      }
      double interval = (double) history.length / sales.length;
      double mean = Arrays.stream(sales).average().orElse(1);
      double variation =
          Arrays.stream(sales).map(value -> (value / mean - 1) * (value / mean - 1)).sum()
              / Math.max(1, sales.length - 1);
      if (interval >= VERY) {
        return VERY_SPARSE;
      }
      boolean varied = variation >= VARIATION;
      return interval < INTERVAL ? (varied ? ERRATIC : SMOOTH) : (varied ? LUMPY : INTERMITTENT);
    }
  }
}
