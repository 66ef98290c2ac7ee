package io.tiktoktoe.cli.report;

import io.tiktoktoe.cli.report.page.Look;
import io.tiktoktoe.cli.report.page.Page;
import io.tiktoktoe.cli.report.page.TextSafety;
import io.tiktoktoe.cli.report.page.TextTable;
import io.tiktoktoe.cli.report.picture.DecayPicture;
import io.tiktoktoe.content.insight.ContentInsights;
import io.tiktoktoe.content.insight.ContentMeasure;
import io.tiktoktoe.content.insight.ContentValuation;
import io.tiktoktoe.content.insight.ContentWorth;
import io.tiktoktoe.content.insight.DecayCurve;
import io.tiktoktoe.content.insight.DimensionScore;
import io.tiktoktoe.content.insight.IndirectValue.Estimate;
import io.tiktoktoe.content.insight.MeasureScore;
import io.tiktoktoe.content.insight.PerformanceDimension;
import io.tiktoktoe.service.text.AmountText;
import io.tiktoktoe.service.text.ContentWords;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** A creator's contents on one page: the ranking, or the report card of one. */
public final class ContentReport {

  private static final double LEAST_CONFIDENCE = 0.05;

  private final ContentInsights insights;
  private final AmountText amounts;
  private final ContentWords words;
  private final Page page;

  private ContentReport(ContentInsights insights, Look look) {
    this.insights = insights;
    this.amounts = look.amounts(insights.creator().currency());
    this.words = new ContentWords(amounts);
    this.page = new Page(look);
  }

  /** The report as text that ends with a line end. */
  public static String text(ContentInsights insights, Look look) {
    return new ContentReport(insights, look).text();
  }

  private String text() {
    page.heading(
        "Contents of %s  as of %s (%s)  in %s"
            .formatted(
                TextSafety.printable(insights.creator().creator()),
                insights.through(),
                insights.creator().zone(),
                amounts.code()));
    if (insights.valuations().size() == 1) {
      card(insights.valuations().getFirst());
    } else {
      ranking();
    }
    page.heading("How it adds up");
    page.sentence("", words.totals(insights.totals()));
    insights.market().ifPresent(trends -> MarketText.write(trends, page));
    RevenueReport.provenance(insights.provenance(), page);
    return page.text();
  }

  private void ranking() {
    TextTable table =
        new TextTable(
            "",
            "<type",
            "views",
            "engage",
            "convert",
            "grow",
            "direct",
            "influenced",
            "last touch",
            "half-life");
    for (ContentValuation one : insights.valuations()) {
      table.row(
          TextSafety.printable(one.content().id()),
          one.content().kind().label(),
          AmountText.count(one.views()),
          latest(one, PerformanceDimension.ENGAGEMENT),
          latest(one, PerformanceDimension.CONVERSION),
          latest(one, PerformanceDimension.RETENTION),
          amounts.exact(one.worth().directTotal()),
          amounts.exact(one.worth().influenced()),
          amounts.about(one.worth().lastTouch()),
          one.decay().map(ContentWords::halfLife).orElse(""));
    }
    page.table(table);
    page.more(insights.contents() - insights.valuations().size(), "contents (--most)");
    page.line("");
    if (insights.contents() > 1 && !insights.valuations().isEmpty()) {
      page.sentence("", words.shrunk(insights.valuations().getFirst(), insights.contents()));
    }
    Map<String, String> definitions = ContentWords.definitions(insights.rule());
    page.sentence("", definitions.getOrDefault("direct", ""));
    page.sentence("", definitions.getOrDefault("influenced", ""));
    page.sentence("", definitions.getOrDefault("last_touch", ""));
    page.sentence("", definitions.getOrDefault("touch", ""));
    page.sentence(
        "",
        "engage, convert, grow: expected share of comparable contents that do worse, over the"
            + " longest time that has begun; in brackets where hardly anything is known yet.");
  }

  private static String latest(ContentValuation one, PerformanceDimension dimension) {
    Optional<DimensionScore> score =
        one.dimensions().stream()
            .filter(own -> own.dimension() == dimension)
            .reduce((before, after) -> after);
    return score.map(own -> percentile(own.percentile(), own.confidence())).orElse("");
  }

  private static String percentile(double percentile, double confidence) {
    String text = AmountText.percent(percentile);
    return confidence < LEAST_CONFIDENCE ? "(" + text + ")" : text;
  }

  private void card(ContentValuation one) {
    page.sentence("", about(one));
    said(ContentWords.state(one.state()));
    said(ContentWords.machines(one));
    page.heading("Report card");
    scores(one);
    page.sentence("", ContentWords.comparedWith(one.cohort()));
    worth(one.worth());
    one.decay().ifPresent(this::decay);
    one.forecast().ifPresent(told -> page.sentence("", words.forecast(told)));
  }

