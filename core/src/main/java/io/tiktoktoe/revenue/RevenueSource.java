package io.tiktoktoe.revenue;

import io.tiktoktoe.event.Period;
import io.tiktoktoe.metric.CreatorProfile;
import io.tiktoktoe.metric.RevenueCell;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.metric.SubscriptionMovement;
import java.time.Instant;
import java.util.List;

/**
 * Where revenue comes from: the metric tables of a store. Calls for several streams come at the
 * same time from several threads.
 */
public interface RevenueSource {

  /**
   * One stream's cells of one creator in a period, ordered by bucket, in the profile's currency.
   *
   * @throws io.tiktoktoe.event.MissingRateException if an amount cannot be converted
   */
  List<RevenueCell> collect(CreatorProfile creator, Period period, Stream stream);

  /** How recurring income moved on each local day of a period, ordered by day and kind. */
  List<SubscriptionMovement> movements(CreatorProfile creator, Period period);

  /** First event of this creator, or {@link Instant#MAX} when there is none. */
  Instant dataFrom(CreatorProfile creator);

  /** Newest event of this creator, or {@link Instant#MIN} when there is none. */
  Instant dataThrough(CreatorProfile creator);
}
