package io.tiktoktoe.revenue;

import java.util.List;

/**
 * The shape of the week in the creator's zone.
 *
 * @param average net income of an average hour, minor units
 * @param weeks weeks of data behind it
 * @param hours the 168 hours of the week from Monday 00:00; empty when there is less than two weeks
 * @param shrinkage how much of an hour's own deviation is kept on average, in [0, 1]; 0 means that
 *     hours differ no more than chance makes them
 */
public record WeekProfile(double average, double weeks, List<HourOfWeek> hours, double shrinkage) {

  /** Too little data for a shape. */
  public static final WeekProfile NONE = new WeekProfile(0, 0, List.of(), 0);

  public WeekProfile {
    hours = List.copyOf(hours);
  }

  /** The hours of strength, best expected income first. */
  public List<HourOfWeek> strong() {
    return hours.stream()
        .filter(hour -> hour.strength() == HourOfWeek.Strength.STRONG)
        .sorted((a, b) -> Double.compare(b.expected(), a.expected()))
        .toList();
  }
}
