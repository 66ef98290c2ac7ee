package io.tiktoktoe.event;

import org.jspecify.annotations.Nullable;

/**
 * One thing that happened around a creator, as its sender reported it. Sealed: a switch over events
 * needs no default and breaks when a kind is added. {@link EventType} names each kind on the wire.
 */
public sealed interface Event {

  /** Who, when, where; its id is the key of idempotency. */
  Context context();

  /** Its name on the wire. */
  EventType type();

  /** Builds a {@link Tip}. */
  static EventBuilder tip(Payment payment) {
    return new EventBuilder(context -> new Tip(context, payment));
  }

  /** Builds the start of a subscription that the fan pays. */
  static EventBuilder subscriptionStarted(Payment payment, SubscriptionTerm term) {
    return new EventBuilder(context -> new SubscriptionStarted(context, payment, false, term));
  }

  /** Builds the start of a subscription that another person pays. */
  static EventBuilder subscriptionGifted(Payment payment, SubscriptionTerm term) {
    return new EventBuilder(context -> new SubscriptionStarted(context, payment, true, term));
  }

  /** Builds a {@link SubscriptionRenewed}. */
  static EventBuilder subscriptionRenewed(Payment payment, SubscriptionTerm term) {
    return new EventBuilder(context -> new SubscriptionRenewed(context, payment, term));
  }

  /** Builds a {@link SubscriptionCanceled}. */
  static EventBuilder subscriptionCanceled() {
    return new EventBuilder(SubscriptionCanceled::new);
  }

  /** Builds a {@link SubscriptionPaymentFailed}. */
  static EventBuilder paymentFailed(Money attempted) {
    return new EventBuilder(context -> new SubscriptionPaymentFailed(context, attempted));
  }

  /** Builds an {@link AdRevenue}. */
  static EventBuilder adRevenue(Payment payment) {
    return new EventBuilder(context -> new AdRevenue(context, payment));
  }

  /** Builds a {@link MerchandiseOrder}. */
  static EventBuilder order(Payment payment) {
    return new EventBuilder(context -> new MerchandiseOrder(context, payment));
  }

  /** Builds a {@link BrandDeal}. */
  static EventBuilder brandDeal(Payment payment) {
    return new EventBuilder(context -> new BrandDeal(context, payment));
  }

  /** Builds a refund of the sale with this id in the same source. */
  static EventBuilder refund(Payment payment, String refersTo) {
    return new EventBuilder(context -> new Reversal(context, payment, refersTo, EventType.REFUND));
  }

  /** Builds a chargeback of the sale with this id in the same source. */
  static EventBuilder chargeback(Payment payment, String refersTo) {
    return new EventBuilder(
        context -> new Reversal(context, payment, refersTo, EventType.CHARGEBACK));
  }

  /** Builds a {@link Cost}. */
  static EventBuilder cost(Payment payment) {
    return new EventBuilder(context -> new Cost(context, payment));
  }

  /** Builds an {@link Interaction}. */
  static EventBuilder interaction(EventType kind, Behaviour behaviour) {
    return new EventBuilder(context -> new Interaction(context, kind, behaviour));
  }

  /** Builds a {@link PriceExposure} within an experiment. */
  static EventBuilder priceShown(Money price, boolean bought, Assignment assignment) {
    return new EventBuilder(context -> new PriceExposure(context, price, bought, assignment));
  }

  /** Builds a {@link PriceObserved} of the creator's own product. */
  static EventBuilder priceObserved(Money price) {
    return new EventBuilder(context -> new PriceObserved(context, price, null));
  }

  /** Builds a {@link DecisionTaken}. */
  static EventBuilder decided(Decision decision) {
    return new EventBuilder(context -> new DecisionTaken(context, decision));
  }

  /** Builds a {@link CampaignPlanned}. */
  static EventBuilder campaignPlanned(CampaignPlan plan) {
    return new EventBuilder(context -> new CampaignPlanned(context, plan));
  }

