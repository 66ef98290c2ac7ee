package io.tiktoktoe.privacy.mechanism;

/**
 * Exact 128-bit integer sum that ends in a saturated 64-bit number: the order of terms never
 * matters and nothing wraps, so one term more moves the result by at most its size. Not thread
 * safe.
 */
public final class WideSum {

  private final long most;
  private long high;
  private long low;

  /**
   * A sum of 0.
   *
   * @param most the result lies between minus and plus this
   */
  public WideSum(long most) {
    this.most = most;
  }

  /** Adds a term. */
  public void add(long term) {
    long before = low;
    low += term;
    boolean carry = Long.compareUnsigned(low, before) < 0;
    high += (term >> Long.SIZE - 1) + (carry ? 1 : 0);
  }

  /** The sum, cut off at the most. */
  public long saturated() {
    boolean fits = high == low >> Long.SIZE - 1;
    if (!fits) {
      return high < 0 ? -most : most;
    }
    return Math.clamp(low, -most, most);
  }
}
