package io.tiktoktoe.forecast.network;

import io.tiktoktoe.forecast.network.SyntheticSeries.Family;
import java.util.Arrays;

/** One made-up series, cut into a history and the future that followed it. Immutable. */
public final class SyntheticSample {

  private final double[] values;
  private final int historyLength;
  private final SyntheticClock clock;
  private final Family family;

  SyntheticSample(double[] values, int historyLength, SyntheticClock clock, Family family) {
    this.values = values;
    this.historyLength = historyLength;
    this.clock = clock;
    this.family = family;
  }

  /** What a forecaster may see, oldest first; NaN is missing. A copy. */
  public double[] history() {
    return Arrays.copyOf(values, historyLength);
  }

  /** What came then; never missing. A copy. */
  public double[] future() {
    return Arrays.copyOfRange(values, historyLength, values.length);
  }

  /** The value of step {@code h} ahead, counted from 1. */
  double truth(int h) {
    return values[historyLength + h - 1];
  }

  /** The season a user would name, in steps; 1: none. */
  public int period() {
    return clock.period();
  }

  /** The season above it, in steps; 0: none. */
  public int longPeriod() {
    return clock.longPeriod();
  }

  /** What the series is made of. */
  public Family family() {
    return family;
  }
}
