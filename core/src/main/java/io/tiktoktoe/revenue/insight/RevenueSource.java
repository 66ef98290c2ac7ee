package io.tiktoktoe.revenue.insight;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.calendar.Campaign;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.risk.exposure.RiskFacts;
import java.time.Instant;
import java.util.List;

/** Where revenue comes from: the metric tables of a store. May be asked from several threads. */
public interface RevenueSource {

  /**
   * Everything known of one creator up to the end of a range, read as one snapshot. It reaches back
   * to the start of the range, or to the creator's first event when that is earlier. A creator
   * without events has empty inputs.
   *
   * @throws io.tiktoktoe.event.MissingRateException if an amount cannot be converted
   */
  RevenueInputs collect(CreatorProfile creator, DateRange range);

  /**
   * The cells alone, as {@link #collect} gives them: what a forecast needs, at a part of the cost.
   *
   * @throws io.tiktoktoe.event.MissingRateException if an amount cannot be converted
   */
  default IncomeCells income(CreatorProfile creator, DateRange range) {
    return collect(creator, range).income();
  }

  /**
   * What risk exposures are measured on: the creator's days of a range, and all creators' past.
   * Sources that know nothing of it give nothing.
   *
   * @param recent the days that stand for the present
   * @throws io.tiktoktoe.event.MissingRateException if an amount cannot be converted
   */
  default RiskFacts riskFacts(CreatorProfile creator, DateRange recent) {
    return RiskFacts.NONE;
  }

  /**
   * The campaigns that this creator planned until a time, past, running and ahead; of those of one
   * name that overlap, the last one said. Goals are in the creator's currency at the rate of the
   * day on which they were said. Sources that know nothing of campaigns give none.
   *
   * @throws io.tiktoktoe.event.MissingRateException if a goal cannot be converted
   */
  default List<Campaign> campaigns(CreatorProfile creator, Instant until) {
    return List.of();
  }

  /** First event of this creator, or {@link Instant#MAX} when there is none. */
  Instant dataFrom(CreatorProfile creator);

  /** Newest event of this creator, or {@link Instant#MIN} when there is none. */
  Instant dataThrough(CreatorProfile creator);
}
