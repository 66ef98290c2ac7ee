package io.tiktoktoe.content.insight;

import io.tiktoktoe.stats.Interval;

/**
 * A market trend: how the share of one type or category in what all fans do changed from one period
 * to the next, as a private release tells it. Shares are of protected numbers; chance is noise, and
 * who happened to come.
 *
 * @param measure people or what they paid
 * @param choice whether the level is a type or a category
 * @param level such as {@code live}
 * @param before about how many, or how much in minor units, in the earlier period
 * @param now the same in the later one
 * @param change multiple of the share as released
 * @param times the same shrunk towards no change by its error
 * @param interval holds the true multiple with probability 0.95
 * @param falseChance chance that this or any other told trend is chance alone (Holm)
 */
public record MarketTrend(
    Measure measure,
    Choice choice,
    String level,
    double before,
    double now,
    double change,
    double times,
    Interval interval,
    double falseChance) {

  /** What is counted. */
  public enum Measure {
    /** People, each in the one type or category that they watched most. */
    PEOPLE,
    /** What these paid, each person up to a bound. */
    INCOME
  }

  /** What a maker chooses. */
  public enum Choice {
    TYPE,
    CATEGORY
  }
}
