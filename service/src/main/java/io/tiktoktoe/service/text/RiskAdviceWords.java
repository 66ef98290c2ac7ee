package io.tiktoktoe.service.text;

import io.tiktoktoe.risk.RiskAdvice;
import java.util.Locale;

/** Says what lowers a risk. */
record RiskAdviceWords(Amounts amounts) {

  AdviceText of(RiskAdvice advice) {
    return switch (advice) {
      case RiskAdvice.SpreadPlatforms spread -> spreadPlatforms(spread);
      case RiskAdvice.SpreadStreams spread -> spreadStreams(spread);
      case RiskAdvice.KeepReserve keep -> keepReserve(keep);
      case RiskAdvice.KeepSubscribers keep -> keepSubscribers(keep);
    };
  }

  private AdviceText spreadPlatforms(RiskAdvice.SpreadPlatforms spread) {
    return new AdviceText(
        "Move a tenth of the income from %s to %s."
            .formatted(
                spread.platform(), spread.others() ? "other platforms" : "a second platform"),
        "%s brings %s of net income; 30 days without it cost %s."
            .formatted(spread.platform(), percent(spread.share()), money(spread.loss())),
        "Income that moves is as large on the other platform.",
        "%s falling below half of the income.".formatted(spread.platform()));
  }

  private AdviceText spreadStreams(RiskAdvice.SpreadStreams spread) {
    return new AdviceText(
        "Move a tenth of the income from %s to the other streams.".formatted(spread.stream()),
        "In the worst twentieth of %d futures income is %s below its mean; with the shift %s."
            .formatted(spread.futures(), money(spread.before()), money(spread.after())),
        "Income that moves keeps its mean and varies as the other streams do.",
        "Another stream varying more than %s.".formatted(spread.stream()));
  }

  private AdviceText keepReserve(RiskAdvice.KeepReserve keep) {
    return new AdviceText(
        "Keep %s aside for bad months.".formatted(money(Math.max(0, keep.amount()))),
        "In one of twenty futures 30-day income is below %s, %s less than in the middle one."
            .formatted(money(keep.floor()), money(keep.shortfall())),
        "The forecast's futures hold as often as its backtest says.",
        "A steadier or a larger recurring income.");
  }

  private AdviceText keepSubscribers(RiskAdvice.KeepSubscribers keep) {
    return new AdviceText(
        "Keep one of ten subscribers who would leave.",
        "%s of %d subscriptions end within 30 days; they bring %s a month."
            .formatted(percent(keep.rate()), keep.atRisk(), amounts.exact(keep.monthlyAmount())),
        "Those who are kept pay as much as the others.",
        "Churn falling by itself: it is measured every day.");
  }

  private String money(double minorUnits) {
    return amounts.about(minorUnits);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }
}
