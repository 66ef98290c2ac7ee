package io.tiktoktoe.forecast.future;

import io.tiktoktoe.outlook.QuantileGrid;
import io.tiktoktoe.stats.Substreams;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Large single payments, such as grants or brand deals, as a process of their own beside what comes
 * every day: compound Poisson demand. One payment alone says little of a next one, so the rate is
 * that of all but the first.
 *
 * @param rate chance of one at each step, in [0, 1)
 * @param sizes those seen, ascending
 */
public record RarePayments(double rate, List<Double> sizes) {

  /** None are known. */
  public static final RarePayments NONE = new RarePayments(0, List.of());

  /** What a payment that has come once counts for. */
  private static final double ALONE = 0.1;

  public RarePayments {
    sizes = List.copyOf(sizes);
  }

  /** Among so many steps. */
  public static RarePayments of(double[] sizes, int steps) {
    double rate =
        (sizes.length == 1 ? ALONE : Math.max(0, sizes.length - 1.0)) / Math.max(1, steps);
    return new RarePayments(rate, Arrays.stream(sizes).sorted().boxed().toList());
  }

  /** The distributions of what comes every day, with the chance of such a payment in each step. */
  public Marginals beside(Marginals daily, long seed) {
    if (!(rate > 0) || daily.steps() == 0) {
      return daily;
    }
    double expected =
        rate * sizes.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double[] mean = Arrays.stream(daily.mean()).map(one -> one + expected).toArray();
    double[] quantiles = new double[daily.quantiles().length];
    for (int at = 0; at < quantiles.length; at += QuantileGrid.SIZE) {
      for (int q = 0; q < QuantileGrid.SIZE; q++) {
        quantiles[at + q] = quantile(daily.quantiles(), at, QuantileGrid.probability(q));
      }
    }
    Marginals.Sampler sampler =
        (path, latent, values, offset) -> {
          daily.sampler().draw(path, latent, values, offset);
          SplittableRandom random = Substreams.of(seed, "rare payments", path);
          for (int step = 0; step < latent.length; step++) {
            boolean comes = random.nextDouble() < rate;
            double size = sizes.get(random.nextInt(sizes.size()));
            values[offset + step] += comes ? size : 0;
          }
        };
    return new Marginals(quantiles, mean, sampler, daily.dependence());
  }

  private double quantile(double[] daily, int at, double probability) {
    double without = probability / (1 - rate);
    if (without < 1) {
      return QuantileGrid.interpolate(daily, at, without);
    }
    double share = (probability - (1 - rate)) / rate;
    int size = Math.clamp((int) (share * sizes.size()), 0, sizes.size() - 1);
    return daily[at + QuantileGrid.MEDIAN] + sizes.get(size);
  }
}
