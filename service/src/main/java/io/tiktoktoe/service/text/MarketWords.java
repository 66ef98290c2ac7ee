package io.tiktoktoe.service.text;

import io.tiktoktoe.content.insight.MarketTrend;
import io.tiktoktoe.content.insight.MarketTrend.Choice;
import io.tiktoktoe.content.insight.MarketTrend.Measure;
import io.tiktoktoe.content.insight.MarketTrends;
import io.tiktoktoe.event.DateRange;
import java.util.Locale;

/** Says what changed in the market. */
public final class MarketWords {

  private MarketWords() {}

  /** Of which days. */
  public static String heading(MarketTrends trends) {
    DateRange now = trends.now();
    return "Market trends of all creators  (%s to %s beside the month before)"
        .formatted(now.day(now.from()), now.day(now.to().minusMillis(1)));
  }

  /** Whether a level is a type or a category. */
  public static String choice(MarketTrend trend) {
    return trend.choice() == Choice.TYPE ? "type" : "category";
  }

  /** What its share is a share of. */
  public static String measure(MarketTrend trend) {
    return trend.measure() == Measure.PEOPLE ? "people" : "income";
  }

  /** How sure that is. */
  public static String surety(MarketTrends trends) {
    String none =
        trends.trends().isEmpty() ? "Nothing that chance alone could not have made. " : "";
    return none
        + String.format(
            Locale.ROOT,
            "A private release (epsilon %s, delta %s): each person counts once a month, where they"
                + " watched most. %d shares were looked at; that any told is chance has a chance of"
                + " 5%% at most. Changes are shrunk by their error.%s",
            PlainNumber.exact(trends.epsilon()),
            PlainNumber.exact(trends.delta()),
            trends.tried(),
            trends.repeated() ? " Released before: free." : "");
  }

  /** Where they are used. */
  public static String use() {
    return "From now on analyze content tells them, and analyze content --brief uses them.";
  }
}
