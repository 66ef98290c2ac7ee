package io.tiktoktoe.audience.lifetime;

import io.tiktoktoe.audience.lifetime.base.CountDistribution;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The distribution of what a customer will spend: nothing with the probability of no purchase, else
 * log-normal with the mean and variance of the logarithm that the Gamma-Gamma model gives the sum
 * of so many amounts.
 */
final class SpendForecast {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final Optional<GammaGamma> model;
  private final double[] logMeans = new double[CountDistribution.BINS];
  private final double[] logVariances = new double[CountDistribution.BINS];
  private int known = 1;
  private double none;
  private double mean;
  private double variance;
  private double logMean;
  private double logVariance;
  private double valueVariance;
  private double customerLogMean;
  private double customerLogVariance;

  SpendForecast(Optional<GammaGamma> model) {
    this.model = model;
    Arrays.fill(logMeans, 0);
  }

  /** Takes the numbers of purchases of a group. */
  void counts(CountDistribution counts) {
    if (model.isEmpty()) {
      return;
    }
    for (; known < counts.bins(); known++) {
      logMeans[known] = model.get().logMean(CountDistribution.number(known));
      logVariances[known] = model.get().logVariance(CountDistribution.number(known));
    }
    none = counts.bins() > 0 ? counts.probability(0) : 1;
    mean = counts.mean();
    variance = counts.variance();
    logMean = 0;
    double squares = 0;
    double some = 0;
    for (int bin = 1; bin < counts.bins(); bin++) {
      double probability = counts.probability(bin);
      some += probability;
      logMean += probability * logMeans[bin];
      squares += probability * (logVariances[bin] + logMeans[bin] * logMeans[bin]);
    }
    logMean /= some;
    logVariance = Math.max(0, squares / some - logMean * logMean);
  }

  /** Turns to a customer of the group. */
  void customer(double priced, double spent, double discount) {
    GammaGamma gamma = model.orElseThrow();
    double amount = gamma.mean(priced, spent);
    double within = gamma.varianceWithin(priced, spent);
    double between = gamma.varianceOfMean(priced, spent);
    valueVariance =
        discount
            * discount
            * (mean * within + (variance + mean * mean) * between + variance * amount * amount);
    customerLogMean = gamma.logMeanOfCustomer(priced, spent) + Math.log(discount);
    customerLogVariance = gamma.logVarianceOfCustomer(priced);
  }

  double variance() {
    return valueVariance;
  }

  /** What is not exceeded with this probability. */
  double quantile(double p) {
    if (p <= none || none >= 1) {
      return 0;
    }
    double z = NORMAL.inverseCumulativeProbability((p - none) / (1 - none));
    return Math.exp(logMean + customerLogMean + z * Math.sqrt(logVariance + customerLogVariance));
  }
}
