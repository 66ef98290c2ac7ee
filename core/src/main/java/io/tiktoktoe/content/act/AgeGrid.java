package io.tiktoktoe.content.act;

import io.tiktoktoe.content.insight.Timeframe;

/** Ages at which contents are compared, so that young ones meet others as they were then. */
public final class AgeGrid {

  private static final int[] HOURS = {3, 6, 12, 24, 48, 72, 120, 168, 240, 336, 504, 720};

  /** How many ages there are. */
  public static final int SIZE = HOURS.length;

  private AgeGrid() {}

  /** An age in seconds. */
  public static long seconds(int place) {
    return HOURS[place] * 3_600L;
  }

  /** The first age that is at least so many seconds; {@link #SIZE} beyond the last. */
  public static int place(long seconds) {
    int place = 0;
    while (place < SIZE && seconds > seconds(place)) {
      place++;
    }
    return place;
  }

  /** The place of a timeframe's end. */
  public static int of(Timeframe timeframe) {
    return place(timeframe.length().toSeconds());
  }

  /**
   * The age at which a content of this age is judged over a timeframe: the timeframe's end, or the
   * last age that it has reached; -1 where it has reached none.
   */
  public static int reached(Timeframe timeframe, long ageSeconds) {
    int place = of(timeframe);
    while (place >= 0 && seconds(place) > ageSeconds) {
      place--;
    }
    return place;
  }
}
