package io.tiktoktoe.audience.lifetime.base;

/**
 * The likelihood of {@link CountingModel} with its analytic gradient: what depends on one of the
 * numbers of a group only is computed once for all groups that share it.
 */
final class CountingLikelihood {

  private final CountingModel.Dropout dropout;
  private final int every;
  private final GroupedSummaries groups;
  private final double r;
  private final double alpha;
  private final double a;
  private final double b;
  private final int atFirst;
  private final double[] constant;
  private final double[] byR;
  private final double[] byA;
  private final double[] byB;
  private final double[] leaving;
  private final double[] logAge;
  private final double[] logRecency;

  CountingLikelihood(
      CountingModel.Dropout dropout, int every, double[] logs, GroupedSummaries groups) {
    this.dropout = dropout;
    this.every = every;
    this.groups = groups;
    this.r = Math.exp(logs[0]);
    this.alpha = Math.exp(logs[1]);
    boolean leaves = dropout != CountingModel.Dropout.NONE;
    this.a = leaves ? Math.exp(logs[2]) : 0;
    this.b = leaves ? Math.exp(logs[3]) : 1;
    this.atFirst = dropout == CountingModel.Dropout.EVERY ? 1 : 0;
    int numbers = groups.xs.length;
    this.constant = new double[numbers];
    this.byR = new double[numbers];
    this.byA = new double[numbers];
    this.byB = new double[numbers];
    this.leaving = new double[numbers];
    for (int at = 0; at < numbers; at++) {
      number(at, groups.xs[at], leaves);
    }
    this.logAge = logs(groups.ages);
    this.logRecency = logs(groups.recencies);
  }

  private void number(int at, int x, boolean leaves) {
    double ticks = (double) every * x;
    constant[at] = Gammas.logRising(r, ticks) + r * Math.log(alpha);
    byR[at] = Gammas.digammaRise(r, ticks) + Math.log(alpha);
    leaving[at] = Double.NEGATIVE_INFINITY;
    if (leaves) {
      double n = x + atFirst;
      constant[at] += CountingModel.stayed(a, b, n);
      byA[at] = -Gammas.digammaRise(a + b, n);
      byB[at] = Gammas.digammaRise(b, n) - Gammas.digammaRise(a + b, n);
      if (n > 0) {
        leaving[at] = Math.log(a) - Math.log(b + n - 1);
      }
    }
  }

  private double[] logs(double[] weeks) {
    double[] logs = new double[weeks.length];
    for (int at = 0; at < logs.length; at++) {
      logs[at] = Math.log(alpha + weeks[at]);
    }
    return logs;
  }

  /** The log likelihood; its gradient by the logarithms of the parameters is added. */
  double sum(double[] gradient) {
    double[] slopes = new double[4];
    double[] silence = new double[3];
    double sum = 0;
    for (int g = 0; g < groups.groups; g++) {
      sum += groups.weight[g] * group(g, slopes, silence);
    }
    gradient[0] += r * slopes[0];
    gradient[1] += alpha * slopes[1];
    if (dropout != CountingModel.Dropout.NONE) {
      gradient[2] += a * slopes[2];
      gradient[3] += b * slopes[3];
    }
    return sum + (every > 1 ? gaps() : 0);
  }

  private double gaps() {
    return CountingModel.gapConstant(every, groups.purchases(), groups.logGaps);
  }

  private double group(int g, double[] slopes, double[] silence) {
    int at = groups.xAt[g];
    double weight = groups.weight[g];
    double age = groups.age(g);
    double recency = groups.recency(g);
    double shape = r + (double) every * groups.xs[at];
    double toAge = logAge[groups.ageAt[g]];
    double gap = toAge - logRecency[groups.recencyAt[g]];
    silence(shape, recency, age, silence);
    double silent = Math.log(silence[0]);
    double left = leaving[at] + shape * gap;
    double both = CountingModel.logSum(left, silent);
    double gone = Math.exp(left - both);
    double here = Math.exp(silent - both) / silence[0];
    slopes[0] += weight * (byR[at] - toAge + gone * gap + here * silence[1]);
    double byAge = 1 / (alpha + age);
    slopes[1] +=
        weight
            * (r / alpha
                - shape * byAge
                + gone * shape * (byAge - 1 / (alpha + recency))
                + here * silence[2]);
    if (a > 0) {
      slopes[2] += weight * (byA[at] + gone / a);
      slopes[3] += weight * (byB[at] - (gone > 0 ? gone / (b + groups.xs[at] + atFirst - 1) : 0));
    }
    return constant[at] - shape * toAge + both;
  }

  /** The sum over ticks since the last purchase, and its slopes by shape and alpha. */
  private void silence(double shape, double recency, double age, double[] silence) {
    silence[0] = 1;
    silence[1] = 0;
    silence[2] = 0;
    double ratio = (age - recency) / (alpha + age);
    double term = 1;
    double bySum = 0;
    for (int tick = 1; tick < every; tick++) {
      term *= (shape + tick - 1) * ratio / tick;
      bySum += 1 / (shape + tick - 1);
      silence[0] += term;
      silence[1] += term * bySum;
      silence[2] -= term * tick / (alpha + age);
    }
  }
}
