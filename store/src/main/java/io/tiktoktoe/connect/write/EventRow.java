package io.tiktoktoe.connect.write;

import io.tiktoktoe.event.Behaviour;
import io.tiktoktoe.event.Context;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.event.Payment;
import io.tiktoktoe.event.State;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One event as a row of the native format's columns. What has no column of its own, such as whether
 * an offer was accepted, stands among the attributes.
 *
 * @param context who, when, where
 * @param type name on the wire
 * @param amount gross, price or attempted amount
 * @param payment fee, tax, quantity and state, where money moved
 * @param refersTo the sale that is reversed
 * @param currency of the amounts, also of those among the attributes
 * @param behaviour how someone watched
 * @param value a measurement, or how many interactions this stands for when not one
 * @param attributes further fields by name
 */
public record EventRow(
    Context context,
    String type,
    @Nullable Money amount,
    @Nullable Payment payment,
    @Nullable String refersTo,
    @Nullable String currency,
    @Nullable Behaviour behaviour,
    @Nullable Double value,
    Map<String, String> attributes) {

  /** The native columns in order; amounts are decimal text. */
  static final List<String> COLUMNS =
      List.of(
          "id",
          "time",
          "type",
          "creator",
          "fan",
          "content",
          "product",
          "source",
          "amount",
          "currency",
          "fee",
          "tax",
          "quantity",
          "refers_to",
          "state",
          "country",
          "age_band",
          "gender",
          "device",
          "watch_ms",
          "duration_ms",
          "completed",
          "value",
          "attributes");

  /** The row of this event. */
  public static EventRow of(Event event) {
    return switch (event) {
      case Event.Tip e -> paid(e, e.payment(), null, Map.of());
      case Event.SubscriptionStarted e ->
          paid(e, e.payment(), null, e.gifted() ? Map.of("gifted", "true") : Map.of());
      case Event.SubscriptionRenewed e -> paid(e, e.payment(), null, Map.of());
      case Event.SubscriptionCanceled e -> plain(e, null, null, Map.of());
      case Event.SubscriptionPaymentFailed e -> priced(e, e.attempted(), Map.of());
      case Event.AdRevenue e -> paid(e, e.payment(), null, Map.of());
      case Event.MerchandiseOrder e -> paid(e, e.payment(), null, Map.of());
      case Event.BrandDeal e -> paid(e, e.payment(), null, Map.of());
      case Event.Reversal e -> paid(e, e.payment(), e.refersTo(), Map.of());
      case Event.Interaction e -> plain(e, e.behaviour(), count(e.behaviour()), Map.of());
      case Event.PriceExposure e ->
          priced(e, e.price(), Map.of("bought", Boolean.toString(e.bought())));
      case Event.VanWestendorpSurvey e -> thresholds(e);
      case Event.GaborGrangerSurvey e ->
          priced(e, e.price(), Map.of("would_buy", Boolean.toString(e.wouldBuy())));
      case Event.PlatformHealth e -> plain(e, null, e.value(), Map.of());
    };
  }

  private static @Nullable Double count(Behaviour behaviour) {
    return behaviour.count() == 1 ? null : (double) behaviour.count();
  }

  private static EventRow paid(
      Event event, Payment payment, @Nullable String refersTo, Map<String, String> more) {
    Money gross = payment.gross();
    return new EventRow(
        event.context(),
        event.type().wireName(),
        gross,
        payment,
        refersTo,
        gross.currency().getCurrencyCode(),
        null,
        null,
        merged(event.context(), more));
  }

  private static EventRow priced(Event event, Money price, Map<String, String> more) {
    return new EventRow(
        event.context(),
        event.type().wireName(),
        price,
        null,
        null,
        price.currency().getCurrencyCode(),
        null,
        null,
        merged(event.context(), more));
  }

  private static EventRow plain(
      Event event,
      @Nullable Behaviour behaviour,
      @Nullable Double value,
      Map<String, String> more) {
    return new EventRow(
        event.context(),
        event.type().wireName(),
        null,
        null,
        null,
        null,
        behaviour,
        value,
        merged(event.context(), more));
  }

  private static EventRow thresholds(Event.VanWestendorpSurvey survey) {
    Map<String, String> answers =
        Map.of(
            "too_cheap", decimal(survey.tooCheap()),
            "cheap", decimal(survey.cheap()),
            "expensive", decimal(survey.expensive()),
            "too_expensive", decimal(survey.tooExpensive()));
    return new EventRow(
        survey.context(),
        survey.type().wireName(),
        null,
        null,
        null,
        survey.cheap().currency().getCurrencyCode(),
        null,
        null,
        merged(survey.context(), answers));
  }

  /** Sorted by name, so that the same event is always the same text. */
  private static Map<String, String> merged(Context context, Map<String, String> more) {
    Map<String, String> own = context.attributes();
    if (own.isEmpty() && more.size() < 2) {
      return more;
    }
    Map<String, String> all = new TreeMap<>(own);
    all.putAll(more);
    return all;
  }

  /** Exact decimal text in major units. */
  static String decimal(Money money) {
    int digits = money.currency().getDefaultFractionDigits();
    String minor = Long.toString(money.minorUnits());
    // Digit by digit only where it is safe: sign and short amounts go the long way.
    return digits == 0
        ? minor
        : money.minorUnits() < 0 || minor.length() <= digits
            ? money.toDecimal().toPlainString()
            : minor.substring(0, minor.length() - digits)
                + '.'
                + minor.substring(minor.length() - digits);
  }

  /** Name on the wire of a state. */
  static String label(State state) {
    return switch (state) {
      case ESTIMATED -> "estimated";
      case FINAL -> "final";
      case PAID -> "paid";
    };
  }
}
