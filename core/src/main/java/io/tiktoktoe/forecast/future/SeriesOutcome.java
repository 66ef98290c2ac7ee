package io.tiktoktoe.forecast.future;

import io.tiktoktoe.outlook.Backtest;
import io.tiktoktoe.outlook.Explanation;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.ForecastPart;
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
