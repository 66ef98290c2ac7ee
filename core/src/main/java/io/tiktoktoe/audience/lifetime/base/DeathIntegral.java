package io.tiktoktoe.audience.lifetime.base;

import io.tiktoktoe.stats.LegendreRule;

/**
 * The integral over the time of leaving in the likelihood of the Pareto/NBD: of s (alpha + t)^-(r +
 * x) (beta + t)^-(s + 1) from the last purchase to now. The literature writes it as a difference of
 * two Gaussian hypergeometric functions, which cancel, overflow and underflow for customers with
 * many purchases. Here it is summed itself: all terms are positive, in logarithms, over the
 * logarithm of time, on which the integrand falls like an exponential. Accurate to 1e-12 relative.
 */
final class DeathIntegral {

  /** Nodes and weights of Gauss and Legendre on (0, 1). */
  private static final double[][] RULE = LegendreRule.of(16);

  /** What a panel may fall by, as a logarithm. */
  private static final double FALL = 6;

  /** Longest panel in the logarithm of time. */
  private static final double LONGEST = 1;

  /** What is left is nothing beside what is summed. */
  private static final double NOTHING = 1e-15;

  private final double r;
  private final double alpha;
  private final double s;
  private final double beta;
  private final double least;

  /** Mean under the integrand, normalised, of log(alpha + t). */
  double meanLogAlpha;

  /** Mean of 1 / (alpha + t). */
  double meanByAlpha;

  /** Mean of log(beta + t). */
  double meanLogBeta;

  /** Mean of 1 / (beta + t). */
  double meanByBeta;

  DeathIntegral(double r, double alpha, double s, double beta) {
    this.r = r;
    this.alpha = alpha;
    this.s = s;
    this.beta = beta;
    this.least = Math.min(alpha, beta);
  }

  /**
   * The logarithm of the integral; the means are set.
   *
   * @param x purchases
   */
  double log(double x, double recency, double age) {
    double start = least + recency;
    double end = Math.log((least + age) / start);
    if (!(end > 0)) {
      meanLogAlpha = Math.log(alpha + age);
      meanByAlpha = 1 / (alpha + age);
      meanLogBeta = Math.log(beta + age);
      meanByBeta = 1 / (beta + age);
      return Double.NEGATIVE_INFINITY;
    }
    double shape = r + x;
    double base = logIntegrand(shape, start);
    double sum = 0;
    double[] sums = new double[4];
    double at = 0;
    while (at < end) {
      double here = start * Math.exp(at);
      double rate =
          Math.abs(
              shape * here / (here - least + alpha) + (s + 1) * here / (here - least + beta) - 1);
      double width = Math.min(end - at, Math.min(LONGEST, FALL / Math.max(rate, 1)));
      double panel = panel(shape, start, at, width, base, sums);
      sum += panel;
      at += width;
      if (panel * (end - at) / width < NOTHING * sum && rate > 1) {
        break;
      }
    }
    meanLogAlpha = sums[0] / sum;
    meanByAlpha = sums[1] / sum;
    meanLogBeta = sums[2] / sum;
    meanByBeta = sums[3] / sum;
    return base + Math.log(sum) + Math.log(s);
  }

  private double logIntegrand(double shape, double moved) {
    double time = moved - least;
    return -shape * Math.log(alpha + time) - (s + 1) * Math.log(beta + time) + Math.log(moved);
  }

  private double panel(
      double shape, double start, double at, double width, double base, double[] sums) {
    double panel = 0;
    double logStart = Math.log(start) + at;
    for (int node = 0; node < RULE[0].length; node++) {
      double along = width * RULE[0][node];
      double logMoved = logStart + along;
      double moved = Math.exp(logMoved);
      double toAlpha = alpha == least ? moved : moved - least + alpha;
      double toBeta = beta == least ? moved : moved - least + beta;
      double logAlpha = alpha == least ? logMoved : Math.log(toAlpha);
      double logBeta = beta == least ? logMoved : Math.log(toBeta);
      double height =
          width * RULE[1][node] * Math.exp(-shape * logAlpha - (s + 1) * logBeta + logMoved - base);
      panel += height;
      sums[0] += height * logAlpha;
      sums[1] += height / toAlpha;
      sums[2] += height * logBeta;
      sums[3] += height / toBeta;
    }
    return panel;
  }
}
