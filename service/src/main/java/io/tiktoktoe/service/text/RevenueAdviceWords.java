package io.tiktoktoe.service.text;

import io.tiktoktoe.revenue.insight.Contribution;
import io.tiktoktoe.revenue.insight.RevenueAdvice;
import io.tiktoktoe.series.anomaly.ScoredPoint;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says what to do about revenue. */
record RevenueAdviceWords(Amounts amounts) {

  AdviceText of(RevenueAdvice advice) {
    return switch (advice) {
      case RevenueAdvice.StrongHours hours -> strongHours(hours);
      case RevenueAdvice.AskAgain ask -> askAgain(ask);
      case RevenueAdvice.RepeatPeak peak -> repeatPeak(peak);
      case RevenueAdvice.MendProduct mend -> mendProduct(mend);
      case RevenueAdvice.CorrectEstimates correct -> correctEstimates(correct);
      case RevenueAdvice.AskWhyTheyLeft ask -> askWhyTheyLeft(ask);
    };
  }

  private AdviceText strongHours(RevenueAdvice.StrongHours hours) {
    String when =
        hours
            .day()
            .map(
                day ->
                    "%s %02d:00"
                        .formatted(
                            day.getDisplayName(TextStyle.FULL, Locale.ENGLISH), hours.hour()))
            .orElseGet(() -> "%02d:00 on any day".formatted(hours.hour()));
    return new AdviceText(
        "Be live or publish around %s, one hour a week that is now spent at an average hour."
            .formatted(when),
        "%d %s: %s an hour on average there, %s at the average hour; false discovery rate %.1f%%."
            .formatted(
                hours.observed(),
                hours.day().isPresent() ? "weeks" : "days",
                amounts.about(hours.mean()),
                amounts.about(hours.average()),
                100 * hours.falseDiscovery()),
        "Income follows when you are there, not only when fans are.",
        "Four weeks in which the hour is alternated: its gain vanishing there.");
  }

  private AdviceText askAgain(RevenueAdvice.AskAgain ask) {
    return new AdviceText(
        "Ask once more for the %d renewals that failed and are still asked for."
            .formatted(ask.waiting()),
        "%d of %d failed renewals were paid later; %s is still open."
            .formatted(ask.recovered(), ask.renewals(), amounts.exact(ask.open())),
        "Asking again succeeds as often as it did so far; before fees and tax.",
        "The share paid later falling.");
  }

  private AdviceText repeatPeak(RevenueAdvice.RepeatPeak peak) {
    String cause = peak.cause().stream().map(Contribution::group).collect(Collectors.joining(", "));
    return new AdviceText(
        "Find out what happened around %s (%s) and do it again once.".formatted(peak.at(), cause),
        AnomalyWords.of(
            amounts,
            peak.scope(),
            peak.actual(),
            peak.expectedRange(),
            ScoredPoint.Kind.POINT,
            false,
            peak.cause()),
        "What made it can be repeated with the same success; chosen for being large, it may bring"
            + " less.",
        "A second try without a gain.");
  }

  private AdviceText mendProduct(RevenueAdvice.MendProduct mend) {
    return new AdviceText(
        "Find out why %s is sent back, and mend or withdraw it.".formatted(mend.product()),
        "%d of %d sales of %s were reversed (%s); over all products %.1f%%."
            .formatted(
                mend.reversals(),
                mend.sales(),
                mend.product(),
                amounts.exact(mend.reversed()),
                100 * mend.usualShare()),
        "Mended, it is sent back as often as the average product and sells as well.",
        "Its share falling to that of the others.");
  }

  private static AdviceText correctEstimates(RevenueAdvice.CorrectEstimates correct) {
    double ratio = correct.ratio();
    return new AdviceText(
        String.format(
            Locale.ROOT,
            "Count on %.1f%% %s than %s reports at first.",
            100 * Math.abs(1 - ratio),
            ratio < 1 ? "less" : "more",
            correct.name()),
        String.format(
            Locale.ROOT,
            "Over %d settled days %s was settled at %.1f%% of its estimates.",
            correct.days(),
            correct.name(),
            100 * ratio),
        "Estimates go on being off in the same direction.",
        "The next settlements coming closer to their estimates.");
  }

  private AdviceText askWhyTheyLeft(RevenueAdvice.AskWhyTheyLeft ask) {
    String rates =
        String.format(
            Locale.ROOT,
            "%.1f%% of subscriptions ended in the last 30 days, %.1f%% per 30 days in the 90 days"
                + " before; recurring income is %s a month.",
            100 * ask.recentRate(),
            100 * ask.usualRate(),
            amounts.exact(ask.monthlyAmount()));
    String since =
        ask.since()
            .map(
                day ->
                    " More fans than before stopped paying from "
                        + day
                        + " on (the day on which what they had paid for ended; who leaves without"
                        + " a word is counted when the grace is over).")
            .orElse("");
    return new AdviceText(
        "Ask those who left in the last 30 days why: they leave faster than before.",
        rates + since,
        "The earlier rate can be reached again.",
        "The rate of the next 30 days falling back by itself.");
  }
}
