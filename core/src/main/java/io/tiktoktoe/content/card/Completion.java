package io.tiktoktoe.content.card;

import io.tiktoktoe.stats.RankCorrelation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Duration-debiased completion: a content's rank among those of about its length (quantiles within
 * duration buckets), without what linear trend in length is left.
 */
final class Completion {

  /** Contents of a bucket, where there are so many. */
  private static final int BUCKET = 24;

  private static final int ROUNDS = 3;

  private Completion() {}

  /**
   * Scores from 0 to 1, in the order of the input; of what has no length .5.
   *
   * @param shares mean share that was watched
   * @param durations length in milliseconds, 0 where there is none
   */
  static double[] debiased(double[] shares, long[] durations) {
    double[] scores = new double[shares.length];
    Arrays.fill(scores, 0.5);
    int[] order =
        IntStream.range(0, shares.length)
            .filter(i -> durations[i] > 0 && Double.isFinite(shares[i]))
            .boxed()
            .sorted(Comparator.<Integer>comparingLong(i -> durations[i]).thenComparing(i -> i))
            .mapToInt(Integer::intValue)
            .toArray();
    int buckets = Math.max(1, order.length / BUCKET);
    for (int bucket = 0; bucket < buckets; bucket++) {
      int from = (int) ((long) bucket * order.length / buckets);
      int to = (int) ((long) (bucket + 1) * order.length / buckets);
      rankBucket(shares, durations, Arrays.copyOfRange(order, from, to), scores);
    }
    for (int round = 0; round < ROUNDS; round++) {
      withoutTrend(order, scores);
    }
    return scores;
  }

  private static void rankBucket(double[] shares, long[] durations, int[] bucket, double[] scores) {
    double[] x = Arrays.stream(bucket).mapToDouble(i -> Math.log(durations[i])).toArray();
    double[] y = Arrays.stream(bucket).mapToDouble(i -> shares[i]).toArray();
    double slope = slope(x, y);
    double[] rest = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      rest[i] = y[i] - slope * x[i];
    }
    double[] ranks = RankCorrelation.ranks(rest);
    for (int i = 0; i < bucket.length; i++) {
      scores[bucket[i]] = (ranks[i] - 0.5) / bucket.length;
    }
  }

  /** What is left when the linear trend in the rank of length is taken out, as ranks again. */
  private static void withoutTrend(int[] order, double[] scores) {
    if (order.length < 3) {
      return;
    }
    double[] x = IntStream.range(0, order.length).asDoubleStream().toArray();
    double[] y = Arrays.stream(order).mapToDouble(i -> scores[i]).toArray();
    double slope = slope(x, y);
    for (int i = 0; i < y.length; i++) {
      y[i] -= slope * (x[i] - (order.length - 1) / 2.0);
    }
    double[] ranks = RankCorrelation.ranks(y);
    for (int i = 0; i < order.length; i++) {
      scores[order[i]] = (ranks[i] - 0.5) / order.length;
    }
  }

  private static double slope(double[] x, double[] y) {
    double meanX = Arrays.stream(x).average().orElse(0);
    double meanY = Arrays.stream(y).average().orElse(0);
    double both = 0;
    double squares = 0;
    for (int i = 0; i < x.length; i++) {
      both += (x[i] - meanX) * (y[i] - meanY);
      squares += (x[i] - meanX) * (x[i] - meanX);
    }
    return squares > 0 ? both / squares : 0;
  }
}
