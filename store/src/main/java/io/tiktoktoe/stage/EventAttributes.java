package io.tiktoktoe.stage;

import io.tiktoktoe.event.Assignment;
import io.tiktoktoe.event.Decision;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.Money;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an event says that has no column of its own: it stands among the attributes, by name. */
public final class EventAttributes {

  private EventAttributes() {}

  /** The attributes that an event's kind adds to those of its sender. */
  public static Map<String, String> of(Event event) {
    return switch (event) {
      case Event.SubscriptionStarted e -> e.gifted() ? Map.of("gifted", "true") : Map.of();
      case Event.PriceExposure e -> exposure(e);
      case Event.VanWestendorpSurvey e ->
          Map.of(
              "too_cheap", decimal(e.tooCheap()),
              "cheap", decimal(e.cheap()),
              "expensive", decimal(e.expensive()),
              "too_expensive", decimal(e.tooExpensive()));
      case Event.GaborGrangerSurvey e -> Map.of("would_buy", Boolean.toString(e.wouldBuy()));
      case Event.PriceObserved e -> known("competitor", e.competitor());
      case Event.DecisionTaken e -> decision(e.decision());
      case Event.CampaignPlanned e ->
          Map.of(
              "campaign", e.plan().name(),
              "starts", e.plan().starts().toString(),
              "ends", e.plan().ends().toString());
      case Event.IdentityLink e -> known("other_source", e.otherSource());
      case Event.Tip e -> Map.of();
      case Event.SubscriptionRenewed e -> Map.of();
      case Event.SubscriptionCanceled e -> Map.of();
      case Event.SubscriptionPaymentFailed e -> Map.of();
      case Event.AdRevenue e -> Map.of();
      case Event.MerchandiseOrder e -> Map.of();
      case Event.BrandDeal e -> Map.of();
      case Event.Reversal e -> Map.of();
      case Event.Cost e -> Map.of();
      case Event.Interaction e -> Map.of();
      case Event.PlatformHealth e -> Map.of();
    };
  }

  private static Map<String, String> exposure(Event.PriceExposure exposure) {
    String bought = Boolean.toString(exposure.bought());
    Assignment assignment = exposure.assignment();
    return assignment == null
        ? Map.of("bought", bought)
        : Map.of(
            "bought", bought,
            "experiment", assignment.experiment(),
            "arm", assignment.arm(),
            "propensity", Double.toString(assignment.propensity()));
  }

  private static Map<String, String> decision(Decision decision) {
    Map<String, String> told = new TreeMap<>(Map.of("chosen", decision.chosen()));
    told.putAll(known("advised", decision.advised()));
    told.putAll(known("by", decision.by()));
    told.putAll(known("segment", decision.segment()));
    told.putAll(known("measure", decision.measure()));
    Double expected = decision.expected();
    if (expected != null) {
      told.put("expected", expected.toString());
    }
    return told;
  }

  private static Map<String, String> known(String name, @Nullable String value) {
    return value == null ? Map.of() : Map.of(name, value);
  }

  private static String decimal(Money money) {
    return money.toDecimal().toPlainString();
  }
}
