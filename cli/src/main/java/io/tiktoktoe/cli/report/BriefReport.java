package io.tiktoktoe.cli.report;

import io.tiktoktoe.cli.report.page.Look;
import io.tiktoktoe.cli.report.page.Page;
import io.tiktoktoe.cli.report.page.TextSafety;
import io.tiktoktoe.cli.report.page.TextTable;
import io.tiktoktoe.content.brief.BriefEffect;
import io.tiktoktoe.content.brief.BriefTrend;
import io.tiktoktoe.content.brief.ContentBrief;
import io.tiktoktoe.service.model.content.BriefAnswer;
import io.tiktoktoe.service.text.AmountText;
import io.tiktoktoe.service.text.BriefWords;

/** What a creator should make next, on one page. */
public final class BriefReport {

  private static final int MOST = 10;

  private BriefReport() {}

  /** The report as text that ends with a line end. */
  public static String text(BriefAnswer answer, Look look) {
    Page page = new Page(look);
    AmountText amounts = look.amounts(answer.creator().currency());
    page.heading(
        "What %s should make next  as of %s (%s)  in %s"
            .formatted(
                TextSafety.printable(answer.creator().creator()),
                answer.through(),
                answer.creator().zone(),
                amounts.code()));
    answer
        .brief()
        .ifPresentOrElse(
            brief -> write(brief, amounts, page), () -> page.sentence("", BriefWords.none(answer)));
    if (!answer.past().isEmpty()) {
      page.heading("What came of briefs that were kept");
      answer.past().stream()
          .limit(MOST)
          .forEach(score -> page.sentence("", BriefWords.past(score, amounts)));
      page.more(answer.past().size() - MOST, "briefs");
    }
    if (answer.recorded()) {
      page.sentence("", "Kept as a decision that was taken.");
    }
    RevenueReport.provenance(answer.provenance(), page);
    return page.text();
  }

  private static void write(ContentBrief brief, AmountText amounts, Page page) {
    page.sentence("", BriefWords.what(brief));
    page.sentence("", BriefWords.audience(brief));
    page.sentence("", BriefWords.expected(brief, amounts));
    page.sentence("", BriefWords.grounds(brief));
    if (!brief.market().isEmpty()) {
      page.sentence("", BriefWords.market(brief));
    }
    Advice.write("One ground at a time", brief.recommendations(), amounts, page);
    page.heading("What each choice does");
    TextTable effects = new TextTable("choice", "<", "contents", "brings", "95%");
    for (BriefEffect one : brief.effects().stream().limit(MOST).toList()) {
      effects.row(
          one.factor().label(),
          TextSafety.printable(one.level()),
          Integer.toString(one.contents()),
          BriefWords.times(one.times()),
          BriefWords.range(one.interval()));
    }
    page.table(effects);
    page.more(brief.effects().size() - MOST, "choices");
    if (!brief.trends().isEmpty()) {
      page.heading("What changes  (last 60 days beside before)");
      TextTable trends = new TextTable("", "<", "lately", "before", "brings", "95%");
      for (BriefTrend one : brief.trends().stream().limit(MOST).toList()) {
        trends.row(
            one.factor().label(),
            TextSafety.printable(one.level()),
            Integer.toString(one.recent()),
            Integer.toString(one.before()),
            BriefWords.times(one.times()),
            BriefWords.range(one.interval()));
      }
      page.table(trends);
    }
  }
}
