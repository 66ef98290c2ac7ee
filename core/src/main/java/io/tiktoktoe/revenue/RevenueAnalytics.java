package io.tiktoktoe.revenue;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.answer.Recommendation;
import io.tiktoktoe.calendar.WholeDays;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.outlook.PredictionContext;
import io.tiktoktoe.outlook.Predictions;
import io.tiktoktoe.revenue.advice.Recommendations;
import io.tiktoktoe.revenue.advice.SubscriptionMovements;
import io.tiktoktoe.revenue.cells.Cells;
import io.tiktoktoe.revenue.cells.ComparedParts;
import io.tiktoktoe.revenue.cells.PeriodProgress;
import io.tiktoktoe.revenue.change.Bridges;
import io.tiktoktoe.revenue.change.ChangeExplainer;
import io.tiktoktoe.revenue.insight.ChangeExplanation;
import io.tiktoktoe.revenue.insight.Completeness;
import io.tiktoktoe.revenue.insight.RevenueBridge;
import io.tiktoktoe.revenue.insight.RevenueContext;
import io.tiktoktoe.revenue.insight.RevenueInputs;
import io.tiktoktoe.revenue.insight.RevenueInsights;
import io.tiktoktoe.revenue.insight.RevenuePatterns;
import io.tiktoktoe.revenue.insight.RevenueSource;
import io.tiktoktoe.revenue.insight.SubscriptionSummary;
import io.tiktoktoe.revenue.pattern.AnomalyFinder;
import io.tiktoktoe.revenue.pattern.Directions;
import io.tiktoktoe.risk.IncomeHistory;
import io.tiktoktoe.risk.RiskAssessment;
import io.tiktoktoe.risk.RiskAssessor;
import io.tiktoktoe.risk.RiskInputs;
import io.tiktoktoe.work.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Front door of revenue stream analysis: descriptive, diagnostic, predictive and prescriptive. */
public final class RevenueAnalytics {

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
      CreatorProfile creator, DateRange timeframe, RevenueContext context) {
    DateRange period = new DateRange(timeframe.from(), timeframe.to(), creator.zone());
    context.progress().report("collecting revenue", 0, 1);
    RevenueInputs data = source.collect(creator, range(period, context.now()));
    Instant end = data.income().history().to();
    Instant newest = data.income().dataThrough();
    Instant dataThrough = newest.isBefore(end) ? newest : end;
    // One snapshot is collected, then the four streams are analysed at the same time.
    Cells cells = Cells.of(data.income(), context.progress());
    Completeness completeness =
        PeriodProgress.of(period, context.now(), data.income().dataFrom(), dataThrough, cells);
    ComparedParts parts = ComparedParts.of(cells, completeness);
    int endDay = endDay(creator, completeness, parts);
    SplittableRandom random = new SplittableRandom(context.seed());

    RevenueBridge bridge = Bridges.of(cells, parts.now());
    RevenueBridge comparison = Bridges.of(cells, parts.then());
    ChangeExplanation change = new ChangeExplainer(parts, comparison, bridge).explain();
    context.progress().report("finding patterns", 0, 1);
    RevenuePatterns patterns = Patterns.of(period, parts, endDay, random.split());
    SubscriptionSummary subscriptions =
        SubscriptionMovements.of(data.movements(), completeness.elapsed());
    Predictions predictions = predictions(creator, cells, endDay, dataThrough, context);
    IncomeHistory past = Histories.forRisk(cells, endDay);
    RiskAssessment risk = risk(creator, past, data, predictions, random.split());
    List<Recommendation> recommendations =
        new Recommendations(patterns, subscriptions, data).with(risk);
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

  /**
   * Daily net income of the four streams from the first income to the newest whole day, in minor
   * units: the history behind every forecast of a creator's income. Empty without a whole day on or
   * after the first income.
   *
   * @throws io.tiktoktoe.event.MissingRateException if an amount cannot be converted
   */
  public Optional<HistoricalMetrics> incomeHistory(CreatorProfile creator) {
    Instant through = source.dataThrough(creator);
    if (through.equals(Instant.MIN)) {
      return Optional.empty();
    }
    LocalDate last = WholeDays.last(through, creator.zone());
    DateRange range = DateRange.ofDays(last, last, creator.zone());
    Cells cells = Cells.of(source.income(creator, range), Progress.SILENT);
    return cells.size == 0
        ? Optional.empty()
        : Optional.of(Histories.forForecast(cells, (int) last.toEpochDay() + 1, creator));
  }

  /**
   * First local day that is not over or of which nothing is known: of days between the data and a
   * later period it cannot be said that they brought nothing.
   */
  private static int endDay(
      CreatorProfile creator, Completeness completeness, ComparedParts parts) {
    if (completeness.status() != Completeness.Status.NOT_STARTED) {
      return parts.endDay();
    }
    return completeness
        .dataThrough()
        .map(through -> (int) WholeDays.last(through, creator.zone()).toEpochDay() + 1)
        .map(known -> Math.min(known, parts.endDay()))
        .orElse(parts.endDay());
  }

  private static Predictions predictions(
      CreatorProfile creator,
      Cells cells,
      int endDay,
      Instant dataThrough,
      RevenueContext context) {
    // A day that is all but delivered counts here as it does for a forecast alone.
    int delivered =
        dataThrough.equals(Instant.MIN)
            ? endDay
            : (int) WholeDays.last(dataThrough, creator.zone()).toEpochDay() + 1;
    return PredictiveAnalyticsEngine.generatePredictions(
        Histories.forForecast(cells, Math.max(endDay, delivered), creator),
        PredictionContext.daily(dataThrough, context.seed())
            .withCalendar(context.calendar())
            .withCampaigns(context.campaigns())
            .withProgress(context.progress()),
        context.learned(),
        creator.creator());
  }

  private static RiskAssessment risk(
      CreatorProfile creator,
      IncomeHistory past,
      RevenueInputs data,
      Predictions predictions,
      SplittableRandom random) {
    return RiskAssessor.assess(
        new RiskInputs(
            past,
            RevenueInputs.RECENT_DAYS,
            data.fans(),
            data.movements(),
            predictions,
            creator.currency()),
        random);
  }

  /** What is looked at in any case: the comparison and what of the period is over. */
  private static DateRange range(DateRange period, Instant now) {
    Instant present = DateRange.bucket(now);
    Instant end = present.isBefore(period.to()) ? present : period.to();
    Instant from = period.previous().from();
    if (!from.isBefore(end)) {
      throw new IllegalArgumentException(
          "period from (%s) must be before now (%s). Choose one that has begun."
              .formatted(period.from(), now));
    }
    return new DateRange(from, end, period.zone());
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
