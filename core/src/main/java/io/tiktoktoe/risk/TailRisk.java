package io.tiktoktoe.risk;

import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.Outlook;
import io.tiktoktoe.outlook.SamplePaths;
import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Value at risk and expected shortfall of 30-day sums over joint futures; the futures' own
 * dependence over days and streams is kept, no distribution is assumed.
 *
 * <p>Intervals say how sure they are for the number of futures drawn: of the quantile by order
 * statistics (binomial), of the shortfall by its asymptotic variance (Manistre and Hancock 2005).
 * They do not cover a wrong forecast.
 */
final class TailRisk {

  static final int DAYS = 30;

  /** One of twenty months is worse than the value at risk of this confidence. */
  static final double TWENTIETH = 0.95;

  private static final double[] CONFIDENCES = {TWENTIETH, 0.99};

  private TailRisk() {}

  /** One entry per confidence; none when the futures do not reach 30 days. */
  static List<IncomeAtRisk> of(Forecast total) {
    SamplePaths paths = total.paths();
    List<IncomeAtRisk> risks = new ArrayList<>();
    if (paths.steps() >= DAYS && paths.count() > 0) {
      double[] sums = paths.sums(DAYS);
      // As the forecast itself says; futures alone know their mean less well.
      double expected =
          total.steps().size() >= DAYS
              ? total.steps().stream().limit(DAYS).mapToDouble(Outlook::mean).sum()
              : Arrays.stream(sums).average().orElseThrow();
      for (double confidence : CONFIDENCES) {
        risks.add(of(sums, expected, confidence));
      }
    }
    return risks;
  }

  static IncomeAtRisk of(double[] outcomes, double mean, double confidence) {
    double[] sorted = sorted(outcomes);
    double tail = 1 - confidence;
    double floor = Quantiles.ofSorted(sorted, tail);
    int worst = worst(sorted.length, tail);
    double tailMean = mean(sorted, worst);
    double squares = 0;
    for (int at = 0; at < worst; at++) {
      squares += (sorted[at] - tailMean) * (sorted[at] - tailMean);
    }
    double beyond = floor - tailMean;
    double least = meanError(sorted);
    double error = Math.sqrt((squares / worst + confidence * beyond * beyond) / worst);
    Interval order = Quantiles.interval(sorted, tail, Interval.WIDE).times(-1).plus(mean);
    Interval byMean = Interval.normal(mean - floor, least, Interval.WIDE);
    return new IncomeAtRisk(
        confidence,
        mean,
        floor,
        mean - floor,
        new Interval(
            Math.min(order.lo(), byMean.lo()), Math.max(order.hi(), byMean.hi()), Interval.WIDE),
        mean - tailMean,
        Interval.normal(mean - tailMean, Math.max(error, least), Interval.WIDE),
        sorted.length);
  }

  /**
   * Standard error of a mean of so many outcomes: where the whole tail is one value, such as no
   * income, this is what remains unknown of its distance from the mean.
   */
  private static double meanError(double[] outcomes) {
    double mean = Arrays.stream(outcomes).average().orElseThrow();
    double squares = Arrays.stream(outcomes).map(one -> (one - mean) * (one - mean)).sum();
    return Math.sqrt(squares) / outcomes.length;
  }

  /** Expected shortfall: mean of the outcomes minus the mean of their worst tail. */
  static double shortfall(double[] outcomes, double confidence) {
    return Arrays.stream(shortfallParts(outcomes, confidence)).average().orElseThrow();
  }

  /**
   * What each outcome adds to the expected shortfall: its influence (Manistre and Hancock 2005).
   * Their mean is the shortfall, their variance divided by their number that of its error.
   */
  static double[] shortfallParts(double[] outcomes, double confidence) {
    double[] sorted = sorted(outcomes);
    int worst = worst(sorted.length, 1 - confidence);
    double floor = sorted[worst - 1];
    double times = sorted.length / (double) worst;
    return Arrays.stream(outcomes)
        .map(one -> one - floor - times * Math.min(0, one - floor))
        .toArray();
  }

  private static double[] sorted(double[] outcomes) {
    double[] sorted = outcomes.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  /** How many of the outcomes are the tail: at least one. */
  private static int worst(int count, double tail) {
    // The small slack keeps 1000 x 0.05 from becoming 51.
    return Math.clamp((long) Math.ceil(count * tail - 1e-9), 1, count);
  }

  private static double mean(double[] sorted, int first) {
    double sum = 0;
    for (int at = 0; at < first; at++) {
      sum += sorted[at];
    }
    return sum / first;
  }
}
