package io.tiktoktoe.simulation.model;

import io.tiktoktoe.event.Money;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.metric.SubscriptionMovement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** One thing that is true in the simulated economy, told beside the events. */
public sealed interface TruthRecord
    permits TruthRecord.Creator,
        TruthRecord.Ledger,
        TruthRecord.Movement,
        TruthRecord.Anomaly,
        TruthRecord.Fan,
        TruthRecord.Product,
        TruthRecord.PriceArm,
        TruthRecord.Content,
        TruthRecord.Incident,
        TruthRecord.Delivery,
        WorldTruth {

  /**
   * Who a creator is.
   *
   * @param creator text id
   * @param niche what they make
   * @param zone the zone of their days and of their audience's habits
   * @param currency in which they price subscriptions and goods
   * @param country where they live, ISO 3166-1 alpha-2
   * @param size share of the whole economy's audience at the start
   * @param dailyGrowth expected relative change of the audience per day, before churn steps
   * @param monetized whether advertising is paid
   * @param churnA first parameter of the Beta distribution of the subscribers' churn probability
   *     per renewal (shifted-beta-geometric)
   * @param churnB second parameter of the same
   * @param began local day on which they appeared
   * @param stopped local day on which they stopped for good; absent if they go on
   */
  record Creator(
      String creator,
      String niche,
      ZoneId zone,
      Currency currency,
      String country,
      double size,
      double dailyGrowth,
      boolean monetized,
      double churnA,
      double churnB,
      LocalDate began,
      @Nullable LocalDate stopped)
      implements TruthRecord {}

  /**
   * What one creator truly earned on one local day through one stream in one currency, minor units.
   * Reversals stand on the day on which they happened; advertising stands with its latest state.
   *
   * @param gross what was paid
   * @param fee what others kept
   * @param tax collected for the state
   * @param refunds what went back willingly, positive
   * @param chargebacks what banks took back less what was won back
   * @param quantity pieces
   * @param count sales
   */
  record Ledger(
      String creator,
      LocalDate day,
      Stream stream,
      Currency currency,
      long gross,
      long fee,
      long tax,
      long refunds,
      long chargebacks,
      long quantity,
      long count)
      implements TruthRecord {

    /** What reaches the creator: gross - fee - tax - refunds - chargebacks. */
    public long net() {
      return gross - fee - tax - refunds - chargebacks;
    }
  }

  /**
   * How recurring income moved: one subscription on one local day.
   *
   * @param kind what happened; a renewal at the same price is no movement
   * @param gifted whether another person paid for it
   * @param monthly price per month that came or went, positive for new, expansion and reactivation;
   *     minor units
   * @param cause why: {@code voluntary}, {@code payment_failed}, {@code gift_expired}, {@code
   *     paused}, {@code creator_stopped}; {@code offer}, {@code trial}, {@code gift}, {@code
   *     return} or {@code upgrade} for what came
   */
  record Movement(
      String creator,
      LocalDate day,
      SubscriptionMovement.Kind kind,
      String fan,
      boolean gifted,
      long monthly,
      Currency currency,
      String cause)
      implements TruthRecord {}

  /**
   * A disturbance that was planted.
   *
   * @param kind {@code spike}, {@code drop}, {@code level_shift} or {@code unusual_hours}
   * @param stream the stream that it hits
   * @param from first local day
   * @param to first local day after it; the end of the simulation for level shifts
   * @param factor what the expected income of the stream is multiplied by; 1 for unusual hours
   */
  record Anomaly(
      String creator, String kind, Stream stream, LocalDate from, LocalDate to, double factor)
      implements TruthRecord {}

  /**
   * A fan of one creator, once for each creator and person. The same person may be a fan of
   * several. Rates are those of the last day; {@link WorldTruth.FanRates} tells how they changed.
   *
   * @param segment planted segment
   * @param joined local day on which they began to follow; before the start for early fans
   * @param left local day on which they were gone for good, silently or not; absent if they stay
   * @param viewRate expected views that are reported with their id per day, before the calendar
   * @param tipRate expected spontaneous tips per day, before the calendar
   * @param tipMeanUsd expected size of a tip in USD
   * @param shareRate expected shares per view
   * @param willingness factor on willingness to pay
   * @param referredBy the fan who brought them
   */
  record Fan(
      String creator,
      String fan,
      String segment,
      LocalDate joined,
      @Nullable LocalDate left,
      double viewRate,
      double tipRate,
      double tipMeanUsd,
      double shareRate,
      double willingness,
      @Nullable String referredBy)
      implements TruthRecord {}

  /**
   * A product and its demand: how willingness to pay is distributed over those who see the offer.
   *
   * @param kind {@code subscription} or {@code merchandise}
   * @param price list price
   * @param shape the distribution, such as {@code lognormal} or {@code bimodal}
   * @param wtpMedian median willingness to pay, minor units of the price's currency
   * @param wtpSigma spread: of the logarithm where the shape is log-normal
   * @param elasticity true own elasticity of demand at the list price
   * @param surveyBias median factor by which people overstate their willingness in surveys
   * @param bestPrice price with the highest expected gross income per visitor, minor units
   */
  record Product(
      String creator,
      String product,
      String kind,
      Money price,
      String shape,
      double wtpMedian,
      double wtpSigma,
      double elasticity,
      double surveyBias,
      double bestPrice)
      implements TruthRecord {}

  /**
   * One arm of a price test.
   *
   * @param from first local day
   * @param to first local day after it
   * @param propensity probability with which a visitor sees this arm
   * @param conversion true probability that one who sees it buys
   * @param exposures how often it was shown
   */
  record PriceArm(
      String creator,
      String product,
      LocalDate from,
      LocalDate to,
      String arm,
      Money price,
      double propensity,
      double conversion,
      long exposures)
      implements TruthRecord {}

  /**
   * A content and what it caused.
   *
   * @param type {@code short}, {@code video}, {@code live} or {@code post}
   * @param durationMs length; 0 for posts
   * @param appeal factor on its views, median 1
   * @param halfLifeDays age by which half of the views of its first year come at an even audience,
   *     unless it is found again
   * @param effect factor on the probability that a view causes a purchase or tip, mean 1
   * @param views how often it was watched, those without id included
   * @param causedTips tips that a view of it caused, micro USD at the rate of their day
   * @param causedSubscriptions first payments of subscriptions that it caused, micro USD
   * @param causedMerchandise orders that it caused, micro USD
   * @param advertising last state of its advertising income, micro USD
   * @param causedFollows new fans that it brought
   * @param valueOfFollows everything that the fans whom it brought paid, micro USD
   * @param likeRate probability that a view of it is liked
   * @param rediscoveredDays age at which it is found again by many; absent if never
   */
  record Content(
      String creator,
      String content,
      String type,
      Instant published,
      long durationMs,
      double appeal,
      double halfLifeDays,
      double effect,
      long views,
      long causedTips,
      long causedSubscriptions,
      long causedMerchandise,
      long advertising,
      long causedFollows,
      long valueOfFollows,
      double likeRate,
      @Nullable Integer rediscoveredDays)
      implements TruthRecord {}

  /**
   * A platform that did not work.
   *
   * @param source the platform
   * @param reach share of its activity that still got through
   */
  record Incident(String source, Instant from, Instant to, double reach) implements TruthRecord {}

  /**
   * How the stream was delivered.
   *
   * @param distinct events that happened, revisions of advertising not counted
   * @param revisions later states of advertising events
   * @param duplicates deliveries of what had been delivered before
   * @param late events that were late
   * @param outOfOrder events that came after their turn without being late
   * @param lagging events that their platform held up for an hour or more: batches, backfills,
   *     outages
   */
  record Delivery(
      long distinct, long revisions, long duplicates, long late, long outOfOrder, long lagging)
      implements TruthRecord {

    /** Everything that was handed over. */
    public long deliveries() {
      return distinct + revisions + duplicates;
    }
  }
}
