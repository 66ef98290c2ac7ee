package io.tiktoktoe.revenue.insight;

import io.tiktoktoe.metric.Stream;

/** Exact amounts of the four streams, minor units of the reporting currency. */
public record StreamAmounts(long tips, long subscriptions, long advertising, long merchandise) {

  /** Nothing. */
  public static final StreamAmounts ZERO = new StreamAmounts(0, 0, 0, 0);

  /** The amount of one stream. */
  public long of(Stream stream) {
    return switch (stream) {
      case TIPS -> tips;
      case SUBSCRIPTIONS -> subscriptions;
      case ADVERTISING -> advertising;
      case MERCHANDISE -> merchandise;
    };
  }

  /** The sum of the four; throws on overflow. */
  public long total() {
    return Math.addExact(
        Math.addExact(tips, subscriptions), Math.addExact(advertising, merchandise));
  }

  /** Amounts indexed by the ordinal of {@link Stream}, from {@code offset} on. */
  public static StreamAmounts at(long[] byStream, int offset) {
    return new StreamAmounts(
        byStream[offset], byStream[offset + 1], byStream[offset + 2], byStream[offset + 3]);
  }
}
