package io.tiktoktoe.revenue;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.answer.Recommendation;
import io.tiktoktoe.event.Period;
import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.outlook.PredictionContext;
import io.tiktoktoe.outlook.Predictions;
import io.tiktoktoe.revenue.advice.Recommendations;
import io.tiktoktoe.revenue.advice.SubscriptionMovements;
import io.tiktoktoe.revenue.cells.Cells;
import io.tiktoktoe.revenue.cells.Collected;
import io.tiktoktoe.revenue.cells.ComparedParts;
import io.tiktoktoe.revenue.cells.PeriodProgress;
import io.tiktoktoe.revenue.change.Bridges;
import io.tiktoktoe.revenue.change.ChangeExplainer;
import io.tiktoktoe.revenue.insight.ChangeExplanation;
import io.tiktoktoe.revenue.insight.Completeness;
import io.tiktoktoe.revenue.insight.RevenueBridge;
import io.tiktoktoe.revenue.insight.RevenueContext;
import io.tiktoktoe.revenue.insight.RevenueInsights;
import io.tiktoktoe.revenue.insight.RevenuePatterns;
import io.tiktoktoe.revenue.insight.RevenueSource;
import io.tiktoktoe.revenue.insight.SubscriptionSummary;
import io.tiktoktoe.revenue.pattern.AnomalyFinder;
import io.tiktoktoe.revenue.pattern.Directions;
import io.tiktoktoe.risk.RiskAssessment;
import io.tiktoktoe.risk.RiskAssessor;
import io.tiktoktoe.risk.RiskInputs;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Front door of revenue stream analysis: descriptive, diagnostic, predictive and prescriptive. */
public final class RevenueAnalytics {

  /** Days that stand for the present where rates and shares are asked for: a quarter. */
  static final int RECENT_DAYS = 90;

  private final RevenueSource source;

  private RevenueAnalytics(RevenueSource source) {
    this.source = source;
  }

  /** Analyses over this source. */
  public static RevenueAnalytics of(RevenueSource source) {
    return new RevenueAnalytics(source);
  }

  /**
   * What a creator earned in a period, why, what comes next and what to do. The same source, time
   * and seed give the same answer. Nothing after the period or after the present is looked at.
   *
   * @param timeframe the period; it may be unfinished, but must have begun
   * @throws IllegalArgumentException if the period lies in the future
   * @throws io.tiktoktoe.event.MissingRateException if an amount cannot be converted
   * @throws java.util.concurrent.CancellationException if the context's progress or an interrupt
   *     cancels
   */
  public RevenueInsights analyzeRevenueStreams(
      CreatorProfile creator, Period timeframe, RevenueContext context) {
    Period period = new Period(timeframe.from(), timeframe.to(), creator.zone());
    Period history = history(creator, period, context.now());
    Instant newest = source.dataThrough(creator);
    Instant dataThrough = newest.isBefore(history.to()) ? newest : history.to();
    Period recent = recent(history);
    Collected data = Collected.from(source, creator, history, recent, context.progress());
    Cells cells = Cells.of(data.streams(), creator.zone());
    Completeness completeness = PeriodProgress.of(period, context.now(), dataThrough, cells);
    ComparedParts parts = ComparedParts.of(cells, completeness);
    SplittableRandom random = new SplittableRandom(context.seed());

    RevenueBridge bridge = Bridges.of(cells, parts.now());
    RevenueBridge comparison = Bridges.of(cells, parts.then());
    ChangeExplanation change = new ChangeExplainer(parts, comparison, bridge).explain();
    context.progress().report("finding patterns", 0, 1);
    RevenuePatterns patterns = Patterns.of(period, parts, random.split());
    SubscriptionSummary subscriptions =
        SubscriptionMovements.of(data.movements(), completeness.elapsed());
    Predictions predictions = predictions(parts, dataThrough, context);
    RiskAssessment risk = risk(creator, parts, data, predictions, random.split());
    List<Recommendation> recommendations =
        new Recommendations(patterns, subscriptions, data, recent).with(risk);
    return new RevenueInsights(
        creator,
        period,
        completeness,
        bridge,
        comparison,
        patterns,
        change,
        subscriptions,
        predictions,
        risk,
        recommendations,
        provenance(dataThrough, context));
  }

  private static Predictions predictions(
      ComparedParts parts, Instant dataThrough, RevenueContext context) {
    return PredictiveAnalyticsEngine.generatePredictions(
        Histories.forForecast(parts),
        PredictionContext.daily(dataThrough, context.seed())
            .withCalendar(context.calendar())
            .withProgress(context.progress()));
  }

  private static RiskAssessment risk(
      CreatorProfile creator,
      ComparedParts parts,
      Collected data,
      Predictions predictions,
      SplittableRandom random) {
    return RiskAssessor.assess(
        new RiskInputs(
            Histories.forRisk(parts),
            RECENT_DAYS,
            data.fans(),
            data.movements(),
            predictions,
            creator.currency()),
        random);
  }

  /** From the first event, or the comparison if that is earlier, to the end or the present. */
  private Period history(CreatorProfile creator, Period period, Instant now) {
    Instant present = Period.bucket(now);
    Instant end = present.isBefore(period.to()) ? present : period.to();
    Instant from = period.previous().from();
    Instant first = source.dataFrom(creator);
    if (first.isBefore(from)) {
      from = period.day(first).atStartOfDay(period.zone()).toInstant();
    }
    if (!from.isBefore(end)) {
      throw new IllegalArgumentException(
          "period from (%s) must be before now (%s). Choose one that has begun."
              .formatted(period.from(), now));
    }
    return new Period(from, end, period.zone());
  }

  private static Period recent(Period history) {
    Instant from =
        history.day(history.to()).minusDays(RECENT_DAYS).atStartOfDay(history.zone()).toInstant();
    return from.isBefore(history.from()) ? history : new Period(from, history.to(), history.zone());
  }

  private static Provenance provenance(Instant dataThrough, RevenueContext context) {
    return new Provenance(
        dataThrough,
        "revenue analytics: robust STL, damped trend, weighted anomaly ensemble, calibrated"
            + " forecast",
        Map.of(
            "now", context.now().toString(),
            "granularity", "hourly",
            "season", "1w",
            "smoothing", Double.toString(Directions.SMOOTHING),
            "sensitivity", Double.toString(AnomalyFinder.SENSITIVITY),
            "horizons", "1d,7d,30d,90d",
            "intervals", "0.68,0.95",
            "scenarios", "conservative,likely,optimistic"),
        context.seed(),
        Provenance.VERSION);
  }
}
