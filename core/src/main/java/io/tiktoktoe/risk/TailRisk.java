package io.tiktoktoe.risk;

import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.Outlook;
import io.tiktoktoe.outlook.SamplePaths;
import io.tiktoktoe.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.BinomialDistribution;

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
  static final double[] CONFIDENCES = {0.95, 0.99};

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
    double[] sorted = outcomes.clone();
    Arrays.sort(sorted);
    int count = sorted.length;
    double tail = 1 - confidence;
    int worst = worst(count, tail);
    double floor = sorted[worst - 1];
    double tailMean = mean(sorted, worst);
    double shortfall = mean - tailMean;
    double squares = 0;
    for (int at = 0; at < worst; at++) {
      squares += (sorted[at] - tailMean) * (sorted[at] - tailMean);
    }
    double beyond = floor - tailMean;
    double error = Math.sqrt((squares / worst + confidence * beyond * beyond) / worst);
    BinomialDistribution below = BinomialDistribution.of(count, tail);
    int low = Math.clamp(below.inverseCumulativeProbability(0.025), 1, count);
    int high = Math.clamp(below.inverseCumulativeProbability(0.975) + 1L, 1, count);
    return new IncomeAtRisk(
        confidence,
        mean,
        floor,
        mean - floor,
        new Interval(mean - sorted[high - 1], mean - sorted[low - 1], 0.95),
        shortfall,
        new Interval(shortfall - 1.96 * error, shortfall + 1.96 * error, 0.95),
        count);
  }

  /** How many of the outcomes are the tail: at least one. */
  static int worst(int count, double tail) {
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
