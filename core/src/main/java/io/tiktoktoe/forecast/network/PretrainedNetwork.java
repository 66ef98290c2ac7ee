package io.tiktoktoe.forecast.network;

import static io.tiktoktoe.forecast.network.NetworkShape.LEVELS;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Forecasts any series with one pre-trained global network: quantiles of up to {@link #MAX_HORIZON}
 * steps in one pass. Immutable and thread safe; the same input gives the same answer on any number
 * of threads. Reads the last 1,024 steps of a history.
 *
 * <p>Cost: about .35 ms of processor time a series for 730 steps of history and 90 ahead on SIMD,
 * .85 ms in plain loops. See docs/methods/network.md for what it was trained on and how well it
 * does.
 */
public final class PretrainedNetwork {

  /** The furthest step one pass reaches; callers roll longer horizons themselves. */
  public static final int MAX_HORIZON = NetworkShape.HORIZON;

  /** Series per forward pass: large enough for full speed, small enough for the cache. */
  private static final int BATCH = 16;

  /** How far quantiles may leave the range of the history, on the asinh scale. */
  private static final double RANGE_SLACK = 2;

  private final NetworkWeights weights;
  private final Kernels kernels;
  private final Passes passes = new Passes();

  private PretrainedNetwork(NetworkWeights weights, Kernels kernels) {
    this.weights = weights;
    this.kernels = kernels;
  }

  /** The network with the weights of this project, on SIMD where the JVM offers it. */
  public static PretrainedNetwork load() {
    return new PretrainedNetwork(NetworkWeights.load(), Kernels.best());
  }

  /** A network with other weights, such as those a training is about to give. */
  public static PretrainedNetwork of(NetworkWeights weights) {
    return new PretrainedNetwork(weights, Kernels.best());
  }

  /** The same network in plain loops: slower, equal to 1e-5. */
  PretrainedNetwork withPlainLoops() {
    return new PretrainedNetwork(weights, new PlainKernels());
  }

  /** Where the weights come from; an untrained network must get weight 0 in an ensemble. */
  public NetworkProvenance provenance() {
    return weights.provenance();
  }

  /** The quantile levels, ascending: .025 to .975 with both ends of the 68% and 95% intervals. */
  public static double[] levels() {
    return LEVELS.clone();
  }

  /**
   * The season above {@code period}: 364 days over a week (whole weeks, so weekdays match), a week
   * over 24 hours or 48 half hours, 0 (none) over all others.
   */
  public static int longPeriodOver(int period) {
    return switch (period) {
      case 7 -> 364;
      case 24 -> 168;
      case 48 -> 336;
      default -> 0;
    };
  }

  /**
   * Quantiles of the next steps of one series.
   *
   * @param history values in equal steps, oldest first; NaN or infinite means missing; the last
   *     1,024 are read
   * @param period steps in a season, at least 1 (1: none); 7 for days, 24 for hours
   * @param horizon steps ahead, 1 to {@link #MAX_HORIZON}
   * @return [level][step], non-decreasing over levels, in the unit of the history; never below zero
   *     when the history is not
   * @throws IllegalArgumentException when an argument is out of range or no value is finite
   */
  public double[][] quantiles(double[] history, int period, int horizon) {
    return quantiles(history, period, longPeriodOver(period), horizon);
  }

  /**
   * As {@link #quantiles(double[], int, int)} with the long season given.
   *
   * @param longPeriod steps in the long season, a multiple of {@code period}; 0: none
   */
  public double[][] quantiles(double[] history, int period, int longPeriod, int horizon) {
    return quantiles(Collections.singletonList(history), period, longPeriod, horizon).getFirst();
  }

  /**
   * As {@link #quantiles(double[], int, int)} for many series with the same seasons, in batches:
   * about twice as fast a series. One thread; split the list to use more.
   */
  public List<double[][]> quantiles(
      List<double[]> histories, int period, int longPeriod, int horizon) {
    return inBatches(histories, period, longPeriod, horizon, NetworkBatch::quantiles);
  }

  /**
   * The medians alone, [history][step]: the quantiles at .5 of {@link #quantiles(List, int, int,
   * int)} at a smaller cost.
   */
  public double[][] medians(List<double[]> histories, int period, int longPeriod, int horizon) {
    return inBatches(histories, period, longPeriod, horizon, NetworkBatch::medians)
        .toArray(double[][]::new);
  }

  /** What is read off one history of a batch. */
  @FunctionalInterface
  private interface Reading<T> {
    T read(NetworkBatch batch, int index, double slack);
  }

  private <T> List<T> inBatches(
      List<double[]> histories, int period, int longPeriod, int horizon, Reading<T> reading) {
    checkArguments(period, longPeriod, horizon);
    List<T> answers = new ArrayList<>(histories.size());
    int batches = (histories.size() + BATCH - 1) / BATCH;
    NetworkPass pass = passes.borrow(kernels, BATCH, horizon);
    for (int b = 0; b < batches; b++) {
      // Even batches: 17 histories make 9 and 8, not 16 and 1.
      int from = (int) ((long) b * histories.size() / batches);
      int to = (int) ((long) (b + 1) * histories.size() / batches);
      List<double[]> batch = histories.subList(from, to);
      NetworkBatch prepared = new NetworkBatch(pass, horizon);
      for (double[] history : batch) {
        prepared.add(new NetworkInput(history, period, longPeriod));
      }
      pass.forward(weights.parameters(), batch.size());
      pass.sortQuantiles(batch.size());
      for (int index = 0; index < batch.size(); index++) {
        answers.add(reading.read(prepared, index, RANGE_SLACK));
      }
    }
    passes.giveBack(pass);
    return answers;
  }

  /** Passes that no thread is using: their buffers take longer to make than to fill. */
  private static final class Passes {
    private final ConcurrentLinkedQueue<NetworkPass> idle = new ConcurrentLinkedQueue<>();

    NetworkPass borrow(Kernels kernels, int capacity, int steps) {
      NetworkPass pass = idle.poll();
      return pass != null && pass.steps == steps ? pass : new NetworkPass(kernels, capacity, steps);
    }

    void giveBack(NetworkPass pass) {
      idle.add(pass);
    }
  }

  private static void checkArguments(int period, int longPeriod, int horizon) {
    if (period < 1) {
      throw new IllegalArgumentException(
          "period (%d) must be at least 1. Maybe give 1 for no season.".formatted(period));
    }
    if (longPeriod != 0 && (longPeriod <= period || longPeriod % period != 0)) {
      throw new IllegalArgumentException(
          "longPeriod (%d) must be 0 or a multiple of period (%d). Maybe 364 days over 7."
              .formatted(longPeriod, period));
    }
    if (horizon < 1 || horizon > MAX_HORIZON) {
      throw new IllegalArgumentException(
          "horizon (%d) must be between 1 and %d. Maybe roll the forecast in parts."
              .formatted(horizon, MAX_HORIZON));
    }
  }
}
