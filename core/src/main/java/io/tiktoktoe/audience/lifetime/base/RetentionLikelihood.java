package io.tiktoktoe.audience.lifetime.base;

import io.tiktoktoe.stats.Bfgs;
import java.util.Arrays;
import org.apache.commons.numbers.gamma.Digamma;

/**
 * Log likelihood of sBG and beta-discrete-Weibull: survival of n renewals is B(alpha, beta + n^c) /
 * B(alpha, beta), with c = 1 for the sBG. Subscriptions alike are taken together.
 */
public final class RetentionLikelihood implements Bfgs.Smooth {

  private final double[] lost;
  private final double[] kept;
  private final boolean weibull;

  private RetentionLikelihood(double[] lost, double[] kept, boolean weibull) {
    this.lost = lost;
    this.kept = kept;
    this.weibull = weibull;
  }

  /**
   * Of subscriptions.
   *
   * @param terms paid by each
   * @param running which of them still run
   */
  public static RetentionLikelihood of(int[] terms, boolean[] running, boolean weibull) {
    int most = Arrays.stream(terms).max().orElse(1);
    double[] lost = new double[most + 1];
    double[] kept = new double[most + 1];
    for (int i = 0; i < terms.length; i++) {
      (running[i] ? kept : lost)[terms[i]]++;
    }
    return new RetentionLikelihood(lost, kept, weibull);
  }

  /** Subscriptions that ended. */
  public double churned() {
    return Arrays.stream(lost).sum();
  }

  /** Log of the share that is renewed at least n times. */
  public static double logSurvival(double[] logs, double n) {
    double time = logs.length > 2 ? Math.pow(n, Math.exp(logs[2])) : n;
    double alpha = Math.exp(logs[0]);
    double beta = Math.exp(logs[1]);
    return Gammas.logRising(beta, time) - Gammas.logRising(alpha + beta, time);
  }

  @Override
  public double at(double[] logs, double[] gradient) {
    double sum = 0;
    double[] before = new double[3];
    double[] after = new double[3];
    double survived = 0;
    for (int n = 1; n < lost.length; n++) {
      double next = logSurvival(logs, n);
      slopes(logs, n, after);
      double stays = Math.exp(next - survived);
      sum += kept[n] * survived;
      double leaves = -Math.expm1(next - survived);
      if (lost[n] > 0) {
        sum += lost[n] * (survived + Math.log(leaves));
      }
      for (int i = 0; i < gradient.length; i++) {
        double slope = kept[n] * before[i];
        if (lost[n] > 0) {
          slope += lost[n] * (before[i] - stays * after[i]) / leaves;
        }
        gradient[i] += slope;
      }
      survived = next;
      System.arraycopy(after, 0, before, 0, after.length);
    }
    return sum;
  }

  /** Slopes of the log survival by the logarithms of the parameters. */
  private void slopes(double[] logs, int n, double[] slopes) {
    double alpha = Math.exp(logs[0]);
    double beta = Math.exp(logs[1]);
    double c = weibull ? Math.exp(logs[2]) : 1;
    double time = Math.pow(n, c);
    double both = Gammas.digammaRise(alpha + beta, time);
    slopes[0] = -alpha * both;
    slopes[1] = beta * (Gammas.digammaRise(beta, time) - both);
    slopes[2] =
        weibull
            ? (Digamma.value(beta + time) - Digamma.value(alpha + beta + time))
                * time
                * Math.log(n)
                * c
            : 0;
  }
}
