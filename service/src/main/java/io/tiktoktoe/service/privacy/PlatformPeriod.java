package io.tiktoktoe.service.privacy;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.privacy.PlatformRequest;
import io.tiktoktoe.store.model.CommitLog;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The period of a release: days that were asked for, or the newest by the clock. No event has a say
 * in it, since a period is told without noise.
 */
final class PlatformPeriod {

  private PlatformPeriod() {}

  /**
   * Whole days that are over.
   *
   * @throws ServiceException if the days cannot be, or none was named and the store was not fed
   *     while those of the clock went by
   */
  static DateRange of(PlatformRequest request, CommitLog commits, Instant now) {
    LocalDate yesterday = LocalDate.ofInstant(now, request.zone()).minusDays(1);
    LocalDate last = request.to().orElse(yesterday);
    LocalDate first = request.from().orElse(last.minusDays(request.period() - 1L));
    if (first.isAfter(last)) {
      throw new ServiceException.BadRequest(
          "from", "{from} (%s) is after {to} (%s). Swap them, or leave one out", first, last);
    }
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    if (days < 2 || days > PlatformRequest.MOST_DAYS) {
      throw new ServiceException.BadRequest(
          "from",
          "{from} (%s) to {to} (%s) are %,d days; a release is about 2 to %,d. Choose other days",
          first,
          last,
          days,
          PlatformRequest.MOST_DAYS);
    }
    DateRange period = DateRange.ofDays(first, last, request.zone());
    if (period.to().isAfter(now)) {
      throw new ServiceException.UnusableInput(
          "The period {from} (%s) to {to} (%s) is not over: a release answers once and for all."
              + " Choose days that have ended, the last %s.",
          first, last, yesterday);
    }
    if (request.from().isEmpty() && request.to().isEmpty()) {
      requireFed(commits, first, last, request.zone());
    }
    return period;
  }

  /** A whole month, in UTC. */
  static DateRange month(YearMonth month) {
    return DateRange.ofDays(month.atDay(1), month.atEndOfMonth(), ZoneOffset.UTC);
  }

  /** The newest whole month by the clock, in UTC. */
  static YearMonth newest(Instant now) {
    return through(LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1));
  }

  /** The newest month that has ended when this day has. */
  static YearMonth through(LocalDate day) {
    return YearMonth.from(day.plusDays(1)).minusMonths(1);
  }

  /**
   * A whole month that is over.
   *
   * @param to the newest up to this day; by the clock when empty
   * @param months that are read, it and those before
   * @throws ServiceException as {@link #of} does
   */
  static YearMonth newest(Optional<LocalDate> to, int months, CommitLog commits, Instant now) {
    YearMonth month = to.map(PlatformPeriod::through).orElse(newest(now));
    if (month(month).to().isAfter(now)) {
      throw new ServiceException.UnusableInput(
          "The month %s is not over: a release answers once and for all. Choose one that has"
              + " ended with {to}.",
          month);
    }
    if (to.isEmpty()) {
      LocalDate first = month.minusMonths(months - 1L).atDay(1);
      requireFed(commits, first, month.atEndOfMonth(), ZoneOffset.UTC);
    }
    return month;
  }

  /**
   * Days that nobody named are released only where the store was fed from their first one on: its
   * events may be of any time else, and a release of the wrong days costs as much.
   */
  private static void requireFed(CommitLog commits, LocalDate first, LocalDate last, ZoneId zone) {
    Optional<LocalDate> began = commits.first().map(time -> LocalDate.ofInstant(time, zone));
    Optional<LocalDate> ended = commits.last().map(time -> LocalDate.ofInstant(time, zone));
    boolean fed = began.filter(first::isBefore).isEmpty() && ended.filter(first::isAfter).isEmpty();
    if (!fed) {
      throw new ServiceException.BadRequest(
          "to",
          "Which days? Those of the clock, %s to %s, may not be those of the events: the store was"
              + " fed from %s to %s. Name the last day with {to}, and the first with {from} where"
              + " it is asked for; nothing was charged.",
          first,
          last,
          began.orElseThrow(),
          ended.orElseThrow());
    }
  }
}
