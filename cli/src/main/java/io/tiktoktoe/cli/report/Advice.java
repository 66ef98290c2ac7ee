package io.tiktoktoe.cli.report;

import io.tiktoktoe.answer.Recommendation;
import io.tiktoktoe.service.text.AdviceText;
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
      page.sentence("   ", effect(advice, amounts));
      page.sentence("   ", "Because: " + String.join(" ", words.evidence()));
      page.sentence("   ", "If: %s Not if: %s".formatted(words.assumption(), words.wouldChange()));
    }
  }

  private static String effect(Recommendation advice, AmountText amounts) {
    String footing =
        switch (advice.footing()) {
          case LEDGER -> "arithmetic over the ledger";
          case ASSOCIATION -> "observed, not tried";
          case SIMULATION -> "from the forecast's futures";
        };
    String effect =
        switch (advice.effect()) {
          case INCOME_30_DAYS -> money(advice, amounts) + " net income in 30 days";
          case EXPECTED_SHORTFALL_30_DAYS ->
              money(advice, amounts) + " less lost in the worst 5% of months";
          case PLATFORM_LOSS_30_DAYS ->
              money(advice, amounts) + " less lost in a month if the largest platform fails";
          case PLANNING_ERROR ->
              "%s (%s to %s) of planned income corrected"
                  .formatted(
                      AmountText.percent(advice.expected()),
                      AmountText.percent(advice.interval().lo()),
                      AmountText.percent(advice.interval().hi()));
        };
    return "Expected: %s; %s.".formatted(effect, footing);
  }

  private static String money(Recommendation advice, AmountText amounts) {
    return "%s %s (%s)"
        .formatted(
            amounts.aboutChange(advice.expected()),
            amounts.code(),
            amounts.range(advice.interval()));
  }
}
