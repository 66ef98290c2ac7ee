package io.tiktoktoe.revenue.insight;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.metric.FailedPayments;
import io.tiktoktoe.metric.FanConcentration;
import io.tiktoktoe.metric.ProductSales;
import io.tiktoktoe.metric.Settlement;
import io.tiktoktoe.metric.SubscriptionMovement;
import java.time.Instant;
import java.util.List;

/**
 * Everything a report on one creator is made of, read as one snapshot: all of it is of the same
 * commit.
 *
 * @param income revenue cells of the four streams over the whole history
 * @param movements how recurring income moved on each local day of the history, ordered by day and
 *     kind
 * @param fans how the gross sales of the {@link #recent} part spread over fans; {@link
 *     FanConcentration#NONE} when fans are not known
 * @param products what each product sold and what came back in the recent part, ordered by product
 *     and stream
 * @param failed renewals that failed in the recent part and what became of them
 * @param settlements how the estimates of the recent part were settled, ordered by day, stream and
 *     source
 */
public record RevenueInputs(
    IncomeCells income,
    List<SubscriptionMovement> movements,
    FanConcentration fans,
    List<ProductSales> products,
    FailedPayments failed,
    List<Settlement> settlements) {

  /** Days that stand for the present where rates and shares are asked for: a quarter. */
  public static final int RECENT_DAYS = 90;

  public RevenueInputs {
    movements = List.copyOf(movements);
    products = List.copyOf(products);
    settlements = List.copyOf(settlements);
  }

  /** Cells and movements of a source that knows nothing else. */
  public static RevenueInputs of(IncomeCells income, List<SubscriptionMovement> movements) {
    return new RevenueInputs(
        income, movements, FanConcentration.NONE, List.of(), FailedPayments.NONE, List.of());
  }

  /** The part of the history that stands for the present. */
  public DateRange recent() {
    return recent(income.history());
  }

  /** The last {@link #RECENT_DAYS} days of a history, or all of it when it is shorter. */
  public static DateRange recent(DateRange history) {
    Instant from =
        history.day(history.to()).minusDays(RECENT_DAYS).atStartOfDay(history.zone()).toInstant();
    return from.isBefore(history.from())
        ? history
        : new DateRange(from, history.to(), history.zone());
  }
}
