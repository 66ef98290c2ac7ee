package io.tiktoktoe.content;

import io.tiktoktoe.content.attribution.Attribution;
import io.tiktoktoe.content.insight.AttributionTotals;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.ContentKind;
import io.tiktoktoe.content.insight.ContentWorth;
import io.tiktoktoe.content.insight.CreatorContent;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.stats.Interval;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What contents are worth in whole cents that add up to the books. */
final class Worths {

  private static final Stream[] STREAMS = Stream.values();

  /** No value is surer than to a cent. */
  private static final double LEAST_ERROR = 1;

  private final ContentMetrics metrics;
  private final Attribution attribution;
  private final long[][] direct;
  private final ShrunkValues shrunk;

  private Worths(ContentMetrics metrics) {
    this.metrics = metrics;
    this.attribution = metrics.attribution();
    this.direct = new long[STREAMS.length][];
    for (int stream = 0; stream < STREAMS.length; stream++) {
      direct[stream] = rounded(attribution.direct()[stream]);
    }
    List<CreatorContent> contents = metrics.history().contents();
    this.shrunk =
        new ShrunkValues(
            IntStream.range(0, contents.size()).mapToDouble(this::total).toArray(),
            IntStream.range(0, contents.size()).mapToDouble(at -> error(at) * error(at)).toArray(),
            contents.stream().map(CreatorContent::kind).toArray(ContentKind[]::new));
  }

  private double error(int content) {
    return Math.max(LEAST_ERROR, Math.sqrt(attribution.variance()[content]));
  }

  static Worths of(ContentMetrics metrics) {
    return new Worths(metrics);
  }

  /** Whole numbers whose running sums are the rounded running sums: none drifts. */
  private static long[] rounded(double[] values) {
    long[] whole = new long[values.length];
    double running = 0;
    long told = 0;
    for (int i = 0; i < values.length; i++) {
      running += values[i];
      // What is nothing stays nothing.
      long next = values[i] == 0 ? told : Math.round(running);
      whole[i] = next - told;
      told = next;
    }
    return whole;
  }

  long total(int content) {
    long sum = 0;
    for (long[] stream : direct) {
      sum = Math.addExact(sum, stream[content]);
    }
    return sum;
  }

  ContentWorth of(int content) {
    Map<Stream, Long> byStream = new EnumMap<>(Stream.class);
    for (Stream stream : STREAMS) {
      byStream.put(stream, direct[stream.ordinal()][content]);
    }
    return new ContentWorth(
        byStream,
        interval(total(content), error(content)),
        shrunk.of(content),
        notBelow(shrunk.interval(content), total(content)),
        attribution.payers()[content],
        attribution.lifetime()[content],
        Math.round(attribution.credits().influenced()[content]),
        attribution.credits().last()[content],
        attribution.credits().first()[content],
        attribution.credits().linear()[content],
        attribution.credits().timeDecay()[content],
        attribution.markov()[content],
        metrics.indirect().of(content));
  }

  /** Income that is caused is not negative, unless all of it was given back. */
  private static Interval interval(long total, double error) {
    return notBelow(Interval.normal(total, error, Interval.WIDE), total);
  }

  private static Interval notBelow(Interval free, long total) {
    return new Interval(Math.max(free.lo(), Math.min(0, total - 1.0)), free.hi(), Interval.WIDE);
  }

  AttributionTotals totals() {
    ContentHistory history = metrics.history();
    Map<Stream, Long> credited = new EnumMap<>(Stream.class);
    Map<Stream, Long> rest = new EnumMap<>(Stream.class);
    for (Stream stream : STREAMS) {
      long sum = 0;
      for (long one : direct[stream.ordinal()]) {
        sum = Math.addExact(sum, one);
      }
      credited.put(stream, sum);
      rest.put(stream, Math.subtractExact(history.ledger().getOrDefault(stream, 0L), sum));
    }
    return new AttributionTotals(
        history.ledger(),
        credited,
        rest,
        Math.round(attribution.influenced()),
        attribution.paths().payments(),
        attribution.paths().touched(),
        attribution.paths().sampled());
  }
}
