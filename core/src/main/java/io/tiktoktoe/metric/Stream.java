package io.tiktoktoe.metric;

import io.tiktoktoe.event.EventType;
import java.util.Optional;

/** The four ways in which a creator earns. Brand deals are advertising: a brand pays for reach. */
public enum Stream {
  TIPS("tips"),
  SUBSCRIPTIONS("subscriptions"),
  ADVERTISING("advertising"),
  MERCHANDISE("merchandise");

  private final String label;

  Stream(String label) {
    this.label = label;
  }

  /** Its name in tables and answers. */
  public String label() {
    return label;
  }

  /** Whether the number of its reports is a number of sales. */
  public boolean counted() {
    return switch (this) {
      case TIPS, SUBSCRIPTIONS, MERCHANDISE -> true;
      case ADVERTISING -> false;
    };
  }

  /**
   * The stream that a sale of this type belongs to; reversals belong to that of their sale, a cost
   * to the one that it names in its attribute {@code stream}.
   */
  public static Optional<Stream> of(EventType type) {
    return switch (type) {
      case TIP -> Optional.of(TIPS);
      case SUBSCRIPTION_STARTED, SUBSCRIPTION_RENEWED -> Optional.of(SUBSCRIPTIONS);
      case AD_REVENUE, BRAND_DEAL -> Optional.of(ADVERTISING);
      case MERCH_ORDER -> Optional.of(MERCHANDISE);
      case SUBSCRIPTION_CANCELED,
          SUBSCRIPTION_PAYMENT_FAILED,
          REFUND,
          CHARGEBACK,
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
          COST,
          PRICE_OBSERVED,
          DECISION_TAKEN,
          IDENTITY_LINKED,
          IDENTITY_UNLINKED,
          CAMPAIGN_PLANNED ->
          Optional.empty();
    };
  }
}