  private void said(String sentence) {
    if (!sentence.isEmpty()) {
      page.sentence("", sentence);
    }
  }

  private String about(ContentValuation one) {
    String copies =
        one.content().copies().isEmpty()
            ? ""
            : ", with its copies " + String.join(", ", one.content().copies());
    return "%s%s: %s of length %s on %s, published %s, %s view%s by people, %s named fan%s."
        .formatted(
            one.content().id(),
            copies,
            one.content().kind().label(),
            ContentWords.length(one.content().durationMs()),
            one.content().platforms().isEmpty()
                ? "no known platform"
                : String.join(", ", one.content().platforms()),
            RevenueReport.time(one.content().published(), insights.creator().zone()),
            AmountText.count(one.views()),
            one.views() == 1 ? "" : "s",
            AmountText.count(one.fans()),
            one.fans() == 1 ? "" : "s");
  }

  private void scores(ContentValuation one) {
    if (one.measures().isEmpty()) {
      page.sentence("", "Nothing yet: it has not been out for three hours.");
      return;
    }
    TextTable table =
        new TextTable("", "3 hours", "day", "week", "month", "value", "usual", "68%", "sure");
    for (PerformanceDimension dimension : PerformanceDimension.values()) {
      String[] row = new String[9];
      Arrays.fill(row, "");
      row[0] = dimension.name();
      for (DimensionScore score : one.dimensions()) {
        if (score.dimension() == dimension) {
          row[1 + score.timeframe().ordinal()] = percentile(score.percentile(), score.confidence());
          row[8] = AmountText.percent(score.confidence());
        }
      }
      table.row(row);
      for (ContentMeasure measure : ContentMeasure.values()) {
        if (measure.dimension() == dimension) {
          table.row(measureRow(one, measure));
        }
      }
    }
    page.table(table);
    if (one.measures().stream().anyMatch(score -> !score.over())) {
      page.sentence("", "A time that is not over is judged at the age reached so far.");
    }
  }

  private String[] measureRow(ContentValuation one, ContentMeasure measure) {
    String[] row = new String[9];
    Arrays.fill(row, "");
    row[0] = "  " + ContentWords.measure(measure);
    for (MeasureScore score : one.measures()) {
      if (score.measure() == measure) {
        row[1 + score.timeframe().ordinal()] = percentile(score.percentile(), score.confidence());
        row[5] = words.value(measure, score.value());
        row[6] = one.cohort().contents() == 0 ? "" : words.value(measure, score.usual());
        row[7] = "%.0f to %.0f".formatted(100 * score.interval().lo(), 100 * score.interval().hi());
        row[8] = AmountText.percent(score.confidence());
      }
    }
    return row;
  }

  private void worth(ContentWorth worth) {
    page.heading("What it is worth");
    Map<String, String> said = ContentWords.definitions(insights.rule());
    figure(
        amounts.exact(worth.directTotal())
            + "  (95%: "
            + amounts.range(worth.directInterval())
            + ")",
        said.getOrDefault("direct", ""));
    said(words.shrunk(worth));
    said(ContentWords.payers(worth.payers()));
    worth
        .direct()
        .forEach(
            (stream, amount) -> {
              if (amount != 0) {
                page.line("    %-14s %s".formatted(stream.label(), amounts.exact(amount)));
              }
            });
    figure(amounts.about(worth.lifetime()), said.getOrDefault("lifetime", ""));
    figure(amounts.exact(worth.influenced()), said.getOrDefault("influenced", ""));
    figure(amounts.about(worth.lastTouch()), said.getOrDefault("last_touch", ""));
    figure(amounts.about(worth.firstTouch()), said.getOrDefault("first_touch", ""));
    page.sentence("", said.getOrDefault("touch", ""));
    page.sentence("", said.getOrDefault("indirect", ""));
    TextTable table = new TextTable("indirect", "about", "95%");
    estimate(table, "brand value", worth.indirect().brandValue());
    estimate(table, "audience growth", worth.indirect().audienceGrowth());
    estimate(table, "platform authority", worth.indirect().platformAuthority());
    page.table(table);
  }

  private void figure(String amount, String sentence) {
    page.line("  " + amount);
    page.sentence("  ", sentence);
  }

  private void estimate(TextTable table, String name, Estimate estimate) {
    table.row(name, amounts.about(estimate.value()), amounts.range(estimate.interval()));
  }

  private void decay(DecayCurve curve) {
    page.heading("How it fades");
    page.sentence("", ContentWords.decay(curve));
    DecayPicture.write(curve, page);
  }
}
