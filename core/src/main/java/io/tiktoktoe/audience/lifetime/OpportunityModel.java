package io.tiktoktoe.audience.lifetime;

import io.tiktoktoe.audience.lifetime.base.Estimate;
import io.tiktoktoe.audience.lifetime.base.Gammas;
import io.tiktoktoe.stats.Bfgs;
import java.util.Arrays;

/**
 * The BG/BB model (Fader, Hardie and Shang, "Customer-Base Analysis in a Discrete-Time
 * Noncontractual Setting", 2010): at each opportunity a customer buys with a probability that is
 * beta-distributed over the customers (alpha, beta), until leaving before an opportunity with
 * another one (gamma, delta). Immutable and thread safe.
 */
public final class OpportunityModel {

  private static final String[] PARAMETERS = {"alpha", "beta", "gamma", "delta"};

  /** Fewer people than these are completed by a prior. */
  private static final int FEW = 50;

  private final Estimate estimate;
  private final int people;
  private final double alpha;
  private final double beta;
  private final double gamma;
  private final double delta;

  private OpportunityModel(Estimate estimate, int people) {
    this.estimate = estimate;
    this.people = people;
    this.alpha = Math.exp(estimate.logs()[0]);
    this.beta = Math.exp(estimate.logs()[1]);
    this.gamma = Math.exp(estimate.logs()[2]);
    this.delta = Math.exp(estimate.logs()[3]);
  }

  static OpportunityModel of(OpportunityCounts counts) {
    double people = Arrays.stream(counts.people()).sum();
    if (!(people > 0)) {
      throw new IllegalArgumentException("There are no people. Give at least one row with some.");
    }
    Bfgs.Smooth likelihood = (logs, gradient) -> logLikelihood(counts, logs, gradient);
    double[] typical = {0, 0, Math.log(.6), Math.log(2.5)};
    double[] staying = {0, 0, Math.log(.1), Math.log(2.5)};
    Estimate.Prior prior = new Estimate.Prior(typical, new double[] {1, 1, 1, 1});
    Estimate estimate =
        Estimate.of(
            likelihood, likelihood, 1, new double[][] {typical, staying}, prior, people < FEW);
    return new OpportunityModel(estimate, (int) Math.min(Integer.MAX_VALUE, people));
  }

  /** Parameters and log likelihood. */
  public FittedModel model() {
    return FittedModel.of("BG/BB", PARAMETERS, estimate, people, 1);
  }

  /** The probability that each row's people still take opportunities at all. */
  public double[] alive(OpportunityCounts counts) {
    double[] alive = new double[counts.x().length];
    for (int i = 0; i < alive.length; i++) {
      double all = likelihood(estimate.logs(), counts, i, new double[4]);
      alive[i] = Math.exp(stayed(counts, i) - all);
    }
    return alive;
  }

  /**
   * How many of the next opportunities one of each row's people is expected to take.
   *
   * @param ahead how many opportunities, at least 0
   */
  public double[] expected(OpportunityCounts counts, int ahead) {
    double[] alive = alive(counts);
    for (int i = 0; i < alive.length; i++) {
      int n = counts.opportunities()[i];
      double taken = (alpha + counts.x()[i]) / (alpha + beta + n);
      double stays = 1;
      double sum = 0;
      for (int k = 0; k < ahead; k++) {
        stays *= (delta + n + k) / (gamma + delta + n + k);
        sum += stays;
      }
      alive[i] *= taken * sum;
    }
    return alive;
  }

  /**
   * How many of a number of new customers take {@code x} of {@code n} opportunities.
   *
   * @return the probability
   */
  public double probability(int x, int n) {
    double sum = 0;
    for (int last = x == 0 ? 0 : x; last <= (x == 0 ? 0 : n); last++) {
      OpportunityCounts one =
          new OpportunityCounts(new int[] {x}, new int[] {last}, new int[] {n}, new double[] {1});
      double orders = x == 0 ? 0 : Gammas.logRising(x, last - x) - Gammas.logRising(1, last - x);
      sum += Math.exp(orders + likelihood(estimate.logs(), one, 0, new double[4]));
    }
    return sum;
  }

  private double stayed(OpportunityCounts counts, int i) {
    int n = counts.opportunities()[i];
    return Gammas.logRising(alpha, counts.x()[i])
        + Gammas.logRising(beta, n - counts.x()[i])
        - Gammas.logRising(alpha + beta, n)
        + Gammas.logRising(delta, n)
        - Gammas.logRising(gamma + delta, n);
  }

  private static double logLikelihood(OpportunityCounts counts, double[] logs, double[] gradient) {
    double sum = 0;
    double[] slopes = new double[4];
    for (int i = 0; i < counts.x().length; i++) {
      if (counts.people()[i] > 0) {
        sum += counts.people()[i] * likelihood(logs, counts, i, slopes);
        for (int k = 0; k < slopes.length; k++) {
          gradient[k] += counts.people()[i] * Math.exp(logs[k]) * slopes[k];
        }
      }
    }
    return sum;
  }

  /** Log likelihood of one of a row's people; slopes by the parameters are written. */
  private static double likelihood(
      double[] logs, OpportunityCounts counts, int i, double[] slopes) {
    int n = counts.opportunities()[i];
    int last = counts.last()[i];
    double highest = Double.NEGATIVE_INFINITY;
    double[] heights = new double[n - last + 1];
    for (int seen = last; seen <= n; seen++) {
      heights[seen - last] = term(logs, counts.x()[i], seen, n);
      highest = Math.max(highest, heights[seen - last]);
    }
    double sum = 0;
    Arrays.fill(slopes, 0);
    for (int seen = last; seen <= n; seen++) {
      double height = Math.exp(heights[seen - last] - highest);
      sum += height;
      addSlopes(logs, counts.x()[i], seen, n, height, slopes);
    }
    for (int k = 0; k < slopes.length; k++) {
      slopes[k] /= sum;
    }
    return highest + Math.log(sum);
  }

  /** To take x of the opportunities {@code seen} and then leave, or stay through all n. */
  private static double term(double[] logs, int x, int seen, int n) {
    double alpha = Math.exp(logs[0]);
    double beta = Math.exp(logs[1]);
    double gamma = Math.exp(logs[2]);
    double delta = Math.exp(logs[3]);
    double taken =
        Gammas.logRising(alpha, x)
            + Gammas.logRising(beta, seen - x)
            - Gammas.logRising(alpha + beta, seen);
    double left = seen == n ? 0 : logs[2] - Math.log(gamma + delta + seen);
    return taken + left + Gammas.logRising(delta, seen) - Gammas.logRising(gamma + delta, seen);
  }

  private static void addSlopes(
      double[] logs, int x, int seen, int n, double height, double[] slopes) {
    double alpha = Math.exp(logs[0]);
    double beta = Math.exp(logs[1]);
    double gamma = Math.exp(logs[2]);
    double delta = Math.exp(logs[3]);
    double taken = Gammas.digammaRise(alpha + beta, seen);
    double stayed = Gammas.digammaRise(gamma + delta, seen);
    double leaving = seen == n ? 0 : 1 / (gamma + delta + seen);
    slopes[0] += height * (Gammas.digammaRise(alpha, x) - taken);
    slopes[1] += height * (Gammas.digammaRise(beta, seen - x) - taken);
    slopes[2] += height * ((seen == n ? 0 : 1 / gamma) - leaving - stayed);
    slopes[3] += height * (Gammas.digammaRise(delta, seen) - leaving - stayed);
  }
}
