package io.tiktoktoe.content.brief;

import io.tiktoktoe.content.insight.MarketTrend;
import io.tiktoktoe.content.insight.MarketTrend.Choice;
import io.tiktoktoe.content.insight.MarketTrends;
import io.tiktoktoe.stats.Interval;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What market trends add to the logarithm of a content's value: a released trend, already shrunk by
 * its error, as far as the creator's own history does not have it yet (the share of its weight that
 * is older than the trend).
 *
 * @param trends as released; absent where nothing was
 * @param unseen share of the history's weight that is older, in [0, 1]
 */
record MarketShift(Optional<MarketTrends> trends, double unseen) {

  /** What applies to a content of these levels. */
  List<MarketTrend> of(String[] levels) {
    return trends.stream()
        .flatMap(
            all ->
                Stream.of(
                        all.of(Choice.TYPE, levels[BriefFactor.TYPE.ordinal()]),
                        all.of(Choice.CATEGORY, levels[BriefFactor.CATEGORY.ordinal()]))
                    .flatMap(Optional::stream))
        .toList();
  }

  /** Added to the mean logarithm of a content of these levels. */
  double log(String[] levels) {
    return unseen * of(levels).stream().mapToDouble(one -> Math.log(one.times())).sum();
  }

  /** Added to the variance of that mean. */
  double variance(String[] levels) {
    double sum = 0;
    for (MarketTrend one : of(levels)) {
      double deviation =
          Math.log(one.interval().hi() / one.interval().lo()) / (2 * Interval.z(Interval.WIDE));
      sum += unseen * unseen * deviation * deviation;
    }
    return sum;
  }
}