  /** Builds a link of the fan's id with another of the same fan. */
  static EventBuilder linked(String otherFan, String otherSource) {
    return new EventBuilder(
        context -> new IdentityLink(context, otherFan, otherSource, EventType.IDENTITY_LINKED));
  }

  /** Builds the end of such a link. */
  static EventBuilder unlinked(String otherFan, String otherSource) {
    return new EventBuilder(
        context -> new IdentityLink(context, otherFan, otherSource, EventType.IDENTITY_UNLINKED));
  }

  /** Someone gave money of their own will. */
  record Tip(Context context, Payment payment) implements Event {
    @Override
    public EventType type() {
      return EventType.TIP;
    }
  }

  /**
   * A subscription began; {@code gifted} when another person pays. A fan's subscriptions of several
   * products are told apart by the context's product.
   */
  record SubscriptionStarted(
      Context context, Payment payment, boolean gifted, SubscriptionTerm term) implements Event {

    /** One whose term is not known. */
    public SubscriptionStarted(Context context, Payment payment, boolean gifted) {
      this(context, payment, gifted, SubscriptionTerm.UNKNOWN);
    }

    @Override
    public EventType type() {
      return EventType.SUBSCRIPTION_STARTED;
    }
  }

  /** A subscription was paid for another period. */
  record SubscriptionRenewed(Context context, Payment payment, SubscriptionTerm term)
      implements Event {

    /** One whose term is not known. */
    public SubscriptionRenewed(Context context, Payment payment) {
      this(context, payment, SubscriptionTerm.UNKNOWN);
    }

    @Override
    public EventType type() {
      return EventType.SUBSCRIPTION_RENEWED;
    }
  }

  /** A subscription ended. */
  record SubscriptionCanceled(Context context) implements Event {
    @Override
    public EventType type() {
      return EventType.SUBSCRIPTION_CANCELED;
    }
  }

  /** A renewal could not be collected; {@code attempted} is what was asked for. */
  record SubscriptionPaymentFailed(Context context, Money attempted) implements Event {
    @Override
    public EventType type() {
      return EventType.SUBSCRIPTION_PAYMENT_FAILED;
    }
  }

  /** Advertising income of a content, a day or a country; arrives estimated and is corrected. */
  record AdRevenue(Context context, Payment payment) implements Event {
    @Override
    public EventType type() {
      return EventType.AD_REVENUE;
    }
  }

  /** Merchandise was ordered. */
  record MerchandiseOrder(Context context, Payment payment) implements Event {
    @Override
    public EventType type() {
      return EventType.MERCH_ORDER;
    }
  }

  /** A brand paid for a placement; counted in the advertising stream. */
  record BrandDeal(Context context, Payment payment) implements Event {
    @Override
    public EventType type() {
      return EventType.BRAND_DEAL;
    }
  }

  /**
   * Money went back, willingly (refund) or through the payer's bank (chargeback). A chargeback that
   * was won back arrives as a further event with attribute {@code won=true}.
   *
   * @param payment what went back, positive
   * @param refersTo the id of the sale within the same source, if known
   * @param kind {@link EventType#REFUND} or {@link EventType#CHARGEBACK}
   */
  record Reversal(Context context, Payment payment, @Nullable String refersTo, EventType kind)
      implements Event {
    public Reversal {
      if (kind != EventType.REFUND && kind != EventType.CHARGEBACK) {
        throw new IllegalArgumentException(
            "reversal type (" + kind.wireName() + ") must be refund or chargeback.");
      }
    }

    @Override
    public EventType type() {
      return kind;
    }
  }

  /**
   * An expense: what an account pays its platform or provider, or a collective's expense. Lowers
   * net income under its own name and is no refund.
   *
   * @param payment what was paid, positive, with all of it in the gross amount
   */
  record Cost(Context context, Payment payment) implements Event {
    public Cost {
      if (payment.fee().minorUnits() != 0 || payment.tax().minorUnits() != 0) {
        throw new IllegalArgumentException(
            "fee (%s) and tax (%s) of a cost must be 0. Add them to its amount."
                .formatted(payment.fee(), payment.tax()));
      }
    }

