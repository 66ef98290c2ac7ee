package io.tiktoktoe.audience.lifetime;

import io.tiktoktoe.audience.lifetime.base.Estimate;
import io.tiktoktoe.audience.lifetime.base.Gammas;
import io.tiktoktoe.stats.Bfgs;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.Trigamma;

/**
 * The Gamma-Gamma model of spend (Colombo and Jiang 1999; Fader and Hardie, "The Gamma-Gamma model
 * of monetary value", 2013): amounts of a customer are gamma-distributed with shape p and a rate
 * that is gamma-distributed over the customers with shape q and rate v. Spend is taken for
 * independent of how often a customer buys.
 */
final class GammaGamma {

  static final String[] PARAMETERS = {"p", "q", "v"};

  /** Fewer customers than these who bought again are completed by a prior. */
  private static final int FEW = 30;

  /** More customers than these are searched on a part of them first. */
  private static final int MANY = 20_000;

  /** Least shape above that at which a mean or a variance is infinite. */
  private static final double LEAST = .1;

  private final double p;
  private final double q;
  private final double v;
  private final Estimate estimate;
  private final int customers;

  private GammaGamma(Estimate estimate, int customers) {
    this.estimate = estimate;
    this.customers = customers;
    this.p = Math.exp(estimate.logs()[0]);
    this.q = Math.exp(estimate.logs()[1]);
    this.v = Math.exp(estimate.logs()[2]);
  }

  /**
   * Fits to the mean amounts of the repeat purchases; to the first purchases where there are no
   * repeats with a price.
   *
   * @throws IllegalArgumentException if there is no price at all
   */
  static GammaGamma of(PurchaseSummaries all) {
    int[] places =
        IntStream.range(0, all.customers())
            .filter(i -> all.known(i) && all.spend()[i] > 0)
            .toArray();
    double[] n = IntStream.of(places).mapToDouble(i -> all.priced()[i]).toArray();
    double[] means = IntStream.of(places).mapToDouble(i -> all.spend()[i]).toArray();
    if (places.length == 0) {
      means = Arrays.stream(all.first()).filter(first -> first > 0).toArray();
      n = new double[means.length];
      Arrays.fill(n, 1);
    }
    if (means.length == 0) {
      throw new IllegalArgumentException(
          "No purchase has a price above 0. Leave the amounts out to count purchases only.");
    }
    return of(n, means);
  }

  /** Whether there is a price to fit to. */
  static boolean possible(PurchaseSummaries all) {
    return all.hasSpend()
        && (Arrays.stream(all.spend()).anyMatch(mean -> mean > 0)
            || Arrays.stream(all.first()).anyMatch(first -> first > 0));
  }

  private static GammaGamma of(double[] n, double[] means) {
    double scale = Arrays.stream(means).average().orElseThrow();
    double[] relative = Arrays.stream(means).map(mean -> mean / scale).toArray();
    Likelihood likelihood = new Likelihood(n, relative);
    double[] typical = {Math.log(4), Math.log(3.5), Math.log(2.5 / 4)};
    double[] alike = {Math.log(20), Math.log(20), Math.log(19.0 / 20)};
    Estimate.Prior prior = new Estimate.Prior(typical, new double[] {1, .8, 1});
    Estimate relativeOnes =
        Estimate.of(
            likelihood, likelihood, 1, new double[][] {typical, alike}, prior, means.length < FEW);
    double logScale = Math.log(scale);
    double[] logs = relativeOnes.logs().clone();
    logs[2] += logScale;
    Estimate scaled =
        new Estimate(
            logs,
            relativeOnes.logLikelihood() - logScale * means.length,
            relativeOnes.covariance(),
            relativeOnes.errors(),
            relativeOnes.prior());
    return new GammaGamma(scaled, means.length);
  }

  private static double[] part(double[] values, int stride) {
    return IntStream.range(0, values.length / stride)
        .mapToDouble(i -> values[i * stride])
        .toArray();
  }

  /** The log likelihood with its analytic gradient; gamma functions once a number of purchases. */
  static final class Likelihood implements Bfgs.Smooth {
    private final double[] n;
    private final double[] means;
    private final double[] numbers;
    private final int[] numberAt;
    private double constant;

    Likelihood(double[] n, double[] means) {
      this.n = n;
      this.means = means;
      this.numbers = Arrays.stream(n).sorted().distinct().toArray();
      this.numberAt = new int[n.length];
      for (int i = 0; i < n.length; i++) {
        numberAt[i] = Arrays.binarySearch(numbers, n[i]);
        constant -= Math.log(means[i]);
      }
    }

    @Override
    public double at(double[] logs, double[] gradient) {
      double p = Math.exp(logs[0]);
      double q = Math.exp(logs[1]);
      double v = Math.exp(logs[2]);
      double[] height = new double[numbers.length];
      double[] byP = new double[numbers.length];
      double[] byQ = new double[numbers.length];
      for (int k = 0; k < numbers.length; k++) {
        double shape = p * numbers[k];
        height[k] = Gammas.logRising(shape, q) - LogGamma.value(q);
        byP[k] = numbers[k] * Gammas.digammaRise(shape, q);
        byQ[k] = Digamma.value(shape + q) - Digamma.value(q);
      }
      double sum = constant;
      double[] by = new double[3];
      for (int i = 0; i < n.length; i++) {
        double total = n[i] * means[i];
        double shape = p * n[i];
        double share = Math.log(total / (v + total));
        double rest = Math.log(v / (v + total));
        sum += height[numberAt[i]] + shape * share + q * rest;
        by[0] += byP[numberAt[i]] + n[i] * share;
        by[1] += byQ[numberAt[i]] + rest;
        by[2] += q / v - (shape + q) / (v + total);
      }
      gradient[0] += p * by[0];
      gradient[1] += q * by[1];
      gradient[2] += v * by[2];
      return sum;
    }
  }

  /** Expected amount of a purchase of a customer. */
  double mean(double priced, double spend) {
    double known = priced > 0 ? priced : 0;
    double total = known > 0 ? known * spend : 0;
    return p * (v + total) / Math.max(p * known + q - 1, LEAST);
  }

  /** Variance of a customer's own mean, which is not known exactly. */
  double varianceOfMean(double priced, double spend) {
    double shape = Math.max(p * Math.max(priced, 0) + q - 2, LEAST);
    double mean = mean(priced, spend);
    return mean * mean / shape;
  }

  /** Variance of single amounts around a customer's own mean. */
  double varianceWithin(double priced, double spend) {
    double mean = mean(priced, spend);
    return (mean * mean + varianceOfMean(priced, spend)) / p;
  }

  /**
   * Mean of the logarithm of the sum of {@code n} amounts, without what depends on the customer.
   */
  double logMean(double n) {
    return Digamma.value(p * n);
  }

  /** Variance of the same. */
  double logVariance(double n) {
    return Trigamma.value(p * n);
  }

  /** What a customer adds to the mean of the logarithm. */
  double logMeanOfCustomer(double priced, double spend) {
    double total = priced > 0 ? priced * spend : 0;
    return Math.log(v + total) - Digamma.value(q + p * Math.max(priced, 0));
  }

  /** What a customer adds to its variance. */
  double logVarianceOfCustomer(double priced) {
    return Trigamma.value(q + p * Math.max(priced, 0));
  }

  Estimate estimate() {
    return estimate;
  }

  FittedModel told() {
    return FittedModel.of("Gamma-Gamma", PARAMETERS, estimate, customers, 1);
  }
}
