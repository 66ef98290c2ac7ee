package io.tiktoktoe.pipeline;

import io.tiktoktoe.pipeline.insight.BehaviorAnalysis;
import io.tiktoktoe.pipeline.insight.HealthAnalysis;
import io.tiktoktoe.pipeline.insight.InsightKind;
import io.tiktoktoe.pipeline.insight.MonetizationAnalysis;
import io.tiktoktoe.pipeline.insight.NoisyNumber;
import io.tiktoktoe.pipeline.insight.PlatformInsight;
import io.tiktoktoe.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What the analyses say beyond noise. */
final class Insights {

  /** Who leave are worth a word from a fifth on. */
  private static final double MANY_LEAVE = 0.2;

  private static final double HALF = 0.5;

  /** One row in a thousand refused is worth a word. */
  private static final double MANY_REJECTS = 0.001;

  private static final int MOST_INCIDENTS = 3;

  private Insights() {}

  /** Tries everything that is ever told about people. */
  static Contrasts people(Contrasts tried, Analyses analyses) {
    BehaviorAnalysis behavior = analyses.behavior();
    engagement(tried, behavior.engagement());
    retention(tried, behavior.retention());
    tried.peaks(
        InsightKind.FAVOURITE_LENGTH, from(behavior.preferences().categoryPreferences(), 1));
    tried.leading(
        InsightKind.LEADING_CREATOR,
        behavior.preferences().creatorPreferences(),
        behavior.people());
    either(tried, InsightKind.WATCHED_TO_THE_END, analyses.content().completion());
    either(tried, InsightKind.SAME_CREATOR_NEXT, behavior.engagement().nextViews());
    tried.peaks(InsightKind.MAIN_PLATFORM, analyses.content().platforms());
    money(tried, analyses.monetization(), behavior.people());
    return tried;
  }

  private static void engagement(Contrasts tried, BehaviorAnalysis.Engagement engagement) {
    tried.peaks(InsightKind.PEAK_HOUR, engagement.viewingHours());
    tried.peaks(InsightKind.PEAK_WEEKDAY, engagement.viewingWeekdays());
    List<NoisyNumber> runs = engagement.viewingSequences();
    tried.share(InsightKind.LONG_SEQUENCES, "3 and more", runs, from(runs, 2), HALF);
    List<NoisyNumber> ladder = engagement.interactionDistribution();
    tried.share(
        InsightKind.MOSTLY_WATCHING,
        ladder.getFirst().label(),
        ladder,
        List.of(ladder.getFirst()),
        HALF);
    tried.peaks(InsightKind.USUAL_SESSION, engagement.sessionDurations());
  }

  private static void retention(Contrasts tried, BehaviorAnalysis.Retention retention) {
    List<NoisyNumber> days = retention.userReturns();
    tried.share(
        InsightKind.COMING_ONCE, days.getFirst().label(), days, List.of(days.getFirst()), HALF);
    List<NoisyNumber> churn = retention.churnIndicators();
    int signs = KnownCells.SIGNS.size();
    tried.share(InsightKind.LEAVING, "left", churn, churn.subList(0, signs), MANY_LEAVE);
    int usual = signs - 1;
    for (int sign = 0; sign < usual; sign++) {
      tried.larger(
          InsightKind.LEAVING_SIGN,
          KnownCells.SIGNS.get(sign),
          new NoisyNumber[] {churn.get(sign), churn.get(signs + sign)},
          new NoisyNumber[] {churn.get(usual), churn.get(signs + usual)});
    }
    List<NoisyNumber> loyalty = retention.loyaltyMetrics();
    tried.share(InsightKind.ONE_CREATOR, "nearly all", loyalty, from(loyalty, 2), HALF);
  }

  private static void money(
      Contrasts tried, MonetizationAnalysis monetization, NoisyNumber people) {
    List<NoisyNumber> payers = new ArrayList<>(monetization.payers());
    payers.add(monetization.unpriced());
    tried.part(InsightKind.PAYING_SHARE, "paying", payers, people);
    tried.peaks(InsightKind.MAIN_PAYMENT, monetization.payers());
    tried.mean(
        InsightKind.MEAN_SPEND,
        "paying",
        monetization.spend(),
        ReleaseQuestions.mostPaid(monetization.currency()));
    tried.peaks(InsightKind.MAIN_REVENUE, monetization.revenue());
  }

  private static void either(Contrasts tried, InsightKind kind, List<NoisyNumber> two) {
    for (NoisyNumber one : two) {
      tried.share(kind, one.label(), two, List.of(one), HALF);
    }
  }

  private static List<NoisyNumber> from(List<NoisyNumber> table, int first) {
    return table.subList(Math.min(first, table.size()), table.size());
  }

  /** What machines say: without noise, and so without a chance of being noise. */
  static List<PlatformInsight> machines(HealthAnalysis health) {
    List<PlatformInsight> told = new ArrayList<>();
    health.incidents().stream()
        .limit(MOST_INCIDENTS)
        .forEach(
            one ->
                told.add(
                    exact(
                        InsightKind.INCIDENT,
                        "%s of %s on %s".formatted(one.measure(), one.platform(), one.from()),
                        one.worst(),
                        one.usual())));
    health
        .drifts()
        .forEach(
            one ->
                told.add(
                    exact(
                        InsightKind.DRIFT,
                        "%s of %s".formatted(one.measure(), one.platform()),
                        one.now(),
                        one.before())));
    long rows = health.accepted() + health.rejected();
    double share = (double) health.rejected() / Math.max(1, rows);
    if (share > MANY_REJECTS) {
      told.add(
          new PlatformInsight(
              InsightKind.REJECTS,
              "rows",
              share,
              Interval.around(share, 1.0 / rows, Interval.WIDE).clamp(0, 1),
              MANY_REJECTS,
              OptionalDouble.empty()));
    }
    return told;
  }

  /** A measurement is as exact as the sample that it is: half a percent stands for its rounding. */
  private static PlatformInsight exact(
      InsightKind kind, String subject, double value, double reference) {
    double reach = Math.max(Math.abs(value) / 200, Double.MIN_NORMAL);
    return new PlatformInsight(
        kind,
        subject,
        value,
        Interval.around(value, reach, Interval.WIDE),
        reference,
        OptionalDouble.empty());
  }
}
