package io.tiktoktoe.revenue.cells;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.revenue.insight.Completeness;
import io.tiktoktoe.revenue.insight.Completeness.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds how much of a period is over and delivered, and the like-for-like part of the period
 * before.
 *
 * <p>Data may end before the present because nothing happened or because nothing was delivered. It
 * counts as behind when a silence that long is met at less than one moment in a hundred of this
 * creator's own past.
 */
public final class PeriodProgress {

  /** Chance below which a silence counts as missing data. */
  private static final double RARE_SILENCE = 0.01;

  private PeriodProgress() {}

  /**
   * How complete a period is.
   *
   * @param cells all cells up to its end, to learn the usual silences from
   * @param dataFrom time of the first event of any kind, or {@link Instant#MAX}
   * @param dataThrough time of the newest event of any kind, or {@link Instant#MIN}
   * @throws IllegalArgumentException if the period starts after {@code now}
   */
  public static Completeness of(
      DateRange period, Instant now, Instant dataFrom, Instant dataThrough, Cells cells) {
    Instant end = earlier(period.to(), DateRange.bucket(now));
    if (!end.isAfter(period.from())) {
      throw new IllegalArgumentException(
          "period from (%s) must be at least 15 minutes before now (%s). Choose one that has begun."
              .formatted(period.from(), now));
    }
    Status status = end.isBefore(period.to()) ? Status.RUNNING : Status.COMPLETE;
    if (!dataThrough.equals(Instant.MIN)) {
      Instant delivered = DateRange.bucket(dataThrough).plus(DateRange.BUCKET);
      boolean reaches = delivered.isAfter(period.from());
      if (!period.to().isAfter(dataFrom)) {
        status = Status.BEFORE_DATA;
      } else if (!reaches
          || delivered.isBefore(end) && isRare(delivered, end, cells, LocalSeries.ALL)) {
        status = reaches ? Status.DATA_BEHIND : Status.NOT_STARTED;
        end = reaches ? delivered : period.from().plus(DateRange.BUCKET);
      }
    }
    DateRange elapsed = new DateRange(period.from(), end, period.zone());
    DateRange comparison = status == Status.COMPLETE ? period.previous() : samePart(period, end);
    return new Completeness(
        status,
        elapsed,
        comparison,
        wholeDays(elapsed),
        payDays(cells, elapsed),
        payDays(cells, comparison),
        dataFrom.isAfter(elapsed.from())
                && dataFrom.isBefore(Instant.MAX)
                && elapsed.day(dataFrom).isAfter(elapsed.day(elapsed.from()))
            ? Optional.of(dataFrom)
            : Optional.empty(),
        dataThrough.equals(Instant.MIN) ? Optional.empty() : Optional.of(dataThrough),
        silentStreams(elapsed, cells));
  }

  /** The part of the period before that is as far along: same days, same time of day. */
  private static DateRange samePart(DateRange period, Instant end) {
    DateRange previous = period.previous();
    ZonedDateTime start = period.from().atZone(period.zone());
    if (!start.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      Duration length = Duration.between(period.from(), end);
      return new DateRange(previous.from(), previous.from().plus(length), period.zone());
    }
    ZonedDateTime until = end.atZone(period.zone());
    long days = ChronoUnit.DAYS.between(start.toLocalDate(), until.toLocalDate());
    Instant to =
        previous
            .from()
            .atZone(period.zone())
            .toLocalDate()
            .plusDays(days)
            .atTime(until.toLocalTime())
            .atZone(period.zone())
            .toInstant();
    // A clock change inside the first hours can put the same clock time at the very start.
    Instant least = previous.from().plus(DateRange.BUCKET);
    Instant latest = earlier(to.isBefore(least) ? least : to, period.from());
    return new DateRange(previous.from(), latest, period.zone());
  }

  /** Local days on which something was sold or reported as earned. */
  private static int payDays(Cells cells, DateRange part) {
    Cells.Slice slice = cells.slice(part);
    int days = 0;
    int last = Integer.MIN_VALUE;
    for (int at = slice.from(); at < slice.to(); at++) {
      if (cells.gross[at] > 0 && cells.day[at] != last) {
        last = cells.day[at];
        days++;
      }
    }
    return days;
  }

  private static int wholeDays(DateRange elapsed) {
    int days = 0;
    for (var day : elapsed.days()) {
      Instant start = day.atStartOfDay(elapsed.zone()).toInstant();
      Instant end = day.plusDays(1).atStartOfDay(elapsed.zone()).toInstant();
      if (!start.isBefore(elapsed.from()) && !end.isAfter(elapsed.to())) {
        days++;
      }
    }
    return days;
  }

  /**
   * Whether a silence at least this long is met at a rare moment: the share of past time at which
   * the last income lay that far back. Without two silences to learn from nothing is rare.
   */
  private static boolean isRare(Instant from, Instant to, Cells cells, int stream) {
    long silence = Duration.between(from, to).toSeconds();
    double total = 0;
    double beyond = 0;
    int gaps = 0;
    // Before the first income there is no gap: the difference is negative.
    long last = Long.MAX_VALUE;
    for (int at = 0; at < cells.size; at++) {
      if (stream != LocalSeries.ALL && cells.stream(at) != stream) {
        continue;
      }
      long gap = cells.second[at] - last;
      last = cells.second[at];
      if (gap > 0) {
        gaps++;
        total += gap;
        beyond += Math.max(0, gap - silence);
      }
    }
    return gaps >= 2 && beyond < RARE_SILENCE * total;
  }

  /** Streams that have been silent unusually long at the end. */
  private static List<Completeness.SilentStream> silentStreams(DateRange elapsed, Cells cells) {
    List<Completeness.SilentStream> silent = new ArrayList<>();
    for (Stream stream : Stream.values()) {
      int newest = cells.size - 1;
      while (newest >= 0 && cells.stream(newest) != stream.ordinal()) {
        newest--;
      }
      if (newest < 0) {
        continue;
      }
      Instant last = Instant.ofEpochSecond(cells.second[newest]).plus(DateRange.BUCKET);
      if (last.isBefore(elapsed.to()) && isRare(last, elapsed.to(), cells, stream.ordinal())) {
        silent.add(new Completeness.SilentStream(stream, last));
      }
    }
    return silent;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
