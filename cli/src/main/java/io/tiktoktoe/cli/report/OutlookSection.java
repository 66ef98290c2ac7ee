package io.tiktoktoe.cli.report;

import io.tiktoktoe.cli.report.page.Page;
import io.tiktoktoe.cli.report.page.TextSafety;
import io.tiktoktoe.cli.report.page.TextTable;
import io.tiktoktoe.cli.report.picture.FanChart;
import io.tiktoktoe.metric.SubscriptionMovement;
import io.tiktoktoe.outlook.Backtest;
import io.tiktoktoe.outlook.Explanation;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.Outlook;
import io.tiktoktoe.outlook.Predictions;
import io.tiktoktoe.revenue.insight.RevenueInsights;
import io.tiktoktoe.revenue.insight.SubscriptionSummary;
import io.tiktoktoe.service.text.AmountText;
import io.tiktoktoe.service.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What comes next: recurring income and the forecast with its bands and its past hits. */
final class OutlookSection {

  /** Changes told. */
  private static final int MOST_CHANGES = 6;

  private final RevenueInsights insights;
  private final AmountText amounts;
  private final Page page;

  OutlookSection(RevenueInsights insights, AmountText amounts, Page page) {
    this.insights = insights;
    this.amounts = amounts;
    this.page = page;
  }

  void write() {
    subscriptions();
    predictions();
  }

  private void subscriptions() {
    SubscriptionSummary summary = insights.subscriptions();
    page.heading("Subscriptions  (income a month)");
    if (summary.startSubscriptions() == 0 && summary.endSubscriptions() == 0) {
      page.sentence("", "There are none in this period.");
      return;
    }
    TextTable table = new TextTable("movement", "subscriptions", "gifted", "a month");
    table.row(
        "start",
        AmountText.count(summary.startSubscriptions()),
        "",
        amounts.exact(summary.startAmount()));
    for (SubscriptionMovement.Kind kind : SubscriptionMovement.Kind.values()) {
      SubscriptionSummary.Movement movement = summary.of(kind);
      if (isRare(kind) && movement.subscriptions() == 0) {
        continue;
      }
      table.row(
          kind.name().toLowerCase(Locale.ROOT),
          AmountText.count(movement.subscriptions()),
          AmountText.count(movement.gifted()),
          page.look()
              .signed(amounts.exactChange(movement.monthlyAmount()), movement.monthlyAmount()));
    }
    table.row(
        "end",
        AmountText.count(summary.endSubscriptions()),
        "",
        amounts.exact(summary.endAmount()));
    page.table(table);
    if (Double.isFinite(summary.churnRate())) {
      page.sentence("", Wording.churn(summary));
    }
  }

  /** What most creators never see. */
  private static boolean isRare(SubscriptionMovement.Kind kind) {
    return kind == SubscriptionMovement.Kind.CONVERSION
        || kind == SubscriptionMovement.Kind.CURRENCY;
  }

  private void predictions() {
    Predictions predictions = insights.predictions();
    Forecast total = predictions.total();
    page.heading("What comes next  (net, from %s)".formatted(predictions.start().toLocalDate()));
    if (total.steps().isEmpty()) {
      page.sentence("", "Nothing can be said: there is no history and no creators alike.");
      return;
    }
    TextTable table =
        new TextTable("next", "<until", "conservative", "likely", "optimistic", "68%", "95%");
    for (Forecast.HorizonOutlook horizon : total.horizons()) {
      Outlook sum = horizon.sum();
      table.row(
          horizon.horizon().label(),
          predictions.start().toLocalDate().plusDays(horizon.horizon().days() - 1L).toString(),
          amounts.about(sum.conservative()),
          amounts.about(sum.likely()),
          amounts.about(sum.optimistic()),
          amounts.range(sum.band68()),
          amounts.range(sum.band95()));
    }
    page.table(table);
    FanChart.write(predictions, amounts, page);
    page.sentence("", Wording.basis(total));
    explanation(total.explanation());
    record(predictions);
  }

  /** What the sum over the whole horizon is made of, and what would change it most. */
  private void explanation(Explanation explanation) {
    TextTable table =
        new TextTable("mean of the next %d days".formatted(explanation.steps()), "amount");
    for (Explanation.Component part : explanation.components()) {
      table.row(TextSafety.printable(Wording.part(part.part())), amounts.about(part.amount()));
    }
    page.table(table);
    page.sentence(
        "",
        "Parts add up to the mean of the futures, likely is their middle (median): few very good"
            + " futures lift the mean above it.");
    explanation
        .times(insights.predictions().unit().inMajor())
        .goals()
        .forEach(goal -> page.sentence("", TextSafety.printable(Wording.goal(goal)) + "."));
    TextTable changes = new TextTable("what if", "change");
    explanation.changes().stream()
        .filter(change -> change.amount() != 0)
        .limit(MOST_CHANGES)
        .forEach(
            change ->
                changes.row(
                    TextSafety.printable(Wording.whatIf(change.whatIf())),
                    page.look().signed(amounts.aboutChange(change.amount()), change.amount())));
    if (!changes.isEmpty()) {
      page.table(changes);
    }
  }

  private static List<Forecast> joined(Predictions predictions) {
    List<Forecast> all = new ArrayList<>(predictions.series());
    all.add(predictions.total());
    return all;
  }

  private void record(Predictions predictions) {
    TextTable table = new TextTable("looking back", "origins", "68% band held", "95% band held");
    for (Forecast forecast : joined(predictions)) {
      Backtest backtest = forecast.backtest();
      if (backtest.origins() > 0) {
        table.row(
            TextSafety.printable(forecast.seriesId()),
            AmountText.count(backtest.origins()),
            AmountText.percent(backtest.coverage68()),
            AmountText.percent(backtest.coverage95()));
      }
    }
    if (table.isEmpty()) {
      page.sentence("", "Too little past to look back on.");
    } else {
      page.table(table);
    }
  }
}
