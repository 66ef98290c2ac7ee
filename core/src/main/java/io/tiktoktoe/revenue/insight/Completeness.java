package io.tiktoktoe.revenue.insight;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.metric.Stream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How much of a period has happened and been delivered. Comparisons use the elapsed part and the
 * same part of the other period, so that an unfinished period never looks like a drop.
 *
 * @param status whether the period is over and its data is here
 * @param elapsed the part that is over and delivered; equal to the period when complete
 * @param comparison the like-for-like part of the period before
 * @param days whole local days in the elapsed part
 * @param payDays local days of the elapsed part on which money came
 * @param payDaysBefore the same in the comparison
 * @param dataFrom time of the first event of any kind where the period begins on an earlier day
 * @param dataThrough time of the newest event of any kind; empty when none was seen
 * @param silent streams that have been silent unusually long at the end
 */
public record Completeness(
    Status status,
    DateRange elapsed,
    DateRange comparison,
    int days,
    int payDays,
    int payDaysBefore,
    Optional<Instant> dataFrom,
    Optional<Instant> dataThrough,
    List<SilentStream> silent) {

  public Completeness {
    silent = List.copyOf(silent);
  }

  /** A stream from which nothing came since then, for longer than usual. */
  public record SilentStream(Stream stream, Instant since) {}

  /** Whether a period is over and delivered. */
  public enum Status {
    COMPLETE,
    /** It is still going on. */
    RUNNING,
    /** It is over, or further on, but data ends earlier than this creator's usual silences. */
    DATA_BEHIND,
    /** Nothing of it has happened, or no data reaches it. */
    NOT_STARTED,
    /** It ends before the first event. */
    BEFORE_DATA
  }

  /** Whether figures will still change because time or data is missing. */
  public boolean unfinished() {
    return status != Status.COMPLETE;
  }
}
