package io.tiktoktoe.cli.report;

import io.tiktoktoe.cli.report.page.Look;
import io.tiktoktoe.cli.report.page.Page;
import io.tiktoktoe.cli.report.page.TextSafety;
import io.tiktoktoe.cli.report.page.TextTable;
import io.tiktoktoe.pipeline.insight.AnalyticsInsights;
import io.tiktoktoe.pipeline.insight.BehaviorAnalysis;
import io.tiktoktoe.pipeline.insight.HealthAnalysis;
import io.tiktoktoe.pipeline.insight.MonetizationAnalysis;
import io.tiktoktoe.pipeline.insight.NoisyNumber;
import io.tiktoktoe.service.model.privacy.PlatformAnswer;
import io.tiktoktoe.service.model.privacy.PlatformAnswer.Sentence;
import io.tiktoktoe.service.text.AmountText;
import io.tiktoktoe.service.text.PlainNumber;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** A private release about a platform: what stands out, then the numbers with their noise. */
public final class PlatformReport {

  private static final int SHOWN = 8;

  private PlatformReport() {}

  /** The report as text that ends with a line end. */
  public static String text(PlatformAnswer answer, Look look) {
    Page page = new Page(look);
    AnalyticsInsights insights = answer.insights();
    page.heading(
        "Platform  (%s to %s)"
            .formatted(
                insights.period().day(insights.period().from()),
                insights.period().day(insights.period().to().minusMillis(1))));
    page.sentence("", privacy(insights));
    for (String reader : List.of("audience", "content", "business", "technical")) {
      told(reader, answer.sentences(), page);
    }
    behavior(insights.behavior(), page);
    cells("Platforms", insights.content().platforms(), page);
    cells("Contents  (people who watched it most)", insights.content().contents(), page);
    money(insights.monetization(), answer.currency(), page);
    health(insights.health(), page);
    return page.text();
  }

  private static String privacy(AnalyticsInsights insights) {
    AnalyticsInsights.PrivacyStatement privacy = insights.privacy();
    return "Protects %s, by %s noise: epsilon %s, delta %s%s. %d statements were tried; at most 5%% of releases tell any that noise alone has made."
        .formatted(
            privacy.unit(),
            privacy.noise(),
            PlainNumber.exact(privacy.epsilon()),
            PlainNumber.exact(privacy.delta()),
            privacy.repeated() ? " (an earlier answer again, free)" : "",
            insights.looked());
  }

  private static void told(String reader, List<Sentence> sentences, Page page) {
    page.heading("For " + reader);
    List<Sentence> own = sentences.stream().filter(one -> one.reader().equals(reader)).toList();
    if (own.isEmpty()) {
      page.sentence("", "Nothing stands out of the noise.");
    }
    for (Sentence one : own) {
      page.sentence("- ", one.says() + " " + one.advice());
      page.sentence("  ", one.surety());
    }
  }

  private static void behavior(BehaviorAnalysis behavior, Page page) {
    cells("People", List.of(behavior.people()), page);
    cells("How far they go", behavior.engagement().interactionDistribution(), page);
    cells("Usual sessions", behavior.engagement().sessionDurations(), page);
    cells("Views strung together", behavior.engagement().viewingSequences(), page);
    cells("Lengths of content", behavior.preferences().categoryPreferences(), page);
    cells("Days they came", behavior.retention().userReturns(), page);
    cells("Who left and who stayed", behavior.retention().churnIndicators(), page);
    cells("Views to one creator", behavior.retention().loyaltyMetrics(), page);
    cells(
        "Creators  (people who watch them most)",
        behavior.preferences().creatorPreferences(),
        page);
    cells("Countries", behavior.preferences().countries(), page);
  }

  /** Those of a table that stand out of their noise, the largest first where there are many. */
  private static void cells(String heading, List<NoisyNumber> cells, Page page) {
    List<NoisyNumber> seen =
        cells.size() <= SHOWN
            ? cells
            : cells.stream()
                .filter(one -> one.standsOut(cells.size()))
                .sorted((a, b) -> Double.compare(b.value(), a.value()))
                .toList();
    if (seen.isEmpty()) {
      return;
    }
    page.heading(heading);
    TextTable table = new TextTable("", "people", "noise (95%)");
    for (NoisyNumber one : seen.subList(0, Math.min(SHOWN, seen.size()))) {
      table.row(
          TextSafety.printable(one.label()),
          AmountText.count(Math.round(one.value())),
          "± " + AmountText.count(Math.round(one.halfWidth95())));
    }
    page.table(table);
    page.more(seen.size() - SHOWN, "cells");
  }

  private static void money(MonetizationAnalysis money, Currency currency, Page page) {
    AmountText amounts = page.look().amounts(currency);
    cells("Payers  (by what each mostly pays for)", money.payers(), page);
    page.heading("What people pay  (%s)".formatted(currency.getCurrencyCode()));
    TextTable table = new TextTable("", "amount", "noise (95%)");
    table.row(
        "mean of a payer",
        amounts.about(money.spend().getFirst().value()),
        "± " + amounts.about(money.spend().getFirst().halfWidth95()));
    for (NoisyNumber one : money.revenue()) {
      table.row(one.label(), amounts.about(one.value()), "± " + amounts.about(one.halfWidth95()));
    }
    page.table(table);
    page.sentence(
        "",
        "%s ± %s people paid only in currencies without an exchange rate: they are in no amount, nor is what others paid so."
            .formatted(
                AmountText.count(Math.round(money.unpriced().value())),
                AmountText.count(Math.round(money.unpriced().halfWidth95()))));
  }

  private static void health(HealthAnalysis health, Page page) {
    page.heading("Health  (the operator's own log: exact, not to be handed on)");
    TextTable table = new TextTable("platform", "<measure", "samples", "median", "95% below");
    for (HealthAnalysis.MeasureLine one : health.measures()) {
      table.row(
          TextSafety.printable(one.platform()),
          TextSafety.printable(one.measure()),
          AmountText.count(one.samples()),
          number(one.median()),
          number(one.high()));
    }
    if (!table.isEmpty()) {
      page.table(table);
    }
    page.sentence(
        "",
        "%d incidents, %d drifts; %s rows taken in, %s refused."
            .formatted(
                health.incidents().size(),
                health.drifts().size(),
                AmountText.count(health.accepted()),
                AmountText.count(health.rejected())));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
