package io.tiktoktoe.simulation.fan;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** A running subscription; so many periods of it were paid. */
public final class Membership {

  /** What a year costs, in months. */
  public static final int MONTHS_FOR_A_YEAR = 10;

  private static final int MONTHS_PER_YEAR = 12;

  public final Fan fan;
  public final double churn;
  public int tier;

  /** What a period costs, minor units. */
  public long price;

  public long started;
  public int periods = 1;
  public boolean gifted;
  public boolean yearly;

  /** The content that brought it about, if one did. */
  public @Nullable Content cause;

  /** Factor on list prices that is in the price. */
  public double factor = 1;

  public Membership(Fan fan, int tier, long price, double churn, long started) {
    this.fan = fan;
    this.tier = tier;
    this.price = price;
    this.churn = churn;
    this.started = started;
  }

  public Period interval() {
    return yearly ? Period.ofYears(1) : Period.ofMonths(1);
  }

  /** The moment of the next payment: the same local time of day, whole periods after the start. */
  public long due(ZoneId zone) {
    ZonedDateTime start = Instant.ofEpochMilli(started).atZone(zone);
    ZonedDateTime due = yearly ? start.plusYears(periods) : start.plusMonths(periods);
    return due.toInstant().toEpochMilli();
  }

  /** An amount per period as one per month, minor units. */
  public long monthly(long amount) {
    return yearly ? Math.round((double) amount / MONTHS_PER_YEAR) : amount;
  }
}
