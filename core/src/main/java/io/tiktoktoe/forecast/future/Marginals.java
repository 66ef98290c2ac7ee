package io.tiktoktoe.forecast.future;

import io.tiktoktoe.outlook.Outlook;
import io.tiktoktoe.outlook.QuantileGrid;
import io.tiktoktoe.stats.Interval;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Marginal predictive distributions of all steps of one series, each on the quantile grid, and how
 * to sample joint futures from them.
 *
 * @param quantiles grid by step
 * @param mean expected value by step
 * @param sampler draws a joint future
 * @param dependence of the steps' normal scores
 */
public record Marginals(double[] quantiles, double[] mean, Sampler sampler, Dependence dependence) {

  private static final int SIZE = QuantileGrid.SIZE;

  /** Standard normal quantiles at the grid's probabilities. */
  private static final double[] NORMAL =
      IntStream.range(0, SIZE).mapToDouble(QuantileGrid::normalScore).toArray();

  /** Normal score beyond which tails are not drawn: once in 30,000 draws. */
  private static final double FARTHEST = 4;

  /** Draws one future. */
  @FunctionalInterface
  public interface Sampler {
    /**
     * Fills {@code values} from {@code offset}, one per latent. The first values do not depend on
     * how many there are.
     *
     * @param path which future it is
     * @param latent standard normal scores, dependent over steps and series
     */
    void draw(int path, double[] latent, double[] values, int offset);
  }

  /** Distributions from quantiles alone. */
  public static Marginals of(double[] quantiles, boolean nonNegative, Dependence dependence) {
    double[] mean = new double[quantiles.length / SIZE];
    for (int step = 0; step < mean.length; step++) {
      mean[step] = mean(quantiles, step * SIZE);
    }
    return new Marginals(
        quantiles,
        mean,
        (path, latent, values, offset) -> {
          for (int step = 0; step < latent.length; step++) {
            double value = at(quantiles, step * SIZE, latent[step]);
            values[offset + step] = nonNegative ? Math.max(0, value) : value;
          }
        },
        dependence);
  }

  public int steps() {
    return mean.length;
  }

  /** The same in another unit. */
  public Marginals times(double scale) {
    double[] scaledMean = Arrays.stream(mean).map(value -> value * scale).toArray();
    double[] scaled = Arrays.stream(quantiles).map(value -> value * scale).toArray();
    return new Marginals(
        scaled,
        scaledMean,
        (path, latent, values, offset) -> {
          sampler.draw(path, latent, values, offset);
          for (int step = 0; step < latent.length; step++) {
            values[offset + step] *= scale;
          }
        },
        dependence);
  }

  /** The same with other expected values. */
  Marginals withMean(double[] newMean) {
    return new Marginals(quantiles, newMean, sampler, dependence);
  }

  /** The same moved by an amount per step. */
  Marginals plus(double[] amounts, boolean nonNegative) {
    double[] movedMean = mean.clone();
    double[] moved = quantiles.clone();
    for (int step = 0; step < movedMean.length; step++) {
      movedMean[step] = bounded(mean[step] + amounts[step], nonNegative);
      for (int q = 0; q < SIZE; q++) {
        moved[step * SIZE + q] = bounded(moved[step * SIZE + q] + amounts[step], nonNegative);
      }
    }
    return new Marginals(
        moved,
        movedMean,
        (path, latent, values, offset) -> {
          sampler.draw(path, latent, values, offset);
          for (int step = 0; step < latent.length; step++) {
            values[offset + step] = bounded(values[offset + step] + amounts[step], nonNegative);
          }
        },
        dependence);
  }

  private static double bounded(double value, boolean nonNegative) {
    return nonNegative ? Math.max(0, value) : value;
  }

  /** The value at a normal score: linear in scores, the outermost slope carried on. */
  private static double at(double[] quantiles, int offset, double score) {
    double bounded = Math.clamp(score, -FARTHEST, FARTHEST);
    int right = 1;
    while (right < SIZE - 1 && bounded > NORMAL[right]) {
      right++;
    }
    double low = quantiles[offset + right - 1];
    double high = quantiles[offset + right];
    return low + (high - low) * (bounded - NORMAL[right - 1]) / (NORMAL[right] - NORMAL[right - 1]);
  }

  /** Mean of a distribution given by its grid: trapezoids between, the outermost beyond. */
  public static double mean(double[] quantiles, int offset) {
    double sum =
        quantiles[offset] * QuantileGrid.probability(0)
            + quantiles[offset + SIZE - 1] * (1 - QuantileGrid.probability(SIZE - 1));
    for (int q = 1; q < SIZE; q++) {
      sum +=
          (quantiles[offset + q] + quantiles[offset + q - 1])
              / 2
              * (QuantileGrid.probability(q) - QuantileGrid.probability(q - 1));
    }
    return sum;
  }

  public Outlook outlook(int step) {
    return outlook(quantiles, step * SIZE, mean[step]);
  }

  public static Outlook outlook(double[] quantiles, int offset, double mean) {
    return new Outlook(
        mean,
        quantiles[offset + QuantileGrid.CONSERVATIVE],
        quantiles[offset + QuantileGrid.MEDIAN],
        quantiles[offset + QuantileGrid.OPTIMISTIC],
        QuantileGrid.band(quantiles, offset, mean, Interval.NARROW),
        QuantileGrid.band(quantiles, offset, mean, Interval.WIDE));
  }

  /**
   * The outlook of drawn values.
   *
   * @param mean expected value, which knows of what few draws do not hold
   */
  public static Outlook outlook(double[] draws, double mean) {
    double[] sorted = draws.clone();
    Arrays.sort(sorted);
    double[] quantiles = new double[SIZE];
    QuantileGrid.fill(sorted, quantiles, 0);
    return outlook(quantiles, 0, mean);
  }
}
