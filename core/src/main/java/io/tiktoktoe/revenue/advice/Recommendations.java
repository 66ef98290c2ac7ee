package io.tiktoktoe.revenue.advice;

import io.tiktoktoe.answer.Recommendation;
import io.tiktoktoe.answer.Recommendation.Effect;
import io.tiktoktoe.answer.Recommendation.Footing;
import io.tiktoktoe.calendar.LocalClock;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.metric.FailedPayments;
import io.tiktoktoe.revenue.cells.Amounts;
import io.tiktoktoe.revenue.cells.Collected;
import io.tiktoktoe.revenue.insight.Contribution;
import io.tiktoktoe.revenue.insight.HourOfWeek;
import io.tiktoktoe.revenue.insight.RevenuePatterns;
import io.tiktoktoe.revenue.insight.SubscriptionSummary;
import io.tiktoktoe.risk.RiskAssessment;
import io.tiktoktoe.stats.Interval;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * What to do, computed from what happened. Every expected effect has an interval; what may bring
 * nothing (lower end at most 0) is not recommended, and the surest gain comes first, so that a
 * lucky estimate does not win.
 */
public final class Recommendations {

  private static final double DAYS = 30;

  private final RevenuePatterns patterns;
  private final SubscriptionSummary subscriptions;
  private final Collected data;
  private final Amounts amounts;
  private final double perThirtyDays;
  private final ZoneId zone;

  /**
   * Advice from these findings.
   *
   * @param recent the period of the data on products, failures and settlements
   */
  public Recommendations(
      RevenuePatterns patterns,
      SubscriptionSummary subscriptions,
      Collected data,
      DateRange recent,
      Amounts amounts) {
    this.patterns = patterns;
    this.subscriptions = subscriptions;
    this.data = data;
    this.amounts = amounts;
    zone = recent.zone();
    perThirtyDays = DAYS * LocalClock.DAY_SECONDS / recent.length().toSeconds();
  }

  /** All advice, income first, then risk; the surest first within each. */
  public List<Recommendation> with(RiskAssessment risk) {
    List<Recommendation> all = new ArrayList<>();
    strongHour().ifPresent(all::add);
    failedPayments().ifPresent(all::add);
    repeatPeak().ifPresent(all::add);
    ReversalAdvice.of(data.products(), perThirtyDays, amounts).ifPresent(all::add);
    all.addAll(SettlementAdvice.of(data.settlements()));
    ChurnAdvice.of(data.movements(), subscriptions, amounts).ifPresent(all::add);
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
      case INCOME_30_DAYS, EXPECTED_SHORTFALL_30_DAYS, PLATFORM_LOSS_30_DAYS ->
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
      String when =
          "%s %02d:00"
              .formatted(hour.day().getDisplayName(TextStyle.FULL, Locale.ENGLISH), hour.hour());
      return Optional.of(
          goLive(
              when,
              hour.expected() - average,
              hour.interval(),
              DAYS / 7,
              "%d weeks: %s an hour on average there, %s at the average hour; false discovery rate %.1f%%."
                  .formatted(
                      hour.weeks(),
                      amounts.about(hour.mean()),
                      amounts.about(average),
                      100 * hour.falseDiscovery())));
    }
    return patterns.week().strongClock().stream()
        .max(Comparator.comparingDouble(hour -> hour.interval().lo()))
        .map(
            hour ->
                goLive(
                    "%02d:00 on any day".formatted(hour.hour()),
                    hour.expected() - average,
                    hour.interval(),
                    DAYS / 7,
                    "%d days: %s an hour on average there, %s at the average hour; false discovery rate %.1f%%."
                        .formatted(
                            hour.days(),
                            amounts.about(hour.mean()),
                            amounts.about(average),
                            100 * hour.falseDiscovery())));
  }

  private Recommendation goLive(
      String when, double gain, Interval income, double times, String evidence) {
    double average = patterns.week().average();
    return new Recommendation(
        "strong-hours",
        "Be live or publish around %s, one hour a week that is now spent at an average hour."
            .formatted(when),
        Effect.INCOME_30_DAYS,
        gain * times,
        income.plus(-average).times(times),
        Footing.ASSOCIATION,
        List.of(evidence),
        "Income follows when you are there, not only when fans are.",
        "Four weeks in which the hour is alternated: its gain vanishing there.");
  }

  /** Asks again for renewals that failed, at the success that asking again had so far. */
  private Optional<Recommendation> failedPayments() {
    FailedPayments failed = data.failed();
    long open = Math.subtractExact(failed.amount(), failed.recoveredAmount());
    if (failed.recovered() == 0 || open <= 0) {
      return Optional.empty();
    }
    long lost = failed.renewals() - failed.recovered();
    // Jeffreys: the share of failures that are collected later.
    BetaDistribution share = BetaDistribution.of(failed.recovered() + 0.5, lost + 0.5);
    double scale = open * perThirtyDays;
    return Optional.of(
        new Recommendation(
            "failed-payments",
            "Ask once more for the %d renewals that failed and were not paid since."
                .formatted(lost),
            Effect.INCOME_30_DAYS,
            share.getMean() * scale,
            Interval.equalTailed(share::inverseCumulativeProbability, Interval.WIDE).times(scale),
            Footing.ASSOCIATION,
            List.of(
                "%d of %d failed renewals were paid later; %s is still open."
                    .formatted(failed.recovered(), failed.renewals(), amounts.exact(open))),
            "Asking again succeeds as often as it did so far; before fees and tax.",
            "The share paid later falling."));
  }

  /** The surest unusual gain of the period whose cause is known. */
  private Optional<Recommendation> repeatPeak() {
    return patterns.anomalies().stream()
        .filter(anomaly -> anomaly.deviation() > 0 && !anomaly.cause().isEmpty())
        // One large payment is luck, not a pattern that can be repeated.
        .filter(anomaly -> !anomaly.onePayment())
        .max(Comparator.comparingDouble(anomaly -> anomaly.actual() - anomaly.expectedRange().hi()))
        .map(
            anomaly -> {
              String cause =
                  String.join(", ", anomaly.cause().stream().map(Contribution::group).toList());
              return new Recommendation(
                  "repeat-peak",
                  "Find out what happened around %s (%s) and do it again once."
                      .formatted(anomaly.from().atZone(zone).toLocalDateTime(), cause),
                  Effect.INCOME_30_DAYS,
                  anomaly.deviation(),
                  new Interval(
                      anomaly.actual() - anomaly.expectedRange().hi(),
                      anomaly.actual() - anomaly.expectedRange().lo(),
                      anomaly.expectedRange().confidence()),
                  Footing.ASSOCIATION,
                  List.of(anomaly.explanation()),
                  "What made it can be repeated with the same success; chosen for being large, it"
                      + " may bring less.",
                  "A second try without a gain.");
            });
  }
}
