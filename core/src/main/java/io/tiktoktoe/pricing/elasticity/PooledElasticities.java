package io.tiktoktoe.pricing.elasticity;

import io.tiktoktoe.stats.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * Hierarchical Bayes over products (Lindley and Smith 1972): each elasticity is drawn from a normal
 * distribution that is cut off above 0, its own estimate scatters around it with a known error.
 * Mean and spread of that distribution have vague priors and are summed over a grid. O(products
 * grid).
 */
final class PooledElasticities {

  /** Prior of the mean: wide around what published studies report (Bijmolt and others 2005). */
  private static final double PRIOR_MEAN = -1.5;

  private static final double PRIOR_DEVIATION = 2;

  /** Scale of the half-Cauchy prior of the spread. */
  private static final double SPREAD_SCALE = .7;

  private static final double LEAST_SPREAD = .02;
  private static final double MOST_SPREAD = 5;

  /** Places looked at along each of both axes: to find the posterior, and to sum over it. */
  private static final int SEARCHED = 25;

  private static final int SUMMED = 13;

  /** Points of less weight than this share of the largest are left out. */
  private static final double NEGLIGIBLE = 1e-3;

  /** Standard deviations around the first grid's mean that the second covers. */
  private static final double REACH = 4.5;

  private final double[] estimates;
  private final double[] errors;
  private final List<Point> points;

  /** One place of the grid and its posterior weight. */
  private record Point(double mean, double spread, double weight) {}

  /** A range that is looked at evenly. */
  private record Range(double low, double high, int points) {
    double at(int point) {
      return low + (high - low) * point / (points - 1);
    }
  }

  /**
   * Learns from all products.
   *
   * @param estimates of each product, any sign
   * @param errors their standard errors, above 0
   */
  PooledElasticities(double[] estimates, double[] errors) {
    this.estimates = estimates.clone();
    this.errors = errors.clone();
    List<Point> coarse =
        grid(
            new Range(PRIOR_MEAN - 3 * PRIOR_DEVIATION, PRIOR_MEAN + 2 * PRIOR_DEVIATION, SEARCHED),
            new Range(Math.log(LEAST_SPREAD), Math.log(MOST_SPREAD), SEARCHED));
    List<Point> fine = grid(around(coarse, false, SEARCHED), around(coarse, true, SEARCHED));
    this.points = grid(around(fine, false, SUMMED), around(fine, true, SUMMED));
  }

  private static Range around(List<Point> points, boolean spread, int count) {
    double mean = 0;
    double square = 0;
    for (Point point : points) {
      double value = spread ? Math.log(point.spread) : point.mean;
      mean += point.weight * value;
      square += point.weight * value * value;
    }
    double deviation = Math.sqrt(Math.max(1e-8, square - mean * mean));
    double low = mean - REACH * deviation;
    double high = mean + REACH * deviation;
    return spread
        ? new Range(
            Math.max(low, Math.log(LEAST_SPREAD)), Math.min(high, Math.log(MOST_SPREAD)), count)
        : new Range(low, high, count);
  }

  private List<Point> grid(Range means, Range logSpreads) {
    double[][] logs = new double[means.points][logSpreads.points];
    double most = Double.NEGATIVE_INFINITY;
    for (int mean = 0; mean < means.points; mean++) {
      for (int spread = 0; spread < logSpreads.points; spread++) {
        logs[mean][spread] = logPosterior(means.at(mean), Math.exp(logSpreads.at(spread)));
        most = Math.max(most, logs[mean][spread]);
      }
    }
    List<Point> kept = new ArrayList<>();
    double sum = 0;
    for (int mean = 0; mean < means.points; mean++) {
      for (int spread = 0; spread < logSpreads.points; spread++) {
        double weight = Math.exp(logs[mean][spread] - most);
        if (weight > NEGLIGIBLE) {
          kept.add(new Point(means.at(mean), Math.exp(logSpreads.at(spread)), weight));
          sum += weight;
        }
      }
    }
    double total = sum;
    return kept.stream()
        .map(point -> new Point(point.mean, point.spread, point.weight / total))
        .toList();
  }

  private double logPosterior(double mean, double spread) {
    double away = (mean - PRIOR_MEAN) / PRIOR_DEVIATION;
    double wide = spread / SPREAD_SCALE;
    // The last term turns the prior of the spread into that of its logarithm.
    double log = -away * away / 2 - Math.log1p(wide * wide) + Math.log(spread);
    for (int product = 0; product < estimates.length; product++) {
      log += logLikelihood(product, mean, spread);
    }
    return log;
  }

