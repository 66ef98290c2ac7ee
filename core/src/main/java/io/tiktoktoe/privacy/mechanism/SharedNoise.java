package io.tiktoktoe.privacy.mechanism;

/**
 * Optimal matrix mechanism for the windows of a stream in each of which one person may be: every
 * window has Gaussian noise of its own, and a block of windows shares one more. The covariance
 * {@code I + ratio 11'} is symmetric in the windows, and so is what one person may do; since the
 * loss is convex in the covariance, no other one has a smaller largest error within a block
 * (Edmonds, Nikolov and Ullman 2020 for matrix mechanisms; Denisov et al. 2022: that windows come
 * one after another costs nothing).
 *
 * <p>The promise is for any so many windows one after another, which lie in two blocks: what
 * windows before them gave away is taken as known.
 *
 * @param windows of a block, and over which the promise holds
 * @param ratio variance of what a block shares over a window's own
 * @param worst the largest squared loss of so many windows, for sensitivity and own deviation of 1
 */
public record SharedNoise(int windows, double ratio, double worst) {

  /** More windows are no month's. */
  public static final int MOST_WINDOWS = 100_000;

  /** Ratios from 1e-6 to 100 are tried, so many to a power of ten. */
  private static final int TRIES = 50;

  /** Less is rounding. */
  private static final double LEAST_GAIN = 1 - 1e-9;

  private static final int LOWEST_POWER = -6;

  private static final int HIGHEST_POWER = 2;

  /** The ratio with the smallest error of a window. O(windows), about 10 ms for 720. */
  public static SharedNoise of(int windows) {
    if (windows < 1 || windows > MOST_WINDOWS) {
      throw new IllegalArgumentException(
          "windows (%d) must lie between 1 and %d.".formatted(windows, MOST_WINDOWS));
    }
    SharedNoise best = with(windows, 0);
    for (int at = TRIES * LOWEST_POWER; at <= TRIES * HIGHEST_POWER; at++) {
      SharedNoise one = with(windows, Math.pow(10, (double) at / TRIES));
      best = one.deviation() < best.deviation() * LEAST_GAIN ? one : best;
    }
    return best;
  }

  /** The same with another ratio, from 0 (windows have nothing in common). */
  public static SharedNoise with(int windows, double ratio) {
    double worst = 0;
    for (int before = 0; before <= windows; before++) {
      worst = Math.max(worst, tail(windows, ratio, before) + head(before, ratio));
    }
    return new SharedNoise(windows, ratio, worst);
  }

  /**
   * Loss of the first windows of a block: {@code max k - c k^2} over how many of them a person is
   * in; k need not be whole, which is on the safe side.
   */
  private static double head(int windows, double ratio) {
    double pull = pull(windows, ratio);
    double most = pull == 0 ? windows : Math.min(windows, 1 / (2 * pull));
    return most - pull * most * most;
  }

  /**
   * Loss of the windows after the first ones of a block, a person being in a of the first and b of
   * those after: {@code Q(a + b) - Q(a)}. It is convex in a, so all or none of the first is worst.
   */
  private static double tail(int windows, double ratio, int before) {
    int after = windows - before;
    double whole = pull(windows, ratio);
    double first = pull(before, ratio);
    double worst = 0;
    for (int in : new int[] {0, before}) {
      double most = whole == 0 ? after : Math.clamp(1 / (2 * whole) - in, 0, after);
      double sum = in + most;
      worst = Math.max(worst, most - whole * sum * sum + first * in * in);
    }
    return worst;
  }

  /** By Sherman and Morrison, the inverse covariance is {@code I - pull 11'}. */
  private static double pull(int windows, double ratio) {
    return ratio / (1 + ratio * windows);
  }

  /** Deviation of a window's own noise, for sensitivity and mu of 1. */
  public double own() {
    return Math.sqrt(worst);
  }

  /** Deviation of what a block shares. */
  public double shared() {
    return Math.sqrt(ratio * worst);
  }

  /** Deviation of a window's noise altogether. */
  public double deviation() {
    return Math.sqrt((1 + ratio) * worst);
  }
}
