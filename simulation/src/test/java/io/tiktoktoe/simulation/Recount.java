package io.tiktoktoe.simulation;

import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.EventType;
import io.tiktoktoe.event.Payment;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.simulation.model.TruthRecord;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Recomputes the true ledger from delivered events, the slow and obvious way. */
final class Recount {

  private Recount() {}

  /**
   * Gross, fee, tax, refunds, chargebacks, quantity and count by creator, day, stream, currency.
   */
  static Map<String, List<Long>> ofEvents(List<Event> delivered, Truth truth) {
    Map<String, ZoneId> zones = new HashMap<>();
    truth.all(TruthRecord.Creator.class).forEach(one -> zones.put(one.creator(), one.zone()));
    Map<String, Event> last = lastStates(delivered);
    Map<String, long[]> cells = new TreeMap<>();
    for (Event event : last.values()) {
      add(event, last, zones, cells);
    }
    return asLists(cells);
  }

  private static Map<String, Event> lastStates(List<Event> delivered) {
    Map<String, Event> last = new HashMap<>();
    for (Event event : delivered) {
      last.merge(event.context().id(), event, Recount::later);
    }
    return last;
  }

  private static Event later(Event one, Event other) {
    return one instanceof Event.AdRevenue a
            && other instanceof Event.AdRevenue b
            && b.payment().state().compareTo(a.payment().state()) > 0
        ? other
        : one;
  }

  private static void add(
      Event event, Map<String, Event> all, Map<String, ZoneId> zones, Map<String, long[]> cells) {
    switch (event) {
      case Event.Tip e -> sale(e, e.payment(), zones, cells);
      case Event.SubscriptionStarted e -> sale(e, e.payment(), zones, cells);
      case Event.SubscriptionRenewed e -> sale(e, e.payment(), zones, cells);
      case Event.AdRevenue e -> sale(e, e.payment(), zones, cells);
      case Event.MerchandiseOrder e -> sale(e, e.payment(), zones, cells);
      case Event.BrandDeal e -> sale(e, e.payment(), zones, cells);
      case Event.Reversal e -> reversal(e, all, zones, cells);
      case Event.SubscriptionCanceled e -> {}
      case Event.SubscriptionPaymentFailed e -> {}
      case Event.Interaction e -> {}
      case Event.PriceExposure e -> {}
      case Event.VanWestendorpSurvey e -> {}
      case Event.GaborGrangerSurvey e -> {}
      case Event.PlatformHealth e -> {}
      case Event.Cost e -> {}
      case Event.PriceObserved e -> {}
      case Event.DecisionTaken e -> {}
      case Event.IdentityLink e -> {}
      case Event.CampaignPlanned e -> {}
    }
  }

  private static void sale(
      Event event, Payment payment, Map<String, ZoneId> zones, Map<String, long[]> cells) {
    long[] cell = cell(event, Stream.of(event.type()).orElseThrow(), payment, zones, cells);
    cell[0] += payment.gross().minorUnits();
    cell[1] += payment.fee().minorUnits();
    cell[2] += payment.tax().minorUnits();
    cell[5] += payment.quantity();
    cell[6]++;
  }

  private static void reversal(
      Event.Reversal event,
      Map<String, Event> all,
      Map<String, ZoneId> zones,
      Map<String, long[]> cells) {
    Event sale = all.get(event.refersTo());
    long[] cell = cell(event, Stream.of(sale.type()).orElseThrow(), event.payment(), zones, cells);
    boolean won = "true".equals(event.context().attributes().get("won"));
    long minor = event.payment().gross().minorUnits();
    cell[event.kind() == EventType.REFUND ? 3 : 4] += won ? -minor : minor;
  }

  private static long[] cell(
      Event event,
      Stream stream,
      Payment payment,
      Map<String, ZoneId> zones,
      Map<String, long[]> cells) {
    String creator = event.context().creator();
    LocalDate day = LocalDate.ofInstant(event.context().time(), zones.get(creator));
    return cells.computeIfAbsent(
        key(creator, day, stream, payment.gross().currency().getCurrencyCode()),
        absent -> new long[7]);
  }

  /** The same table as it was told. */
  static Map<String, List<Long>> ofTruth(Truth truth) {
    Map<String, long[]> cells = new TreeMap<>();
    for (TruthRecord.Ledger row : truth.all(TruthRecord.Ledger.class)) {
      cells.put(
          key(row.creator(), row.day(), row.stream(), row.currency().getCurrencyCode()),
          new long[] {
            row.gross(),
            row.fee(),
            row.tax(),
            row.refunds(),
            row.chargebacks(),
            row.quantity(),
            row.count()
          });
    }
    return asLists(cells);
  }

  private static String key(String creator, LocalDate day, Stream stream, String currency) {
    return creator + " " + day + " " + stream + " " + currency;
  }

  private static Map<String, List<Long>> asLists(Map<String, long[]> cells) {
    Map<String, List<Long>> lists = new TreeMap<>();
    cells.forEach((key, cell) -> lists.put(key, java.util.Arrays.stream(cell).boxed().toList()));
    return lists;
  }
}
