package io.tiktoktoe.event;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The kinds of events with their names on the wire. */
public enum EventType {
  TIP("tip"),
  SUBSCRIPTION_STARTED("subscription.started"),
  SUBSCRIPTION_RENEWED("subscription.renewed"),
  SUBSCRIPTION_CANCELED("subscription.canceled"),
  SUBSCRIPTION_PAYMENT_FAILED("subscription.payment_failed"),
  AD_REVENUE("ad.revenue"),
  MERCH_ORDER("merch.order"),
  BRAND_DEAL("brand.deal"),
  REFUND("refund"),
  CHARGEBACK("chargeback"),
  VIEW("view"),
  LIKE("like"),
  COMMENT("comment"),
  SHARE("share"),
  FOLLOW("follow"),
  UNFOLLOW("unfollow"),
  SESSION("session"),
  PRICE_EXPOSURE("price.exposure"),
  SURVEY_VAN_WESTENDORP("survey.van_westendorp"),
  SURVEY_GABOR_GRANGER("survey.gabor_granger"),
  PLATFORM_HEALTH("platform.health"),
  COST("cost"),
  PRICE_OBSERVED("price.observed"),
  DECISION_TAKEN("decision.taken"),
  IDENTITY_LINKED("identity.linked"),
  IDENTITY_UNLINKED("identity.unlinked");

  private static final Map<String, EventType> BY_WIRE_NAME = new HashMap<>();

  static {
    for (EventType type : values()) {
      BY_WIRE_NAME.put(type.wireName, type);
    }
  }

  private final String wireName;

  EventType(String wireName) {
    this.wireName = wireName;
  }

  /** Its name in files and messages, such as {@code subscription.started}. */
  public String wireName() {
    return wireName;
  }

  /** The type of this wire name, if there is one. */
  public static Optional<EventType> ofWireName(String wireName) {
    return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
  }

  /** Whether it tells of behaviour rather than money, prices, surveys or machines. */
  public boolean isInteraction() {
    return switch (this) {
      case VIEW, LIKE, COMMENT, SHARE, FOLLOW, UNFOLLOW, SESSION -> true;
      case TIP,
          SUBSCRIPTION_STARTED,
          SUBSCRIPTION_RENEWED,
          SUBSCRIPTION_CANCELED,
          SUBSCRIPTION_PAYMENT_FAILED,
          AD_REVENUE,
          MERCH_ORDER,
          BRAND_DEAL,
          REFUND,
          CHARGEBACK,
          PRICE_EXPOSURE,
          SURVEY_VAN_WESTENDORP,
          SURVEY_GABOR_GRANGER,
          PLATFORM_HEALTH,
          COST,
          PRICE_OBSERVED,
          DECISION_TAKEN,
          IDENTITY_LINKED,
          IDENTITY_UNLINKED ->
          false;
    };
  }
}