  private double logLikelihood(int product, double mean, double spread) {
    double variance = spread * spread + errors[product] * errors[product];
    double distance = estimates[product] - mean;
    return -distance * distance / (2 * variance)
        - Math.log(variance) / 2
        + posterior(product, mean, spread).logShare
        - NormalTail.logBelow(-mean / spread);
  }

  /** A normal distribution, to be cut off above 0. */
  private record Normal(double mean, double deviation, double logShare) {

    static Normal of(double mean, double deviation) {
      return new Normal(mean, deviation, NormalTail.logBelow(-mean / deviation));
    }

    /** Mean of what is not above 0. */
    double meanBelowZero() {
      return mean - deviation * NormalTail.hazard(mean / deviation);
    }

    /** Chance of at most {@code value} among what is not above 0. */
    double below(double value) {
      if (value >= 0) {
        return 1;
      }
      return Math.exp(
          NormalTail.logBelow((value - mean) / deviation) - NormalTail.logBelow(-mean / deviation));
    }
  }

  private Normal posterior(int product, double mean, double spread) {
    double own = 1 / (errors[product] * errors[product]);
    double others = 1 / (spread * spread);
    double precision = own + others;
    return Normal.of(
        (own * estimates[product] + others * mean) / precision, 1 / Math.sqrt(precision));
  }

  /** Posterior mean of one product. */
  double mean(int product) {
    double sum = 0;
    for (Point point : points) {
      sum += point.weight * posterior(product, point.mean, point.spread).meanBelowZero();
    }
    return sum;
  }

  /** Credible interval of one product at .95. */
  Interval interval(int product) {
    List<Normal> mixture =
        points.stream().map(point -> posterior(product, point.mean, point.spread)).toList();
    return Interval.equalTailed(p -> quantile(mixture, p), Interval.WIDE);
  }

  /** Predictive mean of a product that no row tells of. */
  double meanOfUnseen() {
    double sum = 0;
    for (Point point : points) {
      sum += point.weight * Normal.of(point.mean, point.spread).meanBelowZero();
    }
    return sum;
  }

  /** Predictive interval of such a product. */
  Interval intervalOfUnseen() {
    List<Normal> mixture =
        points.stream().map(point -> Normal.of(point.mean, point.spread)).toList();
    return Interval.equalTailed(p -> quantile(mixture, p), Interval.WIDE);
  }

  /**
   * What all other products say of this one: the posterior without its own rows, by dividing their
   * likelihood out at each place.
   */
  PooledElasticities without(int product) {
    double most = Double.NEGATIVE_INFINITY;
    double[] logs = new double[points.size()];
    for (int at = 0; at < logs.length; at++) {
      Point point = points.get(at);
      logs[at] = Math.log(point.weight) - logLikelihood(product, point.mean, point.spread);
      most = Math.max(most, logs[at]);
    }
    double sum = 0;
    for (int at = 0; at < logs.length; at++) {
      logs[at] = Math.exp(logs[at] - most);
      sum += logs[at];
    }
    List<Point> others = new ArrayList<>();
    for (int at = 0; at < logs.length; at++) {
      others.add(new Point(points.get(at).mean, points.get(at).spread, logs[at] / sum));
    }
    return new PooledElasticities(this, others);
  }

  private PooledElasticities(PooledElasticities all, List<Point> points) {
    this.estimates = all.estimates;
    this.errors = all.errors;
    this.points = points;
  }

  /** Interval of the mean over products. */
  Interval intervalOfMean() {
    double mean = meanOfUnseen();
    double square = 0;
    for (Point point : points) {
      double one = Normal.of(point.mean, point.spread).meanBelowZero();
      square += point.weight * one * one;
    }
    double deviation = Math.sqrt(Math.max(0, square - mean * mean));
    return Interval.normal(mean, deviation, Interval.WIDE).clamp(Double.NEGATIVE_INFINITY, 0);
  }

  /** Posterior mean of the spread between products. */
  double spread() {
    return points.stream().mapToDouble(point -> point.weight * point.spread).sum();
  }

  private double quantile(List<Normal> mixture, double probability) {
    double low = -1;
    while (below(mixture, low) > probability && low > -1e6) {
      low *= 2;
    }
    double high = 0;
    for (int step = 0; step < 50 && high - low > 1e-9 * Math.max(1, -low); step++) {
      double middle = (low + high) / 2;
      if (below(mixture, middle) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private double below(List<Normal> mixture, double value) {
    double sum = 0;
    for (int at = 0; at < mixture.size(); at++) {
      sum += points.get(at).weight * mixture.get(at).below(value);
    }
    return sum;
  }
}
