package io.tiktoktoe.simulation;

import io.tiktoktoe.simulation.draw.Draws;
import java.util.Arrays;

/**
 * Daily (or hourly) series whose distribution at every step is known, for checking the coverage of
 * intervals and the false alarms of detectors. Each is the sum of hand-named parts; the same kind,
 * length and seed give the same series. O(length).
 */
public final class SeriesSimulation {

  private static final double[] WEEK = {0.86, 0.84, 0.9, 0.95, 1.1, 1.25, 1.1};
  private static final int DAYS_PER_WEEK = 7;

  private SeriesSimulation() {}

  /** The kinds of series; each names its law. */
  public enum Kind {
    /**
     * Tips of a small creator: compound Poisson, on average 0.15 tips a step, Gamma sizes of shape
     * 2 and mean 12; weekly rhythm. Most steps are zero.
     */
    SPARSE_TIPS,
    /** Tips of a large creator: compound Poisson, 40 tips a step, the same sizes and rhythm. */
    DENSE_TIPS,
    /** Sizes with a Pareto tail of exponent 1.6 cut at 60 times the least; 3 a step. */
    WHALES,
    /**
     * Merchandise: 1.2 orders a step, 12 times as many at launches every 50 to 90 steps, fading by
     * 0.6 a step.
     */
    LAUNCHES,
    /**
     * Advertising: log-normal about a level with weekly rhythm, sigma 0.15, and viral contents that
     * come with probability 0.02 and decay by 0.35 a step.
     */
    VIRAL_SPIKES,
    /**
     * Subscriptions: 400 members who pay on their day of the month, churn 0.08 a month, 32 joining
     * a month, churn doubled from half of the series on.
     */
    CHURN_STEP,
    /**
     * A level that wanders: random walk of steps of 2% about a weekly rhythm, normal noise of 8%.
     */
    DRIFT,
    /** Independent normal noise with mean 100 and standard deviation 10: nothing ever happens. */
    STATIONARY
  }

  /**
   * A series and what was behind it.
   *
   * @param values one for each step
   * @param expected the mean of each step's distribution given everything before it
   */
  public record Simulated(double[] values, double[] expected) {
    public Simulated {
      values = values.clone();
      expected = expected.clone();
    }

    @Override
    public double[] values() {
      return values.clone();
    }

    @Override
    public double[] expected() {
      return expected.clone();
    }
  }

  /**
   * One series of {@code length} steps that begins on a Monday.
   *
   * @throws IllegalArgumentException if {@code length} is below 1
   */
  public static Simulated of(Kind kind, int length, long seed) {
    return futures(kind, length, 0, 1, seed)[0];
  }

  /**
   * One past and many independent continuations of it: {@code count} series of {@code past + ahead}
   * steps that are equal in their first {@code past} steps. The continuations are draws from the
   * true predictive distribution, so their quantiles are the best any forecast could give.
   *
   * @throws IllegalArgumentException if {@code past} or {@code count} is below 1, or {@code ahead}
   *     below 0
   */
  public static Simulated[] futures(Kind kind, int past, int ahead, int count, long seed) {
    if (past < 1 || ahead < 0 || count < 1) {
      throw new IllegalArgumentException(
          "past (%d) and count (%d) must be at least 1, ahead (%d) at least 0."
              .formatted(past, count, ahead));
    }
    Simulated[] all = new Simulated[count];
    for (int i = 0; i < count; i++) {
      Process process = Process.of(kind, past + ahead);
      Draws draws = Draws.of(seed, kind.name(), 0);
      double[] values = new double[past + ahead];
      double[] expected = new double[past + ahead];
      for (int t = 0; t < past + ahead; t++) {
        if (t == past) {
          draws = Draws.of(seed, kind.name(), i + 1L);
        }
        expected[t] = process.mean(t);
        values[t] = process.next(t, draws);
      }
      all[i] = new Simulated(values, expected);
    }
    return all;
  }

  /** The share of values within their intervals, for coverage checks. */
  public static double coverage(double[] values, double[] low, double[] high) {
    if (values.length != low.length || values.length != high.length || values.length == 0) {
      throw new IllegalArgumentException(
          "values (%d), low (%d) and high (%d) must have one positive length."
              .formatted(values.length, low.length, high.length));
    }
    long inside = 0;
    for (int i = 0; i < values.length; i++) {
      inside += values[i] >= low[i] && values[i] <= high[i] ? 1 : 0;
    }
    return (double) inside / values.length;
  }

  /** A process that is stepped through time; {@code mean} is asked before {@code next}. */
  private interface Process {

    /** The mean of step {@code t} given the past. */
    double mean(int t);

    /** Draws step {@code t}. */
    double next(int t, Draws draws);

