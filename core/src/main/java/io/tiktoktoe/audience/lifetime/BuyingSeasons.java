package io.tiktoktoe.audience.lifetime;

import io.tiktoktoe.audience.lifetime.base.CustomerBaseModel;
import io.tiktoktoe.audience.lifetime.base.PurchaseFit;
import java.util.Arrays;

/**
 * Seasonal indices of repeat purchases, where two whole years or more tell them: what came in each
 * fortnight of the year against what a customer-base model expected of the customers there were.
 * Only as much of them counts as one year tells of another (shrinkage by the reliability): without
 * a season that repeats, nothing.
 */
final class BuyingSeasons {

  private static final int FORTNIGHT = 14;
  private static final int FORTNIGHTS = 26;
  private static final int YEAR = FORTNIGHT * FORTNIGHTS;
  private static final int LEAST_YEARS = 2;

  /** Older ones tell little of the next. */
  private static final int MOST_YEARS = 10;

  /** Fewer repeat purchases a year than these tell no season. */
  private static final double LEAST_PURCHASES = 100;

  /** Index of each fortnight, counted from the day after the end of observation; 1 on average. */
  private final double[] index;

  private BuyingSeasons(double[] index) {
    this.index = index;
  }

  /** The same all year. */
  static BuyingSeasons none() {
    double[] even = new double[FORTNIGHTS];
    Arrays.fill(even, 1);
    return new BuyingSeasons(even);
  }

  /**
   * From the whole years before the end of observation.
   *
   * @param fit a model of the customers, whose expectation is without a season
   */
  static BuyingSeasons of(PurchaseLog log, int until, PurchaseFit fit) {
    int years = (int) Math.clamp(((double) until - log.firstDay()) / YEAR, 0, MOST_YEARS);
    if (years < LEAST_YEARS) {
      return none();
    }
    int from = until - years * YEAR;
    double[] came = new double[years * FORTNIGHTS];
    double[] begun = new double[until - log.firstDay() + 1];
    count(log, from, until, came, begun);
    if (Arrays.stream(came).sum() < LEAST_PURCHASES * years) {
      return none();
    }
    double[] expected = expected(begun, years, fit);
    double[][] logs = new double[years][FORTNIGHTS];
    for (int at = 0; at < came.length; at++) {
      logs[at / FORTNIGHTS][at % FORTNIGHTS] = Math.log((came[at] + 1) / (expected[at] + 1));
    }
    return new BuyingSeasons(index(logs));
  }

  /**
   * Repeat purchases of each fortnight from {@code from} on, and customers who began on each day.
   */
  private static void count(PurchaseLog log, int from, int until, double[] came, double[] begun) {
    for (int one = 0; one < log.customers(); one++) {
      boolean known = false;
      for (int place = log.start(one); place < log.end(one, until); place++) {
        if (!log.isPurchase(place)) {
          continue;
        }
        int day = log.day(place);
        if (!known) {
          begun[day - log.firstDay()]++;
        } else if (day > from) {
          came[(day - from - 1) / FORTNIGHT]++;
        }
        known = true;
      }
    }
  }

  /** Of the customers who had begun, by how long ago. */
  private static double[] expected(double[] begun, int years, PurchaseFit fit) {
    int fortnights = begun.length / FORTNIGHT + 2;
    double[] upTo = new double[fortnights + 1];
    for (int at = 1; at <= fortnights; at++) {
      double weeks = at * FORTNIGHT / Summarised.UNIT_DAYS;
      CustomerBaseModel.Prediction ahead = fit.prediction(weeks);
      upTo[at] = ahead.mean(0, 0, 0);
    }
    double[] expected = new double[years * FORTNIGHTS];
    int first = begun.length - 1 - years * YEAR;
    for (int at = 0; at < expected.length; at++) {
      int end = first + (at + 1) * FORTNIGHT;
      for (int day = 0; day < Math.min(begun.length, end); day++) {
        double age = (end - day) / (double) FORTNIGHT;
        expected[at] += begun[day] * (between(upTo, age) - between(upTo, age - 1));
      }
    }
    return expected;
  }

  private static double between(double[] upTo, double age) {
    if (age <= 0) {
      return 0;
    }
    int whole = (int) age;
    return upTo[whole] + (age - whole) * (upTo[Math.min(whole + 1, upTo.length - 1)] - upTo[whole]);
  }

  /** Means over the years, as far as the years agree. */
  private static double[] index(double[][] logs) {
    for (double[] year : logs) {
      double mean = Arrays.stream(year).average().orElse(0);
      for (int at = 0; at < year.length; at++) {
        year[at] -= mean;
      }
    }
    double[] mean = new double[FORTNIGHTS];
    double alone = 0;
    for (int at = 0; at < FORTNIGHTS; at++) {
      for (double[] year : logs) {
        mean[at] += year[at] / logs.length;
        alone += year[at] * year[at] / logs.length;
      }
    }
    double together = Arrays.stream(mean).map(one -> one * one).sum();
    // The mean of n years has the season's variance and an n-th of the noise's.
    double noise = Math.max(0, alone - together) / (logs.length - 1);
    double reliability = together > 0 ? Math.max(0, together - 2 * noise) / together : 0;
    double[] index = Arrays.stream(mean).map(one -> Math.exp(reliability * one)).toArray();
    double average = Arrays.stream(index).average().orElse(1);
    return Arrays.stream(index).map(one -> one / average).toArray();
  }

  /** How much was bought in the days before the end of observation, against an even year. */
  double before(double days) {
    double sum = 0;
    double left = days;
    for (int at = 1; left > 0; at++) {
      double share = Math.min(left, FORTNIGHT);
      sum += share * index[Math.floorMod(-at, FORTNIGHTS)];
      left -= share;
    }
    return sum / days;
  }

  /** How much is bought in the days after the end of observation, against an even year. */
  double over(double days) {
    double sum = 0;
    double left = days;
    for (int at = 0; left > 0; at++) {
      double share = Math.min(left, FORTNIGHT);
      sum += share * index[at % FORTNIGHTS];
      left -= share;
    }
    return sum / days;
  }
}
