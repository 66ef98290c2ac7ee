package io.tiktoktoe.pricing.willingness;

import io.tiktoktoe.pricing.insight.SurveyOptions;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The four cumulative shares of a price sensitivity meter over prices. A share counts those at or
 * below a price; at the lowest price named to a question it is still 0, as in R's
 * pricesensitivitymeter.
 */
final class SurveyCurves {

  /** More prices than these are not looked at: they would be finer than anybody answers. */
  private static final int MAX_PRICES = 1_000_000;

  private static final double ROUNDING = 1e-10;

  final double[] prices;
  final double[] tooCheap;
  final double[] cheap;
  final double[] expensive;
  final double[] tooExpensive;

  private SurveyCurves(
      double[] prices,
      double[] tooCheap,
      double[] cheap,
      double[] expensive,
      double[] tooExpensive) {
    this.prices = prices;
    this.tooCheap = tooCheap;
    this.cheap = cheap;
    this.expensive = expensive;
    this.tooExpensive = tooExpensive;
  }

  /**
   * Steps at the prices that were named.
   *
   * @param named all prices, ascending
   * @param counts for each of the four questions how often each price was named; the first may be
   *     empty when it was not asked
   */
  static SurveyCurves steps(double[] named, int[][] counts) {
    double[] tooCheap =
        counts[0].length == 0
            ? filled(named.length, Double.NaN)
            : complement(cumulative(counts[0]));
    return new SurveyCurves(
        named,
        tooCheap,
        complement(cumulative(counts[1])),
        cumulative(counts[2]),
        cumulative(counts[3]));
  }

  private static double[] filled(int length, double value) {
    double[] values = new double[length];
    Arrays.fill(values, value);
    return values;
  }

  private static double[] cumulative(int[] counts) {
    long total = 0;
    for (int count : counts) {
      total += count;
    }
    double[] shares = new double[counts.length];
    long sum = 0;
    boolean started = false;
    for (int at = 0; at < counts.length; at++) {
      sum += counts[at];
      shares[at] = started ? (double) sum / total : 0;
      started |= counts[at] > 0;
    }
    if (shares.length > 0) {
      shares[shares.length - 1] = 1;
    }
    return shares;
  }

  private static double[] complement(double[] shares) {
    double[] others = new double[shares.length];
    for (int at = 0; at < shares.length; at++) {
      others[at] = 1 - shares[at];
    }
    return others;
  }

  /** Straight between the prices that were named, looked at every {@code step}. */
  SurveyCurves straight(double step) {
    double[] looked = every(step);
    return new SurveyCurves(
        looked,
        at(looked, tooCheap),
        at(looked, cheap),
        at(looked, expensive),
        at(looked, tooExpensive));
  }

  private double[] every(double step) {
    double first = prices[0];
    double steps = Math.floor((prices[prices.length - 1] - first) / step + ROUNDING);
    if (steps >= MAX_PRICES) {
      throw new IllegalArgumentException(
          "step (%s) makes %.0f prices between %s and %s, more than %,d. Make it larger."
              .formatted(step, steps, first, prices[prices.length - 1], MAX_PRICES));
    }
    double[] looked = new double[(int) steps + 1];
    for (int at = 0; at < looked.length; at++) {
      looked[at] = first + at * step;
    }
    return looked;
  }

  private double[] at(double[] looked, double[] shares) {
    double[] values = new double[looked.length];
    int knot = 0;
    for (int at = 0; at < looked.length; at++) {
      while (knot < prices.length - 1 && prices[knot + 1] <= looked[at]) {
        knot++;
      }
      values[at] =
          knot == prices.length - 1 || looked[at] <= prices[knot]
              ? shares[knot]
              : shares[knot]
                  + (shares[knot + 1] - shares[knot])
                      * ((looked[at] - prices[knot]) / (prices[knot + 1] - prices[knot]));
    }
    return values;
  }

  OptionalDouble marginalCheapness(SurveyOptions.Crossing which) {
    return crossing(complement(cheap), tooCheap, which);
  }

  OptionalDouble indifference(SurveyOptions.Crossing which) {
    return crossing(expensive, cheap, which);
  }

  OptionalDouble optimal(SurveyOptions.Crossing which) {
    return crossing(tooExpensive, tooCheap, which);
  }

  OptionalDouble marginalExpensiveness(SurveyOptions.Crossing which) {
    return crossing(tooExpensive, complement(expensive), which);
  }

  /** Where the rising curve first is not below the falling one, and stays as it is there. */
  private OptionalDouble crossing(double[] rising, double[] falling, SurveyOptions.Crossing which) {
    int first = 0;
    while (first < prices.length && !(rising[first] >= falling[first])) {
      first++;
    }
    if (first == prices.length) {
      return OptionalDouble.empty();
    }
    double[] common = new double[prices.length - first];
    int count = 0;
    for (int at = first; at < prices.length; at++) {
      if (rising[at] == rising[first] && falling[at] == falling[first]) {
        common[count++] = prices[at];
      }
    }
    return OptionalDouble.of(
        switch (which) {
          case MIN -> common[0];
          case MAX -> common[count - 1];
          case MEAN -> Arrays.stream(common, 0, count).average().orElseThrow();
          case MEDIAN -> (common[(count - 1) / 2] + common[count / 2]) / 2;
        });
  }
}
