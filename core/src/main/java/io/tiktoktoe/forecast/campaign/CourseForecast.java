package io.tiktoktoe.forecast.campaign;

import io.tiktoktoe.forecast.future.Dependence;
import io.tiktoktoe.forecast.future.Marginals;
import io.tiktoktoe.outlook.QuantileGrid;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Predictive distributions of a campaign's steps ahead: Student t on the log scale.
 *
 * @param span which steps
 * @param ahead the first of them that lies ahead, counted from the campaign's first
 * @param logs middle of the log rate by step of the campaign
 * @param variance of the log by step
 * @param floor what was added before logs were taken
 * @param common share of the variance that is the same for all steps
 */
record CourseForecast(
    Span span, int ahead, double[] logs, double[] variance, double floor, double common) {

  /** Degrees of freedom: the spread is itself known from few campaigns. */
  private static final double FREEDOM = 10;

  private static final double[] SCORES = scores();

  private static double[] scores() {
    TDistribution student = TDistribution.of(FREEDOM);
    double[] scores = new double[QuantileGrid.SIZE];
    for (int q = 0; q < scores.length; q++) {
      scores[q] = student.inverseCumulativeProbability(QuantileGrid.probability(q));
    }
    return scores;
  }

  /** The grids of {@code calm} with those of the campaign's steps in their place. */
  double[] quantiles(double[] calm, int known) {
    double[] quantiles = calm.clone();
    int steps = calm.length / QuantileGrid.SIZE;
    for (int t = ahead; t < logs.length && span.from() + t - known < steps; t++) {
      int offset = (span.from() + t - known) * QuantileGrid.SIZE;
      double deviation = Math.sqrt(variance[t]);
      for (int q = 0; q < QuantileGrid.SIZE; q++) {
        double value = Math.exp(logs[t] + deviation * SCORES[q]) - floor;
        quantiles[offset + q] = Math.max(0, value);
      }
    }
    return quantiles;
  }

  /** Whether a step ahead, counted from 0, is one of the campaign's. */
  boolean holds(int step, int known) {
    return known + step >= span.from() + ahead && known + step < span.to();
  }

  /** How its steps depend on each other. */
  Dependence dependence() {
    return Dependence.level(common, new double[] {1});
  }

  /** Its steps' distributions in the place of the calm ones. */
  Marginals in(Marginals calm, int known) {
    double[] quantiles = quantiles(calm.quantiles(), known);
    Marginals own = Marginals.of(quantiles, true, dependence());
    double[] mean = calm.mean().clone();
    for (int step = 0; step < mean.length; step++) {
      mean[step] = holds(step, known) ? own.mean()[step] : mean[step];
    }
    return new Marginals(
        quantiles,
        mean,
        (path, latent, values, offset) -> {
          calm.sampler().draw(path, latent, values, offset);
          double[] drawn = new double[latent.length];
          own.sampler().draw(path, latent, drawn, 0);
          for (int step = 0; step < latent.length; step++) {
            values[offset + step] = holds(step, known) ? drawn[step] : values[offset + step];
          }
        },
        dependence());
  }
}
