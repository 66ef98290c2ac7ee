package io.tiktoktoe.benchmarks.content;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.content.ContentValueAssessor;
import io.tiktoktoe.content.brief.ContentBriefing;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.ContentOptions;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.stats.Resampling;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Economy and measures of the benchmarks of briefs.
 *
 * @param creators of the economy
 * @param months it lasts
 * @param seed of it
 * @param asked creators that are asked, the most watched ones
 */
record BriefSetting(int creators, int months, long seed, int asked) {

  private static final int RESAMPLES = 1_000;

  /** From a benchmark's arguments: creators (40), months, seed (7), creators asked (12). */
  static BriefSetting of(String[] arguments, int months) {
    return new BriefSetting(
        arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40,
        arguments.length > 1 ? Integer.parseInt(arguments[1]) : months,
        arguments.length > 2 ? Long.parseLong(arguments[2]) : 7,
        arguments.length > 3 ? Integer.parseInt(arguments[3]) : 12);
  }

  EconomyOptions options() {
    return EconomyOptions.defaults().withCreators(creators).withMonths(months).withSeed(seed);
  }

  /** Attributed value of each content within the days that a brief looks at. */
  static double[] direct(CreatorProfile creator, ContentHistory history) {
    return ContentValueAssessor.of(ContentOptions.defaults())
        .metrics(creator, history)
        .directWithin(Duration.ofDays(ContentBriefing.DAYS));
  }

  /** What a content truly caused, micro USD. */
  static double caused(TruthRecord.Content one) {
    return one.causedTips()
        + one.causedSubscriptions()
        + one.causedMerchandise()
        + one.advertising();
  }

  /** The bootstrap's 95% interval of a mean. */
  static Interval ofMean(double[] values) {
    double[] ones = new double[values.length];
    Arrays.fill(ones, 1);
    return ofRatio(values, ones);
  }

  /** The bootstrap's 95% interval of a sum over a sum. */
  static Interval ofRatio(double[] above, double[] below) {
    return Resampling.percentile(
        Resampling.bootstrap(
            above.length,
            RESAMPLES,
            new SplittableRandom(1),
            places -> sum(above, places) / sum(below, places)),
        Interval.WIDE);
  }

  private static double sum(double[] values, int[] places) {
    double sum = 0;
    for (int place : places) {
      sum += values[place];
    }
    return sum;
  }
}
