package io.tiktoktoe.revenue.insight;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.metric.FailedPayments;
import io.tiktoktoe.metric.FanConcentration;
import io.tiktoktoe.metric.ProductSales;
import io.tiktoktoe.metric.RevenueCell;
import io.tiktoktoe.metric.Settlement;
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
  List<RevenueCell> collect(CreatorProfile creator, DateRange period, Stream stream);

  /** How recurring income moved on each local day of a period, ordered by day and kind. */
  List<SubscriptionMovement> movements(CreatorProfile creator, DateRange period);

  /**
   * How the gross sales of a period spread over fans. A source that knows no fans keeps this
   * default: nobody.
   */
  default FanConcentration fans(CreatorProfile creator, DateRange period) {
    return FanConcentration.NONE;
  }

  /**
   * What each product sold and what came back in a period, ordered by product and stream. A source
   * that knows no products keeps this default: none.
   */
  default List<ProductSales> products(CreatorProfile creator, DateRange period) {
    return List.of();
  }

  /**
   * Renewals that failed in a period and what became of them. A source that is not told of failures
   * keeps this default: none.
   */
  default FailedPayments failedPayments(CreatorProfile creator, DateRange period) {
    return FailedPayments.NONE;
  }

  /**
   * How the estimates of a period's days were settled, ordered by day, stream and source. A source
   * that keeps no earlier versions keeps this default: none.
   */
  default List<Settlement> settlements(CreatorProfile creator, DateRange period) {
    return List.of();
  }

  /** First event of this creator, or {@link Instant#MAX} when there is none. */
  Instant dataFrom(CreatorProfile creator);

  /** Newest event of this creator, or {@link Instant#MIN} when there is none. */
  Instant dataThrough(CreatorProfile creator);
}
