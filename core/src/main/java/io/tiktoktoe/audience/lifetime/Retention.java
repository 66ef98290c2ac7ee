package io.tiktoktoe.audience.lifetime;

import io.tiktoktoe.audience.lifetime.base.Estimate;
import io.tiktoktoe.audience.lifetime.base.RetentionLikelihood;
import io.tiktoktoe.audience.lifetime.base.StackingWeights;
import io.tiktoktoe.stats.Interval;
import java.util.Arrays;
import java.util.List;

/**
 * Contractual retention in discrete time: the shifted beta-geometric model (Fader and Hardie, "How
 * to project customer retention", 2007) and the beta-discrete-Weibull (Fader, Hardie, Liu, Davin
 * and Steenburgh, "How to project customer retention revisited", 2018), whose churn of a single
 * subscriber may rise or fall with time.
 */
final class Retention implements RetentionModel {

  private static final double YEAR_DAYS = 365.25;
  private static final int FEW = 30;

  /** Most renewals that are told apart. */
  private static final int MOST = 5_000;

  private final Estimate[] estimates;
  private final double[] weights;
  private final int customers;
  private final LifetimeOptions options;

  private Retention(Estimate[] estimates, int customers, LifetimeOptions options) {
    this.estimates = estimates;
    this.weights = StackingWeights.byLikelihood(List.of(estimates));
    this.customers = customers;
    this.options = options;
  }

  static Retention of(SubscriptionTerms terms, LifetimeOptions options) {
    if (terms.count() == 0) {
      throw new IllegalArgumentException("There are no subscriptions. Leave them out.");
    }
    RetentionLikelihood geometric = RetentionLikelihood.of(terms.terms(), terms.running(), false);
    RetentionLikelihood weibull = RetentionLikelihood.of(terms.terms(), terms.running(), true);
    boolean few = terms.count() < FEW || geometric.churned() < FEW / 3;
    Estimate first = estimate(geometric, few, Math.log(.7), Math.log(2));
    double[] start = first.logs();
    Estimate second = estimate(weibull, few, start[0], start[1], 0);
    return new Retention(new Estimate[] {first, second}, terms.count(), options);
  }

  private static Estimate estimate(RetentionLikelihood likelihood, boolean few, double... start) {
    double[] means = {Math.log(.7), Math.log(2), 0};
    double[] deviations = {1, 1, .5};
    Estimate.Prior prior =
        new Estimate.Prior(
            Arrays.copyOf(means, start.length), Arrays.copyOf(deviations, start.length));
    return Estimate.of(likelihood, likelihood, 1, new double[][] {start}, prior, few);
  }

  @Override
  public List<FittedModel> models() {
    return List.of(
        FittedModel.of("sBG", new String[] {"alpha", "beta"}, estimates[0], customers, weights[0]),
        FittedModel.of(
            "BdW", new String[] {"alpha", "beta", "c"}, estimates[1], customers, weights[1]));
  }

  @Override
  public double[] survival(int most) {
    double[] pooled = new double[most + 1];
    for (int m = 0; m < estimates.length; m++) {
      for (int n = 0; n <= most; n++) {
        pooled[n] += weights[m] * Math.exp(RetentionLikelihood.logSurvival(estimates[m].logs(), n));
      }
    }
    return pooled;
  }

  @Override
  public FanValues expected(SubscriptionTerms terms, int fans, double horizonDays) {
    FanValues values = FanValues.empty(fans, horizonDays);
    for (double[] column : columns(values)) {
      Arrays.fill(column, 0);
    }
    for (int i = 0; i < terms.count(); i++) {
      if (terms.fan()[i] >= fans) {
        throw new IllegalArgumentException(
            "subscription %d is of fan %d; there are %d.".formatted(i, terms.fan()[i], fans));
      }
      if (terms.running()[i]) {
        add(values, terms, i, horizonDays);
      }
    }
    return values;
  }

