package io.tiktoktoe.revenue.insight;

import io.tiktoktoe.metric.Stream;
import java.util.Comparator;
import java.util.List;

/**
 * Weekly seasonality by hour in the creator's zone.
 *
 * @param average net income of an average hour, minor units
 * @param weeks whole local weeks behind the hours of the week
 * @param hours the 168 hours of the week from Monday 00:00; empty when there is less than two weeks
 * @param shrinkage how much of an hour's own deviation is kept on average, in [0, 1]; 0 means that
 *     hours differ no more than chance makes them
 * @param clock the 24 hours of the day over all weekdays; empty when there are less than five days
 * @param streams whose income it is: those that carry the time of day, not advertising, which is
 *     reported by day
 */
public record WeekProfile(
    double average,
    int weeks,
    List<HourOfWeek> hours,
    double shrinkage,
    List<HourOfDay> clock,
    List<Stream> streams) {

  public WeekProfile {
    hours = List.copyOf(hours);
    clock = List.copyOf(clock);
    streams = List.copyOf(streams);
  }

  /** The hours of strength, best expected income first. */
  public List<HourOfWeek> strong() {
    return hours.stream()
        .filter(hour -> hour.strength() == HourOfWeek.Strength.STRONG)
        .sorted(Comparator.comparingDouble(HourOfWeek::expected).reversed())
        .toList();
  }

  /** The strong hours of the day over all weekdays, best expected income first. */
  public List<HourOfDay> strongClock() {
    return clock.stream()
        .filter(hour -> hour.strength() == HourOfWeek.Strength.STRONG)
        .sorted(Comparator.comparingDouble(HourOfDay::expected).reversed())
        .toList();
  }
}
