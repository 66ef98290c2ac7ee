package io.tiktoktoe.stats;

/**
 * A range that holds the true value with a stated confidence.
 *
 * @param lo lower end, in the unit of the estimate
 * @param hi upper end, at least {@code lo}
 * @param confidence probability in (0, 1) that the range holds the value
 */
public record Interval(double lo, double hi, double confidence) {

  public Interval {
    if (!(lo <= hi)) {
      throw new IllegalArgumentException(
          "interval lo (%s) must be at most hi (%s)".formatted(lo, hi));
    }
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "confidence (" + confidence + ") must lie between 0 and 1, both excluded.");
    }
  }

  /** Whether {@code value} lies in the range, ends included. */
  public boolean contains(double value) {
    return value >= lo && value <= hi;
  }

  /** The same in another unit, of which one is {@code scale} of this; at least 0. */
  public Interval times(double scale) {
    return new Interval(scale * lo, scale * hi, confidence);
  }

  /** How wide it is. */
  public double width() {
    return hi - lo;
  }
}
