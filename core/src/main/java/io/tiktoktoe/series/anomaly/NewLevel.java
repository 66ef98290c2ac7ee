package io.tiktoktoe.series.anomaly;

/**
 * A change point as it shows itself: whether the values that follow a flagged one stay on its side.
 * One value alone is a point; of the first five, four or more that stay make a level. Values are on
 * the watched scale, without their seasons.
 */
final class NewLevel {

  /** Values looked at, the flagged one among them. */
  private static final int VALUES = 5;

  /** So many of them stay on a new level; noise may take one back. */
  private static final int STAYING = 4;

  /** A value stays while it is off the old level by this share of the first deviation. */
  private static final double SHARE = .4;

  /** What deviates by more than so many times the first deviation is news of its own. */
  private static final double FARTHEST = 2;

  /** The old level is left when what is expected has come this share of the way. */
  private static final double CAUGHT_UP = .5;

  private double calm;
  private double size;
  private int seen;
  private int stayed;
  private boolean open;

  /** A flagged value lies {@code deviation} off the level that held before it. */
  void begin(double level, double deviation) {
    calm = level;
    size = deviation;
    seen = 1;
    stayed = 1;
    open = true;
  }

  /** Nothing is followed any more: the scale has changed. */
  void forget() {
    open = false;
    seen = VALUES;
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
    boolean counted = seen < VALUES;
    seen++;
    stayed += stays ? 1 : 0;
    boolean caughtUp = share(expected) >= CAUGHT_UP;
    open = seen < VALUES ? seen - stayed <= VALUES - STAYING : stays && !caughtUp;
    return counted && stays && stayed == STAYING && seen - stayed <= VALUES - STAYING;
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
