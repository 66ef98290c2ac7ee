package io.tiktoktoe.forecast.future;

import io.tiktoktoe.outlook.Backtest;
import io.tiktoktoe.outlook.Explanation;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.ForecastPart;
import io.tiktoktoe.outlook.SamplePaths;
import java.util.Arrays;
import java.util.List;

/**
 * The marginal forecast of one series, before joint futures are drawn.
 *
 * @param basis on what it stands
 * @param members what each member contributed
 * @param backtest how it did on the past
 * @param explanation what it is made of
 * @param marginals distributions by step, in the series' unit
 */
public record SeriesOutcome(
    Forecast.Basis basis,
    List<Forecast.Member> members,
    Backtest backtest,
    Explanation explanation,
    Marginals marginals) {

  /** The same with other distributions and another explanation. */
  public SeriesOutcome with(Marginals newMarginals, Explanation newExplanation) {
    return new SeriesOutcome(basis, members, backtest, newExplanation, newMarginals);
  }

  /** The same with other distributions; what it is made of grows or shrinks with the mean. */
  public SeriesOutcome withMarginals(Marginals other) {
    if (other == marginals) {
      return this;
    }
    double before = Arrays.stream(marginals.mean()).sum();
    double after = Arrays.stream(other.mean()).sum();
    return with(other, before > 0 ? explanation.times(after / before) : explanation);
  }

  /**
   * The same with expected values that add up to the mean of these futures, stretch by stretch;
   * what comes in none of them is not impossible for that.
   *
   * @param lasts last steps of the stretches, counted from 1, ascending
   */
  public SeriesOutcome withMeanOf(SamplePaths futures, int[] lasts) {
    int steps = Math.min(futures.steps(), marginals.steps());
    double[] mean = marginals.mean().clone();
    int from = 0;
    for (int stretch = 0; from < steps; stretch++) {
      int to = stretch < lasts.length ? Math.min(steps, lasts[stretch]) : steps;
      double shown = Arrays.stream(mean, from, to).sum();
      double drawn = futures.mean(from, to);
      for (int step = from; step < to; step++) {
        mean[step] =
            shown == 0 ? drawn / (to - from) : mean[step] * (drawn == 0 ? 1 : drawn / shown);
      }
      from = to;
    }
    return withMarginals(marginals.withMean(mean));
  }

  /** The same, explained by its level when by nothing else. */
  public SeriesOutcome explained() {
    ForecastPart part =
        basis == Forecast.Basis.PRIOR ? new ForecastPart.CreatorsAlike() : new ForecastPart.Level();
    return explanation.components().isEmpty() && marginals.steps() > 0
        ? with(marginals, Explanation.level(part, marginals.mean()))
        : this;
  }

  public static SeriesOutcome simple(Forecast.Basis basis, String member, Marginals marginals) {
    return new SeriesOutcome(
        basis, List.of(new Forecast.Member(member, 1)), Backtest.NONE, Explanation.NONE, marginals);
  }
}
