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
  IDENTITY_UNLINKED("identity.unlinked"),
  CAMPAIGN_PLANNED("campaign.planned");

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
          IDENTITY_UNLINKED,
          CAMPAIGN_PLANNED ->
          false;
    };
  }

  /**
   * How its amount counts towards income: 1 for a sale, -1 for what takes money out (a reversal, a
   * cost), 0 for what moves none, such as a price that was merely shown.
   */
  public int sign() {
    return switch (this) {
      case TIP, SUBSCRIPTION_STARTED, SUBSCRIPTION_RENEWED, AD_REVENUE, MERCH_ORDER, BRAND_DEAL ->
          1;
      case REFUND, CHARGEBACK, COST -> -1;
      case SUBSCRIPTION_CANCELED,
          SUBSCRIPTION_PAYMENT_FAILED,
          VIEW,
          LIKE,
          COMMENT,
          SHARE,
          FOLLOW,
          UNFOLLOW,
          SESSION,
          PRICE_EXPOSURE,
          SURVEY_VAN_WESTENDORP,
          SURVEY_GABOR_GRANGER,
          PLATFORM_HEALTH,
          PRICE_OBSERVED,
          DECISION_TAKEN,
          IDENTITY_LINKED,
          IDENTITY_UNLINKED,
          CAMPAIGN_PLANNED ->
          0;
    };
  }

  /** Whether it takes a sale back, all of it or a part. */
  public boolean isReversal() {
    return this == REFUND || this == CHARGEBACK;
  }

  /** Whether it happens to a subscription, which goes on, ends or fails to be paid. */
  public boolean isOfSubscription() {
    return this == SUBSCRIPTION_STARTED
        || this == SUBSCRIPTION_RENEWED
        || this == SUBSCRIPTION_CANCELED
        || this == SUBSCRIPTION_PAYMENT_FAILED;
  }

  /**
   * Whether it means nothing without an amount. A subscription may be paid elsewhere, so that its
   * events come without.
   */
  public boolean isPriced() {
    return switch (this) {
      case TIP,
          AD_REVENUE,
          MERCH_ORDER,
          BRAND_DEAL,
          REFUND,
          CHARGEBACK,
          PRICE_EXPOSURE,
          SURVEY_GABOR_GRANGER,
          COST,
          PRICE_OBSERVED ->
          true;
      case SUBSCRIPTION_STARTED,
          SUBSCRIPTION_RENEWED,
          SUBSCRIPTION_CANCELED,
          SUBSCRIPTION_PAYMENT_FAILED,
          VIEW,
          LIKE,
          COMMENT,
          SHARE,
          FOLLOW,
          UNFOLLOW,
          SESSION,
          SURVEY_VAN_WESTENDORP,
          PLATFORM_HEALTH,
          DECISION_TAKEN,
          IDENTITY_LINKED,
          IDENTITY_UNLINKED,
          CAMPAIGN_PLANNED ->
          false;
    };
  }
}
