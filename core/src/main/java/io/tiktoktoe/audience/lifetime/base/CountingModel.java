package io.tiktoktoe.audience.lifetime.base;

import java.util.Arrays;

/**
 * The family of counting models with beta-geometric dropout: BG/NBD (Fader, Hardie and Lee 2005),
 * MBG/NBD (Batislam, Denizel and Filiztekin 2007; Hoppe and Wagner 2007), where a customer may
 * leave after the first purchase too, both with Erlang-k times between purchases (BG/CNBD-k and
 * MBG/CNBD-k: Platzer and Reutterer 2016, Reutterer, Platzer and Schröder 2021), and without any
 * dropout (NBD: Ehrenberg 1959). Parameters r and alpha of the rate's gamma distribution, a and b
 * of the dropout's beta distribution. For k above 1, r and alpha are of ticks, k to a purchase.
 */
public final class CountingModel implements CustomerBaseModel {

  /** When a customer may leave. */
  public enum Dropout {
    /** Never. */
    NONE(""),
    /** After every repeat purchase. */
    REPEAT("BG"),
    /** After every purchase, the first included. */
    EVERY("MBG");

    private final String prefix;

    Dropout(String prefix) {
      this.prefix = prefix;
    }
  }

  private static final double[] NO_SHARES = {};

  private final Dropout dropout;
  private final int every;

  public CountingModel(Dropout dropout, int every) {
    this.dropout = dropout;
    this.every = every;
  }

  @Override
  public String name() {
    String slash = dropout == Dropout.NONE ? "" : "/";
    return dropout.prefix + slash + (every == 1 ? "NBD" : "CNBD-" + every);
  }

  @Override
  public String[] parameters() {
    return dropout == Dropout.NONE
        ? new String[] {"r", "alpha"}
        : new String[] {"r", "alpha", "a", "b"};
  }

  @Override
  public double[] typical() {
    double alpha = Math.log(8.0 / every);
    return dropout == Dropout.NONE
        ? new double[] {Math.log(.5), alpha}
        : new double[] {Math.log(.5), alpha, Math.log(.8), Math.log(2.2)};
  }

  @Override
  public double[] spread() {
    return dropout == Dropout.NONE ? new double[] {1, 1.5} : new double[] {1, 1.5, 1, 1};
  }

  @Override
  public boolean needsGaps() {
    return every > 1;
  }

  /** 1 where the first purchase may be the last, else 0. */
  private int atFirst() {
    return dropout == Dropout.EVERY ? 1 : 0;
  }

  @Override
  public double logLikelihood(double[] logs, GroupedSummaries customers, double[] gradient) {
    return new CountingLikelihood(dropout, every, logs, customers).sum(gradient);
  }

  @Override
  public double logLikelihood(double[] logs, int x, double recency, double age, double logGaps) {
    double r = Math.exp(logs[0]);
    double alpha = Math.exp(logs[1]);
    double shape = r + (double) every * x;
    double sum =
        Gammas.logRising(r, (double) every * x)
            + r * logs[1]
            - shape * Math.log(alpha + age)
            + gapConstant(every, x, logGaps);
    double silent = Math.log(silence(shape, alpha, recency, age, NO_SHARES));
    if (dropout == Dropout.NONE) {
      return sum + silent;
    }
    double a = Math.exp(logs[2]);
    double b = Math.exp(logs[3]);
    return sum + stayed(a, b, x + atFirst()) + logSum(left(logs, shape, x, recency, age), silent);
  }

  /** The part of the likelihood that only the times between purchases decide. */
  static double gapConstant(int every, double x, double logGaps) {
    if (every == 1) {
      return 0;
    }
    double factorial = 0;
    for (int i = 2; i < every; i++) {
      factorial += Math.log(i);
    }
    return (every - 1) * logGaps - x * factorial;
  }

  /** log B(a, b + n) - log B(a, b): not to leave at any of n purchases. */
  static double stayed(double a, double b, double n) {
    return Gammas.logRising(b, n) - Gammas.logRising(a + b, n);
  }

