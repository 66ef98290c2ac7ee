package io.tiktoktoe.audience.insight;

import io.tiktoktoe.audience.influence.InfluenceCalibration;
import io.tiktoktoe.audience.lifetime.FittedModel;
import io.tiktoktoe.audience.lifetime.Holdout;
import io.tiktoktoe.stats.Interval;
import java.util.List;
import java.util.Optional;

/**
 * What an audience is worth.
 *
 * @param horizonDays days ahead
 * @param lifetimeValue expected net of all fans together, minor units
 * @param interval holds it with 95%
 * @param models behind it, with their weights
 * @param holdout how they did on the audience's own past
 * @param deciles fans from the most to the least expected: who holds how much
 * @param influence influence set against referred revenue that came; empty without referrals
 */
public record ValueInsight(
    double horizonDays,
    double lifetimeValue,
    Interval interval,
    List<FittedModel> models,
    Optional<Holdout> holdout,
    List<Decile> deciles,
    Optional<InfluenceCalibration> influence) {

  public ValueInsight {
    models = List.copyOf(models);
    deciles = List.copyOf(deciles);
  }

  /**
   * A tenth of the fans.
   *
   * @param fans how many
   * @param expected mean expected lifetime value, minor units
   * @param net mean of what they brought so far, minor units
   * @param shareOfValue their share of all expected value
   */
  public record Decile(int fans, double expected, double net, double shareOfValue) {}
}
