package io.tiktoktoe.connect.write;

import io.tiktoktoe.event.Behaviour;
import io.tiktoktoe.event.Context;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.event.Payment;
import io.tiktoktoe.event.State;
import io.tiktoktoe.event.SubscriptionTerm;
import io.tiktoktoe.stage.EventAttributes;
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
 * @param term how often a subscription is paid and until when
 * @param otherFan the other id of the same fan
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
    SubscriptionTerm term,
    @Nullable String otherFan,
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
          "interval",
          "paid_until",
          "trial",
          "other_fan",
          "attributes");

  /** The row of this event. */
  public static EventRow of(Event event) {
    return switch (event) {
      case Event.Tip e -> paid(e, e.payment());
      case Event.SubscriptionStarted e -> paid(e, e.payment()).withTerm(e.term());
      case Event.SubscriptionRenewed e -> paid(e, e.payment()).withTerm(e.term());
      case Event.SubscriptionCanceled e -> plain(e);
      case Event.SubscriptionPaymentFailed e -> priced(e, e.attempted());
      case Event.AdRevenue e -> paid(e, e.payment());
      case Event.MerchandiseOrder e -> paid(e, e.payment());
      case Event.BrandDeal e -> paid(e, e.payment());
      case Event.Reversal e -> row(e, e.payment().gross(), e.payment(), e.refersTo(), null, null);
      case Event.Cost e -> paid(e, e.payment());
      case Event.Interaction e -> row(e, null, null, null, e.behaviour(), count(e.behaviour()));
      case Event.PriceExposure e -> priced(e, e.price());
      case Event.VanWestendorpSurvey e -> plain(e);
      case Event.GaborGrangerSurvey e -> priced(e, e.price());
      case Event.PlatformHealth e -> row(e, null, null, null, null, e.value());
      case Event.PriceObserved e -> priced(e, e.price());
      case Event.DecisionTaken e -> plain(e);
      case Event.CampaignPlanned e -> row(e, e.plan().goal(), null, null, null, null);
      case Event.IdentityLink e -> plain(e).withOtherFan(e.otherFan());
    };
  }

  private static @Nullable Double count(Behaviour behaviour) {
    return behaviour.count() == 1 ? null : (double) behaviour.count();
  }

  private static EventRow paid(Event event, Payment payment) {
    return row(event, payment.gross(), payment, null, null, null);
  }

  private static EventRow priced(Event event, Money price) {
    return row(event, price, null, null, null, null);
  }

  private static EventRow plain(Event event) {
    return row(event, null, null, null, null, null);
  }

  private static EventRow row(
      Event event,
      @Nullable Money amount,
      @Nullable Payment payment,
      @Nullable String refersTo,
      @Nullable Behaviour behaviour,
      @Nullable Double value) {
    return new EventRow(
        event.context(),
        event.type().wireName(),
        amount,
        payment,
        refersTo,
        currency(event, amount),
        behaviour,
        value,
        SubscriptionTerm.UNKNOWN,
        null,
        merged(event.context(), EventAttributes.of(event)));
  }

  /** Of the amount, or of the answers that stand among the attributes. */
  private static @Nullable String currency(Event event, @Nullable Money amount) {
    if (event instanceof Event.VanWestendorpSurvey survey) {
      return survey.cheap().currency().getCurrencyCode();
    }
    return amount == null ? null : amount.currency().getCurrencyCode();
  }

  private EventRow withTerm(SubscriptionTerm known) {
    return new EventRow(
        context,
        type,
        amount,
        payment,
        refersTo,
        currency,
        behaviour,
        value,
        known,
        otherFan,
        attributes);
  }

  private EventRow withOtherFan(String other) {
    return new EventRow(
        context,
        type,
        amount,
        payment,
        refersTo,
        currency,
        behaviour,
        value,
        term,
        other,
        attributes);
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

  /** The interval between two charges, such as {@code P1M}, if known. */
  @Nullable String interval() {
    return term.interval() == null ? null : term.interval().toString();
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
