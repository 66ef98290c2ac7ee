package io.tiktoktoe.stats.allocate;

/**
 * A linear constraint on the options that are taken together: a budget, hours, the number of times
 * an action may be taken, or a least share. Arrays are kept, not copied.
 */
public abstract sealed class Limit permits WeighedLimit, CountedLimit {

  /** Which side of the bound is allowed. */
  public enum Sense {
    AT_MOST,
    AT_LEAST
  }

  private final String name;
  private final Sense sense;
  private final double bound;

  Limit(String name, Sense sense, double bound) {
    if (!(Math.abs(bound) <= AllocationProblem.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "bound (%s) of %s must be a number within 1e75.".formatted(bound, name));
    }
    this.name = name;
    this.sense = sense;
    this.bound = bound;
  }

  /** The taken options may use at most {@code bound} together, each what {@code use} says. */
  public static Limit atMost(String name, double[] use, double bound) {
    return new WeighedLimit(name, Sense.AT_MOST, use, bound);
  }

  /** The taken options must come to at least {@code bound} together. */
  public static Limit atLeast(String name, double[] use, double bound) {
    return new WeighedLimit(name, Sense.AT_LEAST, use, bound);
  }

  /** At most so many taken options may bear this mark, such as the number of an action. */
  public static Limit atMostMarked(String name, int[] marks, int mark, double bound) {
    return new CountedLimit(name, Sense.AT_MOST, marks, mark, bound);
  }

  /** At least so many taken options must bear this mark, such as the number of a group. */
  public static Limit atLeastMarked(String name, int[] marks, int mark, double bound) {
    return new CountedLimit(name, Sense.AT_LEAST, marks, mark, bound);
  }

  /** What it is called in answers. */
  public final String name() {
    return name;
  }

  /** Which side of the bound is allowed. */
  public final Sense sense() {
    return sense;
  }

  /** What the sum of uses is compared with. */
  public final double bound() {
    return bound;
  }

  /** What one option uses. */
  public abstract double use(int option);

  /** The same with another bound. */
  public abstract Limit withBound(double newBound);

  /**
   * Takes {@code price} times the use of each option from {@code from} on off {@code worth}, where
   * that of the first stands at {@code offset}.
   */
  abstract void charge(double price, double[] worth, int offset, int from, int to);

  abstract void requireOptions(int options);

  /** 1 where a use counts against the bound, -1 where it helps to reach it. */
  final double sign() {
    return sense == Sense.AT_MOST ? 1 : -1;
  }

  /** Slack that rounding may take: uses are sums of many numbers. */
  final double rounding() {
    return 1e-12 * Math.abs(bound);
  }

  /** By how much a sum of uses breaks this; 0 where it holds. */
  public final double excess(double used) {
    return Math.max(0, sign() * (used - bound) - rounding());
  }
}
