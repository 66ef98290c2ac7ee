package io.tiktoktoe.content.decay;

/** Spans of age over which views are counted for decay curves, in days. */
public final class AgeSpans {

  private static final double[] BORDERS = {
    0, 0.125, 0.25, 0.5, 1, 2, 3, 4, 5, 7, 9, 12, 16, 21, 28, 38, 50, 65, 85, 110, 145, 190, 250,
    330, 430, 560, 730, 950, 1250, 1650, 2200
  };

  /** How many spans there are. */
  public static final int SIZE = BORDERS.length - 1;

  private AgeSpans() {}

  /** The span of an age in days; the first for what is seen before it is published. */
  public static int of(double days) {
    int span = 0;
    while (span < SIZE - 1 && days >= BORDERS[span + 1]) {
      span++;
    }
    return span;
  }

  /** How many spans are over at an age. */
  public static int over(double days) {
    int spans = 0;
    while (spans < SIZE && days >= BORDERS[spans + 1]) {
      spans++;
    }
    return spans;
  }

  static double from(int span) {
    return BORDERS[span];
  }

  static double to(int span) {
    return BORDERS[span + 1];
  }
}
