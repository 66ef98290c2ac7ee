package io.tiktoktoe.service.text;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.revenue.insight.Completeness;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says how much of a period has happened and been delivered. */
final class CompletenessWords {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private CompletenessWords() {}

  static String of(Completeness completeness) {
    DateRange elapsed = completeness.elapsed();
    boolean before = completeness.status() == Completeness.Status.BEFORE_DATA;
    String through =
        (before ? completeness.dataFrom() : completeness.dataThrough())
            .map(time -> (before ? "Data begin " : "Data through ") + clock(time, elapsed))
            .orElse("No event has been seen");
    String end = clock(elapsed.to(), elapsed);
    StringBuilder note = new StringBuilder(through);
    note.append(
        switch (completeness.status()) {
          case COMPLETE -> "; the period is complete.";
          case RUNNING -> "; the period is running and compared up to " + end + ".";
          case DATA_BEHIND ->
              "; that is earlier than usual, so the period is compared up to "
                  + end
                  + ", and later days do not count as zero.";
          case NOT_STARTED ->
              "; no data reaches the period: nothing of it is known or compared, and no later day"
                  + " counts as zero.";
          case BEFORE_DATA -> "; the period lies before it.";
        });
    completeness
        .dataFrom()
        .filter(from -> completeness.status() != Completeness.Status.BEFORE_DATA)
        .ifPresent(
            from ->
                note.append(
                    " Data begin " + clock(from, elapsed) + ": the period holds nothing before."));
    note.append(payDays(completeness));
    for (Completeness.SilentStream silent : completeness.silent()) {
      note.append(
          " Nothing from %s since %s, longer than usual: late data, or no income."
              .formatted(silent.stream().label(), clock(silent.since(), elapsed)));
    }
    return note.toString();
  }

  private static String payDays(Completeness completeness) {
    if (completeness.payDays() + completeness.payDaysBefore() == 0) {
      return "";
    }
    DateRange comparison = completeness.comparison();
    return " Money came on %s of it, on %s of what it is compared with (%s to %s)."
        .formatted(
            days(completeness.payDays()),
            days(completeness.payDaysBefore()),
            comparison.day(comparison.from()),
            comparison.day(comparison.to().minusNanos(1)));
  }

  private static String days(int days) {
    return days == 1 ? "1 day" : days + " days";
  }

  private static String clock(Instant time, DateRange elapsed) {
    return CLOCK.format(time.atZone(elapsed.zone()));
  }
}