    static Process of(Kind kind, int length) {
      return switch (kind) {
        case SPARSE_TIPS -> new Tips(0.15);
        case DENSE_TIPS -> new Tips(40);
        case WHALES -> new Whales();
        case LAUNCHES -> new Launches();
        case VIRAL_SPIKES -> new Viral();
        case CHURN_STEP -> new Members(length / 2);
        case DRIFT -> new Drift();
        case STATIONARY -> new Noise();
      };
    }
  }

  private static double rhythm(int t) {
    return WEEK[t % DAYS_PER_WEEK];
  }

  private record Tips(double rate) implements Process {
    private static final double MEAN_SIZE = 12;

    @Override
    public double mean(int t) {
      return rate * rhythm(t) * MEAN_SIZE;
    }

    @Override
    public double next(int t, Draws draws) {
      int tips = draws.poisson(rate * rhythm(t));
      // The sum of n Gamma sizes of shape 2 is a Gamma of shape 2n.
      return tips == 0 ? 0 : draws.gamma(2.0 * tips, tips * MEAN_SIZE);
    }
  }

  private record Whales() implements Process {
    private static final double RATE = 3;
    private static final double EXPONENT = 1.6;
    private static final double MOST = 60;

    @Override
    public double mean(int t) {
      double cut = Math.pow(MOST, 1 - EXPONENT);
      double size = EXPONENT / (EXPONENT - 1) * (1 - cut) / (1 - Math.pow(MOST, -EXPONENT));
      return RATE * rhythm(t) * size;
    }

    @Override
    public double next(int t, Draws draws) {
      double sum = 0;
      for (int i = draws.poisson(RATE * rhythm(t)); i > 0; i--) {
        sum += draws.pareto(EXPONENT, MOST);
      }
      return sum;
    }
  }

  private static final class Launches implements Process {
    private static final double RATE = 1.2;
    private static final double SIZE = 25;
    private int nextLaunch = 40;
    private int launched = -1000;

    @Override
    public double mean(int t) {
      int since = t >= nextLaunch ? 0 : t - launched;
      return RATE * (1 + 11 * Math.exp(-0.6 * since)) * SIZE;
    }

    @Override
    public double next(int t, Draws draws) {
      double mean = mean(t) / SIZE;
      if (t >= nextLaunch) {
        launched = t;
        nextLaunch = t + 50 + draws.below(41);
      }
      return SIZE * draws.poisson(mean);
    }
  }

  private static final class Viral implements Process {
    private static final double LEVEL = 50;
    private static final double SIGMA = 0.15;
    private static final double CHANCE = 0.02;
    private static final double JUMP = 5;
    private double heat;

    @Override
    public double mean(int t) {
      double viral = 0.65 * heat + CHANCE * JUMP;
      return LEVEL * rhythm(t) * (1 + viral) * Math.exp(SIGMA * SIGMA / 2);
    }

    @Override
    public double next(int t, Draws draws) {
      heat = 0.65 * heat + (draws.chance(CHANCE) ? draws.exponential(JUMP) : 0);
      return LEVEL * rhythm(t) * (1 + heat) * draws.lognormal(1, SIGMA);
    }
  }

  private static final class Members implements Process {
    private static final int MONTH = 30;
    private static final double PRICE = 5;
    private static final double CHURN = 0.08;
    private static final double JOINING = 32.0 / MONTH;
    private final int stepAt;
    private final int[] payingOn = new int[MONTH];

    Members(int stepAt) {
      this.stepAt = stepAt;
      Arrays.fill(payingOn, 400 / MONTH);
    }

    private double staying(int t) {
      return 1 - CHURN * (t >= stepAt ? 2 : 1);
    }

    @Override
    public double mean(int t) {
      return PRICE * (payingOn[t % MONTH] * staying(t) + JOINING);
    }

    @Override
    public double next(int t, Draws draws) {
      int stay = 0;
      for (int i = payingOn[t % MONTH]; i > 0; i--) {
        stay += draws.chance(staying(t)) ? 1 : 0;
      }
      payingOn[t % MONTH] = stay + draws.poisson(JOINING);
      return PRICE * payingOn[t % MONTH];
    }
  }

  private static final class Drift implements Process {
    private double level = 100;

    @Override
    public double mean(int t) {
      return level * rhythm(t);
    }

    @Override
    public double next(int t, Draws draws) {
      level *= 1 + 0.02 * draws.normal();
      return level * rhythm(t) * (1 + 0.08 * draws.normal());
    }
  }

  private record Noise() implements Process {
    @Override
    public double mean(int t) {
      return 100;
    }

    @Override
    public double next(int t, Draws draws) {
      return 100 + 10 * draws.normal();
    }
  }
}