  /** Adds one running subscription to what its fan brings. */
  private void add(FanValues values, SubscriptionTerms terms, int i, double horizonDays) {
    double renewals = Math.min(MOST, horizonDays / terms.termDays());
    double[] stays = stays(terms.terms()[i], renewals);
    double mean = 0;
    double squares = 0;
    double money = 0;
    for (int n = 1; n < stays.length; n++) {
      mean += stays[n];
      squares += (2 * n - 1) * stays[n];
      double years = n * terms.termDays() / YEAR_DAYS;
      money += stays[n] * Math.pow(1 + options.annualDiscount(), -years);
    }
    double price = terms.price()[i];
    double discount = mean > 0 ? money / mean : 1;
    int fan = terms.fan()[i];
    FanValues one = FanValues.empty(1, horizonDays);
    one.pAlive()[0] = 1;
    one.purchases()[0] = mean;
    one.purchasesVariance()[0] = Math.max(0, squares - mean * mean);
    one.value()[0] = price * money;
    one.valueVariance()[0] = one.purchasesVariance()[0] * price * price * discount * discount;
    bounds(
        one.purchasesLo68(), one.purchasesHi68(), one.lo68(), one.hi68(), stays, Interval.NARROW);
    bounds(one.purchasesLo95(), one.purchasesHi95(), one.lo95(), one.hi95(), stays, Interval.WIDE);
    for (double[] column : List.of(one.lo68(), one.hi68(), one.lo95(), one.hi95())) {
      column[0] *= price * discount;
    }
    FanSums.add(values, fan, one, 0);
  }

  /** Probability of at least so many renewals; the last one counts as far as the horizon goes. */
  private double[] stays(int terms, double renewals) {
    int whole = (int) Math.floor(renewals);
    double[] stays = new double[whole + 2];
    for (int m = 0; m < estimates.length; m++) {
      double[] logs = estimates[m].logs();
      double now = RetentionLikelihood.logSurvival(logs, terms - 1);
      for (int n = 0; n < stays.length; n++) {
        stays[n] +=
            weights[m] * Math.exp(RetentionLikelihood.logSurvival(logs, terms - 1 + n) - now);
      }
    }
    stays[whole + 1] *= renewals - whole;
    return stays;
  }

  private static void bounds(
      double[] low,
      double[] high,
      double[] moneyLow,
      double[] moneyHigh,
      double[] stays,
      double level) {
    double tail = Interval.lowerTail(level);
    boolean noneIsLikely = 1 - stays[1] > tail;
    low[0] = noneIsLikely ? 0 : quantile(stays, tail);
    high[0] = quantile(stays, noneIsLikely ? level : Interval.upperTail(level));
    moneyLow[0] = low[0];
    moneyHigh[0] = high[0];
  }

  /** The least number of renewals that is not exceeded with this probability. */
  private static double quantile(double[] stays, double p) {
    int n = 0;
    while (n + 1 < stays.length && 1 - stays[n + 1] < p) {
      n++;
    }
    return n;
  }

  private static List<double[]> columns(FanValues values) {
    return List.of(
        values.pAlive(),
        values.purchases(),
        values.purchasesVariance(),
        values.value(),
        values.valueVariance(),
        values.purchasesLo68(),
        values.purchasesHi68(),
        values.purchasesLo95(),
        values.purchasesHi95(),
        values.lo68(),
        values.hi68(),
        values.lo95(),
        values.hi95());
  }

  static FanValues together(FanValues purchases, FanValues subscriptions) {
    if (purchases.fans() != subscriptions.fans()
        || purchases.horizonDays() != subscriptions.horizonDays()) {
      throw new IllegalArgumentException(
          "purchases (%d fans, %s days) and subscriptions (%d, %s) must be of the same."
              .formatted(
                  purchases.fans(),
                  purchases.horizonDays(),
                  subscriptions.fans(),
                  subscriptions.horizonDays()));
    }
    FanValues both = FanValues.empty(purchases.fans(), purchases.horizonDays());
    for (double[] column : columns(both)) {
      Arrays.fill(column, 0);
    }
    for (int fan = 0; fan < both.fans(); fan++) {
      FanSums.add(both, fan, purchases, fan);
      FanSums.add(both, fan, subscriptions, fan);
    }
    return both;
  }
}
