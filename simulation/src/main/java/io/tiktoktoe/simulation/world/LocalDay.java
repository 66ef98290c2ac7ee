package io.tiktoktoe.simulation.world;

import io.tiktoktoe.simulation.draw.Draws;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * One local day of one zone on the clock of physics. On days of 23, 24.5 or 25 hours a skipped
 * local time is moved forward by the gap and a repeated one falls on either of its two instants.
 */
public final class LocalDay {

  private static final long HOUR_MS = 3_600_000;

  private final int index;
  private final LocalDate date;
  private final ZoneRules rules;
  private final long start;
  private final long end;
  private final boolean even;

  private LocalDay(int index, LocalDate date, ZoneId zone) {
    this.index = index;
    this.date = date;
    this.rules = zone.getRules();
    this.start = date.atStartOfDay(zone).toInstant().toEpochMilli();
    this.end = date.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
    this.even = end - start == WeekRhythm.HOURS * HOUR_MS;
  }

  /** Day {@code index} of a simulation that starts on {@code first}. */
  static LocalDay of(LocalDate first, int index, ZoneId zone) {
    return new LocalDay(index, first.plusDays(index), zone);
  }

  /** Position in the simulation, 0 for its first day. */
  public int index() {
    return index;
  }

  public LocalDate date() {
    return date;
  }

  /** Monday is 0. */
  public int dayOfWeek() {
    return date.getDayOfWeek().ordinal();
  }

  /** How far this clock is ahead of UTC as the day begins, milliseconds. */
  public long offset() {
    return date.toEpochDay() * 24 * HOUR_MS - start;
  }

  /** First millisecond of the day. */
  public long start() {
    return start;
  }

  /** First millisecond after the day. */
  public long end() {
    return end;
  }

  /** The instant of a local hour plus a fraction of it, epoch milliseconds, within this day. */
  public long at(int hour, double fraction, Draws draws) {
    long offset = (long) (fraction * HOUR_MS);
    if (even) {
      return start + hour * HOUR_MS + offset;
    }
    LocalDateTime local = date.atStartOfDay().plusHours(hour).plusNanos(offset * 1_000_000);
    ZoneOffsetTransition transition = rules.getTransition(local);
    ZoneOffset zoneOffset = rules.getOffset(local);
    if (transition != null && (transition.isGap() || draws.chance(0.5))) {
      zoneOffset = transition.isGap() ? transition.getOffsetBefore() : transition.getOffsetAfter();
    }
    long instant = local.toInstant(zoneOffset).toEpochMilli();
    return Math.clamp(instant, start, end - 1);
  }
}
