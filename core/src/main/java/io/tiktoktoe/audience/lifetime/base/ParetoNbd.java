package io.tiktoktoe.audience.lifetime.base;

import io.tiktoktoe.stats.LegendreRule;
import java.util.Arrays;

/**
 * The Pareto/NBD (Schmittlein, Morrison and Colombo 1987; likelihood as Fader and Hardie 2005):
 * purchases at a gamma-distributed rate (r, alpha) until a lifetime ends that is exponential with a
 * gamma-distributed rate (s, beta).
 */
public final class ParetoNbd implements CustomerBaseModel {

  private static final double[][] LIVES = LegendreRule.of(8);

  @Override
  public String name() {
    return "Pareto/NBD";
  }

  @Override
  public String[] parameters() {
    return new String[] {"r", "alpha", "s", "beta"};
  }

  @Override
  public double[] typical() {
    return new double[] {Math.log(.6), Math.log(8), Math.log(.6), Math.log(12)};
  }

  @Override
  public double[] spread() {
    return new double[] {1, 1.5, 1, 1.5};
  }

  @Override
  public boolean needsGaps() {
    return false;
  }

  @Override
  public double logLikelihood(double[] logs, GroupedSummaries groups, double[] gradient) {
    double r = Math.exp(logs[0]);
    double alpha = Math.exp(logs[1]);
    double s = Math.exp(logs[2]);
    double beta = Math.exp(logs[3]);
    DeathIntegral death = new DeathIntegral(r, alpha, s, beta);
    double[] rises = new double[groups.xs.length];
    double[] slopes = new double[groups.xs.length];
    for (int at = 0; at < rises.length; at++) {
      rises[at] = Gammas.logRising(r, groups.xs[at]);
      slopes[at] = Gammas.digammaRise(r, groups.xs[at]);
    }
    double[] by = new double[4];
    double sum = 0;
    for (int g = 0; g < groups.groups; g++) {
      int at = groups.xAt[g];
      double age = groups.age(g);
      double shape = r + groups.xs[at];
      double left = death.log(groups.xs[at], groups.recency(g), age);
      double toAlpha = Math.log(alpha + age);
      double toBeta = Math.log(beta + age);
      double silent = -shape * toAlpha - s * toBeta;
      double both = CountingModel.logSum(left, silent);
      double here = Math.exp(silent - both);
      double gone = 1 - here;
      double weight = groups.weight[g];
      sum += weight * (rises[at] + r * logs[1] + s * logs[3] + both);
      by[0] += weight * (slopes[at] + logs[1] - here * toAlpha - gone * death.meanLogAlpha);
      by[1] += weight * (r / alpha - shape * (here / (alpha + age) + gone * death.meanByAlpha));
      by[2] += weight * (logs[3] - here * toBeta + gone * (1 / s - death.meanLogBeta));
      by[3] += weight * (s / beta - here * s / (beta + age) - gone * (s + 1) * death.meanByBeta);
    }
    gradient[0] += r * by[0];
    gradient[1] += alpha * by[1];
    gradient[2] += s * by[2];
    gradient[3] += beta * by[3];
    return sum;
  }

  @Override
  public double logLikelihood(double[] logs, int x, double recency, double age, double logGaps) {
    double r = Math.exp(logs[0]);
    double alpha = Math.exp(logs[1]);
    double s = Math.exp(logs[2]);
    double beta = Math.exp(logs[3]);
    double left = new DeathIntegral(r, alpha, s, beta).log(x, recency, age);
    double silent = -(r + x) * Math.log(alpha + age) - s * Math.log(beta + age);
    return Gammas.logRising(r, x) + r * logs[1] + s * logs[3] + CountingModel.logSum(left, silent);
  }

  @Override
  public Prediction prediction(double[] logs, double weeks) {
    return new Ahead(
        Math.exp(logs[0]), Math.exp(logs[1]), Math.exp(logs[2]), Math.exp(logs[3]), weeks);
  }

  /** What comes, with scratch of its own. */
  private static final class Ahead implements Prediction {
    private final double r;
    private final double alpha;
    private final double s;
    private final double beta;
    private final double weeks;
    private final DeathIntegral death;
    private final double[] tails = new double[CountDistribution.BINS + 1];

    Ahead(double r, double alpha, double s, double beta, double weeks) {
      this.r = r;
      this.alpha = alpha;
      this.s = s;
      this.beta = beta;
      this.weeks = weeks;
      this.death = new DeathIntegral(r, alpha, s, beta);
    }

    @Override
    public double alive(int x, double recency, double age) {
      double silent = -(r + x) * Math.log(alpha + age) - s * Math.log(beta + age);
      return 1 / (1 + Math.exp(death.log(x, recency, age) - silent));
    }

    @Override
    public double mean(int x, double recency, double age) {
      return alive(x, recency, age) * (r + x) / (alpha + age) * lifeAhead(beta + age);
    }

    /** Expected weeks of life within the horizon: (scale / (s - 1)) (1 - (scale / end)^(s - 1)). */
    private double lifeAhead(double scale) {
      double log = Math.log1p(weeks / scale);
      double power = s - 1;
      return Math.abs(power * log) < 1e-8 ? scale * log : -scale * Math.expm1(-power * log) / power;
    }

    @Override
    public void addTo(CountDistribution counts, double weight, int x, double recency, double age) {
      double alive = alive(x, recency, age);
      counts.addZero(weight * (1 - alive));
      double scale = beta + age;
      double stays = Math.exp(-s * Math.log1p(weeks / scale));
      add(counts, weight * alive * stays, weeks, x, age);
      for (int node = 0; node < LIVES[0].length; node++) {
        double survival = stays + (1 - stays) * LIVES[0][node];
        double life = Math.min(weeks, scale * Math.expm1(-Math.log(survival) / s));
        add(counts, weight * alive * (1 - stays) * LIVES[1][node], life, x, age);
      }
    }

    private void add(CountDistribution counts, double weight, double life, int x, double age) {
      Arrays.fill(tails, 0);
      int bins = NegativeBinomialTails.addTo(tails, 1, r + x, life / (alpha + age + life), 1, 0);
      counts.addTails(tails, bins, weight);
    }
  }
}
