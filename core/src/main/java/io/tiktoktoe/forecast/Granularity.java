package io.tiktoktoe.forecast;

/** Width of a step. */
public enum Granularity {
  HOUR(24, new int[] {24, 168}),
  DAY(1, new int[] {7, 365}),
  WEEK(1, new int[] {52}),
  MONTH(1, new int[] {12});

  private final int stepsPerDay;
  private final int[] periods;

  Granularity(int stepsPerDay, int[] periods) {
    this.stepsPerDay = stepsPerDay;
    this.periods = periods;
  }

  /** Steps in a day; 1 for days and anything longer. */
  public int stepsPerDay() {
    return stepsPerDay;
  }

  /** Lengths of the seasons that are looked for, in steps, shortest first; a copy. */
  public int[] periods() {
    return periods.clone();
  }
}
