package io.tiktoktoe.risk;

import java.time.LocalDate;
import java.util.List;

/**
 * Daily net income of one creator by platform and by stream, with what went back, in minor units.
 * Immutable; whole local days without gaps.
 *
 * <p>A class, not a record: it holds arrays.
 */
public final class IncomeHistory {

  private final LocalDate firstDay;
  private final List<String> platforms;
  private final List<String> streams;
  private final long[][] byPlatform;
  private final long[][] byStream;
  private final Reversals reversals;

  /**
   * Gross income and what of it went back, by day.
   *
   * @param gross what was paid
   * @param refunds what went back willingly
   * @param chargebacks what payers' banks took back
   * @param sales how many sales
   */
  @SuppressWarnings("ArrayRecordComponent") // Only carried: copied on the way in and out.
  public record Reversals(long[] gross, long[] refunds, long[] chargebacks, long[] sales) {

    private Reversals copy() {
      return new Reversals(gross.clone(), refunds.clone(), chargebacks.clone(), sales.clone());
    }
  }

  private IncomeHistory(
      LocalDate firstDay,
      List<String> platforms,
      List<String> streams,
      long[][] byPlatform,
      long[][] byStream,
      Reversals reversals) {
    this.firstDay = firstDay;
    this.platforms = List.copyOf(platforms);
    this.streams = List.copyOf(streams);
    this.byPlatform = copy(byPlatform);
    this.byStream = copy(byStream);
    this.reversals = reversals.copy();
  }

  /**
   * A history of days; arrays are copied.
   *
   * @param byPlatform net income indexed [platform][day]
   * @param byStream net income indexed [stream][day]; adds up to the same totals
   * @throws IllegalArgumentException if the arrays do not fit each other
   */
  public static IncomeHistory of(
      LocalDate firstDay,
      List<String> platforms,
      List<String> streams,
      long[][] byPlatform,
      long[][] byStream,
      Reversals reversals) {
    int days = reversals.gross().length;
    requireDays("byPlatform", platforms, byPlatform, days);
    requireDays("byStream", streams, byStream, days);
    return new IncomeHistory(firstDay, platforms, streams, byPlatform, byStream, reversals);
  }

  private static void requireDays(String name, List<String> names, long[][] amounts, int days) {
    boolean fits = names.size() == amounts.length;
    for (long[] one : amounts) {
      fits &= one.length == days;
    }
    if (!fits) {
      throw new IllegalArgumentException(
          "%s must hold %d lists of %d days, one for each name."
              .formatted(name, names.size(), days));
    }
  }

  /** How many days. */
  public int days() {
    return reversals.gross().length;
  }

  /** The day of a step, counted from 0. */
  public LocalDate day(int step) {
    return firstDay.plusDays(step);
  }

  List<String> platforms() {
    return platforms;
  }

  List<String> streams() {
    return streams;
  }

  long[][] byPlatform() {
    return byPlatform;
  }

  long[][] byStream() {
    return byStream;
  }

  Reversals reversals() {
    return reversals;
  }

  /** Net income of each day. */
  long[] total() {
    long[] total = new long[days()];
    for (long[] stream : byStream) {
      for (int day = 0; day < total.length; day++) {
        total[day] = Math.addExact(total[day], stream[day]);
      }
    }
    return total;
  }

  private static long[][] copy(long[][] amounts) {
    long[][] copy = new long[amounts.length][];
    for (int at = 0; at < amounts.length; at++) {
      copy[at] = amounts[at].clone();
    }
    return copy;
  }
}
