package io.tiktoktoe.revenue.advice;

import io.tiktoktoe.answer.Recommendation;
import io.tiktoktoe.answer.Recommendation.Effect;
import io.tiktoktoe.answer.Recommendation.Footing;
import io.tiktoktoe.calendar.LocalClock;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.metric.FailedPayments;
import io.tiktoktoe.revenue.insight.HourOfWeek;
import io.tiktoktoe.revenue.insight.RevenueAdvice;
import io.tiktoktoe.revenue.insight.RevenueInputs;
import io.tiktoktoe.revenue.insight.RevenuePatterns;
import io.tiktoktoe.revenue.insight.SubscriptionSummary;
import io.tiktoktoe.risk.RiskAssessment;
import io.tiktoktoe.stats.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * What to do, computed from what happened. Every expected effect has an interval; what may bring
 * nothing (lower end at most 0) is not recommended, and the surest gain comes first, so that a
 * lucky estimate does not win.
 */
public final class Recommendations {

  private static final double DAYS = 30;
  private static final int DAYS_OF_WEEK = 7;

  private final RevenuePatterns patterns;
  private final SubscriptionSummary subscriptions;
  private final RevenueInputs data;
  private final double perThirtyDays;
  private final ZoneId zone;

  /** Advice from these findings. */
  public Recommendations(
      RevenuePatterns patterns, SubscriptionSummary subscriptions, RevenueInputs data) {
    this.patterns = patterns;
    this.subscriptions = subscriptions;
    this.data = data;
    DateRange recent = data.recent();
    zone = recent.zone();
    perThirtyDays = DAYS * LocalClock.DAY_SECONDS / recent.length().toSeconds();
  }

  /** All advice, income first, then risk; the surest first within each. */
  public List<Recommendation> with(RiskAssessment risk) {
    List<Recommendation> all = new ArrayList<>();
    strongHour().ifPresent(all::add);
    failedPayments().ifPresent(all::add);
    repeatPeak().ifPresent(all::add);
    ReversalAdvice.of(data.products(), perThirtyDays).ifPresent(all::add);
    all.addAll(SettlementAdvice.of(data.settlements()));
    ChurnAdvice.of(data.movements(), subscriptions, lastDay()).ifPresent(all::add);
    all.addAll(risk.mitigations());
    all.removeIf(advice -> !isSure(advice));
    all.sort(
        Comparator.comparing(Recommendation::effect)
            .thenComparingDouble(advice -> -advice.interval().lo()));
    return all;
  }

  /** Whether it surely brings something: at least a minor unit where money is meant. */
  private static boolean isSure(Recommendation advice) {
    return switch (advice.effect()) {
      case INCOME_30_DAYS, EXPECTED_SHORTFALL_30_DAYS, PLATFORM_LOSS_30_DAYS, CONTENT_VALUE ->
          advice.interval().lo() >= 1;
      case PLANNING_ERROR -> advice.interval().lo() > 0;
    };
  }

  /** The hour whose gain over the average hour is surest. */
  private Optional<Recommendation> strongHour() {
    double average = patterns.week().average();
    Optional<HourOfWeek> week =
        patterns.week().strong().stream()
            .max(Comparator.comparingDouble(hour -> hour.interval().lo()));
    if (week.isPresent()) {
      HourOfWeek hour = week.get();
      return Optional.of(
          goLive(
              new RevenueAdvice.StrongHours(
                  Optional.of(hour.day()),
                  hour.hour(),
                  hour.weeks(),
                  hour.mean(),
                  average,
                  hour.falseDiscovery()),
              hour.expected(),
              hour.interval()));
    }
    return patterns.week().strongClock().stream()
        .max(Comparator.comparingDouble(hour -> hour.interval().lo()))
        .map(
            hour ->
                goLive(
                    new RevenueAdvice.StrongHours(
                        Optional.empty(),
                        hour.hour(),
                        hour.days(),
                        hour.mean(),
                        average,
                        hour.falseDiscovery()),
                    hour.expected(),
                    hour.interval()));
  }

  /** One hour a week is moved from an average hour to a strong one. */
  private static Recommendation goLive(
      RevenueAdvice.StrongHours advice, double expected, Interval income) {
    double times = DAYS / DAYS_OF_WEEK;
    double average = advice.average();
    return new Recommendation(
        advice,
        Effect.INCOME_30_DAYS,
        (expected - average) * times,
        income.plus(-average).times(times),
        Footing.ASSOCIATION);
  }

  /** The last local day that is over and delivered. */
  private LocalDate lastDay() {
    DateRange history = data.income().history();
    Instant through = data.income().dataThrough();
    boolean behind = through.isAfter(history.from()) && through.isBefore(history.to());
    return history.day(behind ? through : history.to()).minusDays(1);
  }

  /**
   * Asks again for renewals that failed and are still asked for, at the success that asking again
   * had so far.
   */
  private Optional<Recommendation> failedPayments() {
    FailedPayments failed = data.failed();
    long open = failed.openAmount();
    if (failed.recovered() == 0 || open <= 0) {
      return Optional.empty();
    }
    // Jeffreys: the share of failures that are collected later.
    BetaDistribution share = BetaDistribution.of(failed.recovered() + 0.5, failed.lost() + 0.5);
    return Optional.of(
        new Recommendation(
            new RevenueAdvice.AskAgain(failed.renewals(), failed.recovered(), failed.open(), open),
            Effect.INCOME_30_DAYS,
            share.getMean() * open,
            Interval.equalTailed(share::inverseCumulativeProbability, Interval.WIDE).times(open),
            Footing.ASSOCIATION));
  }

  /** The surest unusual gain of the period whose cause is known. */
  private Optional<Recommendation> repeatPeak() {
    return patterns.anomalies().stream()
        .filter(anomaly -> anomaly.deviation() > 0 && !anomaly.cause().isEmpty())
        // One large payment is luck, not a pattern that can be repeated.
        .filter(anomaly -> !anomaly.onePayment())
        .max(Comparator.comparingDouble(anomaly -> anomaly.actual() - anomaly.expectedRange().hi()))
        .map(
            anomaly ->
                new Recommendation(
                    new RevenueAdvice.RepeatPeak(
                        anomaly.from().atZone(zone).toLocalDateTime(),
                        anomaly.cause(),
                        anomaly.scope(),
                        anomaly.actual(),
                        anomaly.expectedRange()),
                    Effect.INCOME_30_DAYS,
                    anomaly.deviation(),
                    new Interval(
                        anomaly.actual() - anomaly.expectedRange().hi(),
                        anomaly.actual() - anomaly.expectedRange().lo(),
                        anomaly.expectedRange().confidence()),
                    Footing.ASSOCIATION));
  }
}
