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
    String through =
        completeness
            .dataThrough()
            .map(time -> "Data through " + clock(time, elapsed))
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
        });
    for (Completeness.SilentStream silent : completeness.silent()) {
      note.append(
          " Nothing from %s since %s, longer than usual: late data, or no income."
              .formatted(silent.stream().label(), clock(silent.since(), elapsed)));
    }
    return note.toString();
  }

  private static String clock(Instant time, DateRange elapsed) {
    return CLOCK.format(time.atZone(elapsed.zone()));
  }
}