    @Override
    public EventType type() {
      return EventType.COST;
    }
  }

  /**
   * Someone watched, liked, commented, shared, followed or left.
   *
   * @param kind one of the behaviour types
   * @param behaviour how long and how far
   */
  record Interaction(Context context, EventType kind, Behaviour behaviour) implements Event {
    public Interaction {
      if (!kind.isInteraction()) {
        throw new IllegalArgumentException(
            "interaction type ("
                + kind.wireName()
                + ") must be view, like, comment, share, follow,"
                + " unfollow or session.");
      }
    }

    @Override
    public EventType type() {
      return kind;
    }
  }

  /**
   * A price was shown, within an experiment or outside of any; attributes may carry parts of the
   * assignment where it is not known whole.
   */
  record PriceExposure(
      Context context, Money price, boolean bought, @Nullable Assignment assignment)
      implements Event {

    /** One outside of any experiment. */
    public PriceExposure(Context context, Money price, boolean bought) {
      this(context, price, bought, null);
    }

    @Override
    public EventType type() {
      return EventType.PRICE_EXPOSURE;
    }
  }

  /** Answers to the four van Westendorp questions, in one currency. */
  record VanWestendorpSurvey(
      Context context, Money tooCheap, Money cheap, Money expensive, Money tooExpensive)
      implements Event {
    @Override
    public EventType type() {
      return EventType.SURVEY_VAN_WESTENDORP;
    }
  }

  /** Answer to "would you buy at this price?". */
  record GaborGrangerSurvey(Context context, Money price, boolean wouldBuy) implements Event {
    @Override
    public EventType type() {
      return EventType.SURVEY_GABOR_GRANGER;
    }
  }

  /** A technical measurement of the platform, such as {@code latency_ms}; named by the product. */
  record PlatformHealth(Context context, double value) implements Event {
    @Override
    public EventType type() {
      return EventType.PLATFORM_HEALTH;
    }
  }

  /**
   * The price of a product at a time, own or a competitor's.
   *
   * @param competitor whose price it is; the creator's own where absent
   */
  record PriceObserved(Context context, Money price, @Nullable String competitor) implements Event {
    public PriceObserved {
      if (context.product() == null) {
        throw new IllegalArgumentException(
            "product is missing. A price that was observed is that of a product.");
      }
    }

    @Override
    public EventType type() {
      return EventType.PRICE_OBSERVED;
    }
  }

  /** A decision was taken. */
  record DecisionTaken(Context context, Decision decision) implements Event {
    @Override
    public EventType type() {
      return EventType.DECISION_TAKEN;
    }
  }

  /**
   * A campaign was planned, begun or told of afterwards. Of those of one name that overlap, the
   * last one said holds.
   */
  record CampaignPlanned(Context context, CampaignPlan plan) implements Event {
    @Override
    public EventType type() {
      return EventType.CAMPAIGN_PLANNED;
    }
  }

  /**
   * Two ids are one fan, or are no longer taken for one (record linkage: merge and unmerge).
   *
   * @param otherFan the other id; the first is the context's fan
   * @param otherSource the platform of the other id; that of the event where absent
   * @param kind {@link EventType#IDENTITY_LINKED} or {@link EventType#IDENTITY_UNLINKED}
   */
  record IdentityLink(
      Context context, String otherFan, @Nullable String otherSource, EventType kind)
      implements Event {
    public IdentityLink {
      if (kind != EventType.IDENTITY_LINKED && kind != EventType.IDENTITY_UNLINKED) {
        throw new IllegalArgumentException(
            "identity type ("
                + kind.wireName()
                + ") must be identity.linked or identity.unlinked.");
      }
      if (context.fan() == null || otherFan.isBlank()) {
        throw new IllegalArgumentException(
            "fan or other_fan is missing. A link of identities needs both ids.");
      }
    }

    @Override
    public EventType type() {
      return kind;
    }
  }
}
