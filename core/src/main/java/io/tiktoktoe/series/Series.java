package io.tiktoktoe.series;

import java.util.Arrays;

/**
 * A regular time series: named numbers in equal steps of time; NaN where one is missing. Immutable.
 *
 * <p>A class, not a record: a record would share its array with callers and compare it by identity.
 */
public final class Series {

  private final String id;
  private final double[] values;

  private Series(String id, double[] values) {
    this.id = id;
    this.values = values;
  }

  /**
   * A series of these values, copied.
   *
   * @throws IllegalArgumentException if a value is infinite, naming its step
   */
  public static Series of(String id, double... values) {
    for (int step = 0; step < values.length; step++) {
      if (Double.isInfinite(values[step])) {
        throw new IllegalArgumentException(
            "series %s: value at step %d is %s. Use finite numbers, or NaN for a missing one."
                .formatted(id, step, values[step]));
      }
    }
    return new Series(id, values.clone());
  }

  /** What it is called. */
  public String id() {
    return id;
  }

  /** How many steps it has. */
  public int length() {
    return values.length;
  }

  /** The value at {@code step}, counted from 0; NaN when missing. */
  public double value(int step) {
    return values[step];
  }

  /** All values, a copy. */
  public double[] toArray() {
    return values.clone();
  }

  /** Steps {@code from} inclusive to {@code to} exclusive, under the same name. */
  public Series slice(int from, int to) {
    return new Series(id, Arrays.copyOfRange(values, from, to));
  }

  /** How many values are missing. */
  public int missing() {
    int missing = 0;
    for (double value : values) {
      if (Double.isNaN(value)) {
        missing++;
      }
    }
    return missing;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Series series
        && id.equals(series.id)
        && Arrays.equals(values, series.values);
  }

  @Override
  public int hashCode() {
    return 31 * id.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Series[" + id + ", " + values.length + " steps, " + missing() + " missing]";
  }
}
