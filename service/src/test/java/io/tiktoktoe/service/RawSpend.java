package io.tiktoktoe.service;

import io.tiktoktoe.audience.insight.FanCount;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.Event.Reversal;
import io.tiktoktoe.event.Payment;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What one fan brought, from the events that moved money, in order of time. */
final class RawSpend {

  private RawSpend() {}

  static Map<FanCount, Long> of(List<Event> bought, LocalDate firstPurchase) {
    Map<FanCount, Long> sums = new EnumMap<>(FanCount.class);
    for (Event event : bought) {
      Payment payment = RawFans.payment(event);
      boolean won = "true".equals(event.context().attributes().get("won"));
      boolean back = event instanceof Reversal;
      int sign = back && !won ? -1 : 1;
      long net =
          sign
              * (payment.gross().minorUnits()
                  - payment.fee().minorUnits()
                  - payment.tax().minorUnits());
      sums.merge(back ? FanCount.REVERSALS : FanCount.SALES, 1L, Long::sum);
      sums.merge(FanCount.GROSS, back ? 0L : payment.gross().minorUnits(), Long::sum);
      sums.merge(FanCount.NET, net, Long::sum);
      if (isOfSubscription(event, bought)) {
        sums.merge(FanCount.SUBSCRIPTION_NET, net, Long::sum);
      } else {
        sums.merge(FanCount.PURCHASE_NET, net, Long::sum);
        LocalDate day = LocalDate.ofInstant(event.context().time(), ZoneOffset.UTC);
        if (day.equals(firstPurchase)) {
          sums.merge(FanCount.FIRST_PURCHASE_NET, net, Long::sum);
        }
      }
    }
    return sums;
  }

  private static boolean isOfSubscription(Event event, List<Event> bought) {
    if (!(event instanceof Reversal reversal)) {
      return event.type().isOfSubscription();
    }
    return bought.stream()
        .filter(sale -> sale.context().source().equals(event.context().source()))
        .filter(sale -> sale.context().id().equals(reversal.refersTo()))
        .anyMatch(sale -> sale.type().isOfSubscription());
  }
}