  /** Log odds of having left at the last purchase, against the silence being chance (k = 1). */
  private double left(double[] logs, double shape, int x, double recency, double age) {
    if (x + atFirst() == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    double alpha = Math.exp(logs[1]);
    double before = Math.exp(logs[3]) + x - 1 + atFirst();
    return logs[2] - Math.log(before) + shape * Math.log((alpha + age) / (alpha + recency));
  }

  /**
   * The sum over the ticks that may have passed since the last purchase; as many of its terms as
   * there is room for are written to {@code shares}.
   */
  private double silence(double shape, double alpha, double recency, double age, double[] shares) {
    double ratio = (age - recency) / (alpha + age);
    double term = 1;
    double sum = 0;
    for (int tick = 0; tick < every; tick++) {
      if (tick > 0) {
        term *= (shape + tick - 1) * ratio / tick;
      }
      sum += term;
      if (tick < shares.length) {
        shares[tick] = term;
      }
    }
    return sum;
  }

  static double logSum(double a, double b) {
    double high = Math.max(a, b);
    return Double.isInfinite(high) ? high : high + Math.log1p(Math.exp(Math.min(a, b) - high));
  }

  @Override
  public Prediction prediction(double[] logs, double weeks) {
    return new Ahead(logs, weeks);
  }

  /** What comes, with scratch of its own. */
  private final class Ahead implements Prediction {
    private final double[] logs;
    private final double r;
    private final double alpha;
    private final double weeks;
    private final double[] shares = new double[every];
    private final double[] tails = new double[CountDistribution.BINS + 1];

    Ahead(double[] logs, double weeks) {
      this.logs = logs;
      this.r = Math.exp(logs[0]);
      this.alpha = Math.exp(logs[1]);
      this.weeks = weeks;
    }

    @Override
    public double alive(int x, double recency, double age) {
      if (dropout == Dropout.NONE) {
        return 1;
      }
      double shape = r + (double) every * x;
      double silent = Math.log(silence(shape, alpha, recency, age, NO_SHARES));
      return 1 / (1 + Math.exp(left(logs, shape, x, recency, age) - silent));
    }

    @Override
    public double mean(int x, double recency, double age) {
      int bins = tails(x, recency, age);
      double sum = 0;
      for (int bin = 1; bin < bins; bin++) {
        double width = CountDistribution.EDGES[bin] - CountDistribution.EDGES[bin - 1];
        sum += width == 1 ? tails[bin] : width * (tails[bin] + tails[bin - 1]) / 2;
      }
      return sum * alive(x, recency, age);
    }

    @Override
    public void addTo(CountDistribution counts, double weight, int x, double recency, double age) {
      double alive = alive(x, recency, age);
      counts.addZero(weight * (1 - alive));
      counts.addTails(tails, tails(x, recency, age), weight * alive);
    }

    /** Of at least so many purchases, of a customer who has not left. */
    private int tails(int x, double recency, double age) {
      Arrays.fill(tails, 0);
      double shape = r + (double) every * x;
      double odds = weeks / (alpha + age + weeks);
      double sum = silence(shape, alpha, recency, age, shares);
      int bins = 0;
      for (int tick = 0; tick < every; tick++) {
        bins =
            Math.max(
                bins,
                NegativeBinomialTails.addTo(
                    tails, shares[tick] / sum, shape + tick, odds, every, tick));
      }
      if (dropout != Dropout.NONE) {
        thin(bins, Math.exp(logs[2]), Math.exp(logs[3]) + x + atFirst());
      }
      return bins;
    }

    /** At least n purchases take n - 1 at which the customer did not leave. */
    private void thin(int bins, double a, double b) {
      double stayed = 1;
      for (int bin = 1; bin < bins; bin++) {
        double number = CountDistribution.EDGES[bin];
        if (number == bin) {
          tails[bin] *= stayed;
          stayed *= (b + number - 1) / (a + b + number - 1);
        } else {
          tails[bin] *= Math.exp(stayed(a, b, number - 1));
        }
      }
    }
  }
}
