package io.tiktoktoe.content.decay;

import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.ContentKind;
import io.tiktoktoe.content.insight.CreatorContent;
import java.util.List;

/**
 * How large the audience was on each day, relative to its mean: a kernel regression (Gaussian,
 * shrunk) of the logarithm of contents' first views on their day. Contents are taken to be alike
 * over time on average, so that what is watched more in its first week met a larger audience; else
 * age, day and day of publishing could not be told apart.
 */
final class AudienceLevel {

  private static final long DAY = 86_400;

  /** Spans of the first week. */
  private static final int EARLY = AgeSpans.over(7);

  private static final double KERNEL_DAYS = 21;
  private static final double REACH = 3;

  /** Spread of the logarithm of a level before anything is known. */
  private static final double PRIOR_SPREAD = 0.5;

  private final long firstDay;
  private final double[] sums;

  private AudienceLevel(long firstDay, double[] sums) {
    this.firstDay = firstDay;
    this.sums = sums;
  }

  /** Learns it from views by content and span; O(contents times days). */
  static AudienceLevel of(ContentHistory history, double[][] views, double[] ages) {
    List<CreatorContent> contents = history.contents();
    long last = Math.floorDiv(history.dataThrough().getEpochSecond(), DAY);
    long first = last;
    for (int i = 0; i < ages.length; i++) {
      first = Math.min(first, last - (long) Math.ceil(ages[i]));
    }
    double[] logs = early(contents, views, ages);
    double variance = 0;
    int known = 0;
    for (double log : logs) {
      variance += Double.isNaN(log) ? 0 : log * log;
      known += Double.isNaN(log) ? 0 : 1;
    }
    double prior = (1 + variance) / (1 + known) / (PRIOR_SPREAD * PRIOR_SPREAD);
    int days = (int) (last - first) + 2;
    double[] weighted = new double[days];
    double[] weights = new double[days];
    for (int i = 0; i < logs.length; i++) {
      if (!Double.isNaN(logs[i])) {
        smooth(last - ages[i] + 2 - first, logs[i], weighted, weights);
      }
    }
    double[] sums = new double[days + 1];
    for (int day = 0; day < days; day++) {
      sums[day + 1] = sums[day] + Math.exp(weighted[day] / (weights[day] + prior));
    }
    return new AudienceLevel(first, sums);
  }

  private static void smooth(double at, double log, double[] weighted, double[] weights) {
    int from = (int) Math.max(0, at - REACH * KERNEL_DAYS);
    int to = (int) Math.min(weights.length - 1.0, at + REACH * KERNEL_DAYS);
    for (int day = from; day <= to; day++) {
      double off = (day - at) / KERNEL_DAYS;
      double weight = Math.exp(-off * off / 2);
      weighted[day] += weight * log;
      weights[day] += weight;
    }
  }

  /** Logarithms of views in the first week about the mean of the kind; NaN where it is not over. */
  private static double[] early(List<CreatorContent> contents, double[][] views, double[] ages) {
    double[] logs = new double[ages.length];
    double[] means = new double[ContentKind.values().length];
    int[] counts = new int[means.length];
    for (int i = 0; i < logs.length; i++) {
      double sum = 0.5;
      for (int span = 0; span < EARLY; span++) {
        sum += views[i][span];
      }
      logs[i] = ages[i] >= AgeSpans.to(EARLY - 1) ? Math.log(sum) : Double.NaN;
      if (!Double.isNaN(logs[i])) {
        means[contents.get(i).kind().ordinal()] += logs[i];
        counts[contents.get(i).kind().ordinal()]++;
      }
    }
    for (int i = 0; i < logs.length; i++) {
      int kind = contents.get(i).kind().ordinal();
      logs[i] -= counts[kind] > 0 ? means[kind] / counts[kind] : 0;
    }
    return logs;
  }

  /** Mean level between two moments, seconds since 1970. */
  double mean(double from, double to) {
    int begin = place(from);
    int end = Math.max(begin + 1, place(to));
    return (sums[end] - sums[begin]) / (end - begin);
  }

  private int place(double seconds) {
    return (int) Math.clamp(Math.floor(seconds / DAY) - firstDay, 0, sums.length - 2.0);
  }
}
