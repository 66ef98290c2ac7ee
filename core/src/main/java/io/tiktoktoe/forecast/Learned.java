package io.tiktoktoe.forecast;

import io.tiktoktoe.forecast.blend.Lookback;
import io.tiktoktoe.forecast.blend.Pool;
import io.tiktoktoe.forecast.boosting.BoostingMember;
import io.tiktoktoe.forecast.member.Bank;
import io.tiktoktoe.forecast.member.Prepared;
import io.tiktoktoe.outlook.BatchOptions;
import java.util.Optional;

/**
 * What many series taught about each: a global model in the sense of Januschowski et al. 2020.
 *
 * @param pool weights of the members and widths of bands
 * @param boosting gradient boosting over all series, when they were enough
 */
record Learned(Pool pool, Optional<BoostingMember> boosting) {

  /** The forecast of one series by what was learned. */
  FittedSeries forecast(String id, Prepared history, BatchOptions options, long seed, Bank bank) {
    if (!SeriesForecaster.suitsMembers(history)) {
      return FittedSeries.simple(
          SeriesForecaster.simple(history, options.steps(), options.steps(), seed));
    }
    Lookback others =
        Lookback.of(history, options.steps(), options.steps(), options.members(), bank);
    return SeriesForecaster.combined(boosted(boosting, id, others, options.boostingAlone()), pool);
  }

  /** The same members with boosting, where there is any that was trained on these members. */
  static Lookback boosted(
      Optional<BoostingMember> boosting, String id, Lookback others, boolean alone) {
    if (boosting.isEmpty()) {
      return others;
    }
    Lookback all = boosting.get().add(id, others);
    // Unchanged where the members are not those that boosting was trained on.
    return alone && all != others ? all.last() : all;
  }
}
