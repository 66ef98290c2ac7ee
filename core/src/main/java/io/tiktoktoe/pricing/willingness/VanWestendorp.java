package io.tiktoktoe.pricing.willingness;

import io.tiktoktoe.pricing.insight.PriceSensitivity;
import io.tiktoktoe.pricing.insight.PriceSensitivity.CurvePoint;
import io.tiktoktoe.pricing.insight.PriceSensitivity.PointInterval;
import io.tiktoktoe.pricing.insight.SurveyAnswer;
import io.tiktoktoe.pricing.insight.SurveyOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Price sensitivity meter (Van Westendorp 1976): where four cumulative shares cross. O(answers log
 * answers + prices).
 */
public final class VanWestendorp {

  private final List<SurveyAnswer> answers;
  private final SurveyOptions options;
  private final double[] named;
  private final int[][] places;

  private VanWestendorp(List<SurveyAnswer> answers, boolean asked, SurveyOptions options) {
    this.answers = answers;
    this.options = options;
    double[][] prices = {
      asked ? column(answers, SurveyAnswer::tooCheap) : new double[0],
      column(answers, SurveyAnswer::cheap),
      column(answers, SurveyAnswer::expensive),
      column(answers, SurveyAnswer::tooExpensive)
    };
    this.named =
        Arrays.stream(prices)
            .flatMapToDouble(Arrays::stream)
            .filter(price -> !Double.isNaN(price))
            .sorted()
            .distinct()
            .toArray();
    this.places = new int[4][];
    for (int question = 0; question < 4; question++) {
      places[question] =
          Arrays.stream(prices[question])
              .mapToInt(price -> Double.isNaN(price) ? -1 : Arrays.binarySearch(named, price))
              .toArray();
    }
  }

  private static double[] column(
      List<SurveyAnswer> answers, ToDoubleFunction<SurveyAnswer> question) {
    return answers.stream().mapToDouble(question).toArray();
  }

  /** The four points of a survey. */
  public static PriceSensitivity analyse(List<SurveyAnswer> answers, SurveyOptions options) {
    boolean asked = answers.stream().anyMatch(answer -> !Double.isNaN(answer.tooCheap()));
    List<SurveyAnswer> ordered =
        answers.stream().filter(answer -> answer.isOrdered(asked)).toList();
    if (ordered.isEmpty()) {
      return new PriceSensitivity.NoOrderedAnswers(answers.size());
    }
    List<SurveyAnswer> used = options.validate() ? ordered : answers;
    VanWestendorp meter = new VanWestendorp(used, asked, options);
    return meter.points(answers.size(), answers.size() - ordered.size());
  }

  private PriceSensitivity points(int respondents, int invalid) {
    int[][] counts = counts();
    SurveyCurves steps = SurveyCurves.steps(named, counts);
    SurveyCurves curves = options.interpolate() ? steps.straight(options.step()) : steps;
    double[] trial = PurchaseIntent.trial(answers, curves.prices);
    return new PriceSensitivity.Points(
        curves.marginalCheapness(options.crossing()),
        curves.indifference(options.crossing()),
        curves.optimal(options.crossing()),
        curves.marginalExpensiveness(options.crossing()),
        respondents,
        invalid,
        best(curves.prices, trial),
        intervals(counts),
        told(curves, trial));
  }

  /** How often each price was named to each question. */
  private int[][] counts() {
    int[][] counts = new int[4][];
    for (int question = 0; question < 4; question++) {
      counts[question] = new int[places[question].length == 0 ? 0 : named.length];
      for (int place : places[question]) {
        if (place >= 0) {
          counts[question][place]++;
        }
      }
    }
    return counts;
  }

  private static Optional<PriceSensitivity.Trial> best(double[] prices, double[] trial) {
    if (Double.isNaN(trial[0])) {
      return Optional.empty();
    }
    int most = 0;
    int richest = 0;
    for (int at = 1; at < prices.length; at++) {
      most = trial[at] > trial[most] ? at : most;
      richest = trial[at] * prices[at] > trial[richest] * prices[richest] ? at : richest;
    }
    return Optional.of(new PriceSensitivity.Trial(prices[most], prices[richest]));
  }

  private List<PointInterval> intervals(int[][] counts) {
    List<PointInterval> intervals = new ArrayList<>();
    boolean asked = counts[0].length > 0;
    if (asked) {
      intervals.add(interval("pmc", counts[1], counts[0]));
    }
    intervals.add(interval("idp", counts[2], counts[1]));
    if (asked) {
      intervals.add(interval("opp", counts[3], counts[0]));
    }
    // Not expensive falls as the share at or below falls.
    intervals.add(interval("pme", counts[3], counts[2]));
    return intervals;
  }

  private PointInterval interval(String point, int[] rising, int[] falling) {
    return new PointInterval(point, CrossingInterval.of(named, rising, falling));
  }

  private static List<CurvePoint> told(SurveyCurves curves, double[] trial) {
    List<CurvePoint> told = new ArrayList<>();
    for (int at = 0; at < curves.prices.length; at++) {
      told.add(
          new CurvePoint(
              curves.prices[at],
              curves.tooCheap[at],
              curves.cheap[at],
              curves.expensive[at],
              curves.tooExpensive[at],
              trial[at]));
    }
    return told;
  }
}
