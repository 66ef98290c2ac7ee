package io.tiktoktoe.cli.report;

import io.tiktoktoe.audience.insight.AudienceInsights;
import io.tiktoktoe.audience.insight.AudienceInsights.AudienceSize;
import io.tiktoktoe.audience.insight.AudienceInsights.Drifted;
import io.tiktoktoe.audience.insight.ChurnLine;
import io.tiktoktoe.audience.insight.LeavingOutlook.LikelyLeaver;
import io.tiktoktoe.audience.insight.SegmentInsight;
import io.tiktoktoe.cli.report.page.Look;
import io.tiktoktoe.cli.report.page.Page;
import io.tiktoktoe.cli.report.page.TextSafety;
import io.tiktoktoe.cli.report.page.TextTable;
import io.tiktoktoe.cli.report.picture.DecilePicture;
import io.tiktoktoe.cli.report.picture.OutlinePicture;
import io.tiktoktoe.cli.report.picture.RetentionPicture;
import io.tiktoktoe.service.text.AmountText;
import io.tiktoktoe.service.text.AudienceWords;
import io.tiktoktoe.stats.Interval;

/** A creator's audience on one page: who it is, what it is worth, who may leave, what to do. */
public final class AudienceReport {

  private final AudienceInsights insights;
  private final AmountText amounts;
  private final AudienceWords words;
  private final Page page;

  private AudienceReport(AudienceInsights insights, Look look) {
    this.insights = insights;
    this.amounts = look.amounts(insights.creator().currency());
    this.words = new AudienceWords(amounts);
    this.page = new Page(look);
  }

  /** The report as text that ends with a line end. */
  public static String text(AudienceInsights insights, Look look) {
    return new AudienceReport(insights, look).text();
  }

  private String text() {
    page.heading(
        "Audience of %s  as of %s (%s)  in %s"
            .formatted(
                TextSafety.printable(insights.creator().creator()),
                insights.through(),
                insights.creator().zone(),
                amounts.code()));
    size(insights.size());
    segments();
    value();
    leaving();
    RetentionPicture.write(insights.retention(), page);
    new PlanSection(insights, amounts, words, page).write();
    RevenueReport.provenance(insights.provenance(), page);
    return page.text();
  }

  private void size(AudienceSize size) {
    page.sentence("", words.size(size));
    page.sentence("", words.money(size));
  }

  private void segments() {
    page.heading("Segments");
    if (insights.segments().isEmpty()) {
      page.sentence("", "None: nobody with a name was seen.");
      return;
    }
    TextTable table =
        new TextTable(
            "", "fans", "share", "value", "95%", "worth each", "net so far", "leave", "<next");
    for (SegmentInsight one : insights.segments()) {
      table.row(
          Integer.toString(one.number()),
          AmountText.count(one.fans()),
          AmountText.percent(one.share()),
          "%.2f".formatted(one.value()),
          "%.2f to %.2f".formatted(one.valueInterval().lo(), one.valueInterval().hi()),
          amounts.about(one.lifetimeValue()),
          amounts.exact(one.net()),
          AmountText.percent(one.risk()),
          TextSafety.printable(one.action()));
    }
    page.table(table);
    for (SegmentInsight one : insights.segments()) {
      page.sentence(one.number() + ": ", words.segment(one));
    }
    insights.quality().ifPresent(quality -> page.sentence("", words.quality(quality, insights)));
    insights.drift().ifPresent(this::drift);
    insights.outline().ifPresent(outline -> OutlinePicture.write(outline, page));
  }

  private void drift(Drifted drift) {
    page.sentence("", words.drift(drift));
  }

  private void value() {
    page.heading("What they will bring  (%.0f days)".formatted(insights.value().horizonDays()));
    page.sentence("", words.value(insights.value()));
    DecilePicture.write(insights.value().deciles(), amounts, page);
  }

  private void leaving() {
    page.heading("Who leaves");
    if (!insights.churn().isEmpty()) {
      TextTable table = new TextTable("", "<where", "a month", "ended", "of", "30 days", "95%");
      for (ChurnLine line : insights.churn()) {
        table.row(
            TextSafety.printable(words.name(line)),
            TextSafety.printable(line.platform()),
            line.monthly() > 0 ? amounts.exact(line.monthly()) : "",
            AmountText.count(line.ended()),
            words.exposure(line),
            AmountText.percent(AudienceWords.chance(line, line.rate())),
            range(line.interval().map(rate -> AudienceWords.chance(line, rate))));
      }
      page.table(table);
      page.sentence("", words.churnDefinition());
    }
    page.sentence("", words.leaving(insights.leaving()));
    leavers();
  }

  private void leavers() {
    if (insights.leavers().isEmpty()) {
      return;
    }
    page.line("");
    TextTable table =
        new TextTable("likely to leave", "risk", "95%", "worth", "silent", "<because", "<next");
    for (LikelyLeaver one : insights.leavers()) {
      table.row(
          TextSafety.printable(one.fan()),
          AmountText.percent(one.risk()),
          range(new Interval(one.lo(), one.hi(), Interval.WIDE)),
          amounts.about(one.value()),
          one.silentDays() + " d",
          words.reasons(one.reasons()),
          TextSafety.printable(one.action()));
    }
    page.table(table);
  }

  private static String range(Interval interval) {
    return AmountText.percent(interval.lo()) + " to " + AmountText.percent(interval.hi());
  }
}
