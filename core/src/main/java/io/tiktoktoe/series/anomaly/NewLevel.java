package io.tiktoktoe.series.anomaly;

/**
 * A change point as it shows itself: whether the values that follow a flagged one stay on its side.
 * One value alone is a point; four of the first five that stay make a level, and four fifths of a
 * season where a course was unusual. Values are on the watched scale, without their seasons.
 */
final class NewLevel {

  /** Values looked at, the flagged one among them. */
  static final int VALUES = 5;

  /** One of so many values may go back by noise. */
  private static final int ONE_OF = 5;

  /** A value stays while it is off the old level by this share of the first deviation. */
  private static final double SHARE = .4;

  /** What deviates by more than so many times the first deviation is news of its own. */
  private static final double FARTHEST = 2;

  /** The old level is left when what is expected has come this share of the way. */
  private static final double CAUGHT_UP = .5;

  private double calm;
  private double size;
  private int looked;
  private int seen;
  private int stayed;
  private boolean open;

  /**
   * A flagged value lies {@code deviation} off the level that held before it.
   *
   * @param values of how many values, the flagged one among them, most must stay
   */
  void begin(double level, double deviation, int values) {
    looked = values;
    calm = level;
    size = deviation;
    seen = 1;
    stayed = 1;
    open = true;
  }

  /** Nothing is followed any more: the scale has changed. */
  void forget() {
    open = false;
  }

  /**
   * Sees the next value without its season, and what was expected of it.
   *
   * @return whether it is the one that makes a level of what may have been a point
   */
  boolean see(double value, double expected) {
    if (!open || Double.isNaN(value)) {
      return false;
    }
    boolean stays = stays(value);
    boolean counted = seen < looked;
    int mayGoBack = looked / ONE_OF;
    seen++;
    stayed += stays ? 1 : 0;
    boolean enough = seen - stayed <= mayGoBack;
    open = seen < looked ? enough : stays && share(expected) < CAUGHT_UP;
    return counted && stays && enough && stayed == looked - mayGoBack;
  }

  /** Whether a value only goes on with what was flagged before. */
  boolean goesOn(double value) {
    return open && stays(value) && share(value) <= FARTHEST;
  }

  private boolean stays(double value) {
    return share(value) >= SHARE;
  }

  private double share(double value) {
    return (value - calm) / size;
  }
}
