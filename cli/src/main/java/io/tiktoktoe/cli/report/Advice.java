package io.tiktoktoe.cli.report;

import io.tiktoktoe.answer.Recommendation;
import io.tiktoktoe.cli.report.page.Page;
import io.tiktoktoe.service.text.AdviceText;
import io.tiktoktoe.service.text.AmountText;
import java.util.List;

/** Recommendations with their expected effect, its interval and the evidence. */
final class Advice {

  private Advice() {}

  static void write(
      String heading, List<Recommendation> recommendations, AmountText amounts, Page page) {
    page.heading(heading);
    if (recommendations.isEmpty()) {
      page.sentence("", "Nothing: the evidence carries no advice.");
    }
    int number = 1;
    for (Recommendation advice : recommendations) {
      AdviceText words = amounts.words().advice(advice);
      page.sentence(number++ + ". ", words.action());
      page.sentence("   ", amounts.words().expected(advice));
      page.sentence("   ", "Because: " + String.join(" ", words.evidence()));
      page.sentence("   ", "If: %s Not if: %s".formatted(words.assumption(), words.wouldChange()));
    }
  }
}
