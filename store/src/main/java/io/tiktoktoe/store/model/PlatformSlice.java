package io.tiktoktoe.store.model;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.privacy.ledger.StreamRecord;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Which events of a platform are read: those of a period, and those that came late for windows of a
 * stream that were released before.
 *
 * @param period whose events are read
 * @param released windows; empty where nothing is late
 */
public record PlatformSlice(DateRange period, StreamRecord released) {

  /** All that is known of a period. */
  public static PlatformSlice of(Instant from, Instant to) {
    return new PlatformSlice(new DateRange(from, to, ZoneOffset.UTC), StreamRecord.EMPTY);
  }

  /** First instant. */
  public Instant from() {
    return period.from();
  }

  /** First instant after it. */
  public Instant to() {
    return period.to();
  }

  /** Where late events begin; the period's beginning where none is late. */
  public Instant lateFrom() {
    return released.span().map(DateRange::from).orElse(period.from());
  }

  /** Where late events end; the period's beginning where none is late. */
  public Instant lateTo() {
    return released.span().map(DateRange::to).orElse(period.from());
  }

  /** Whether an event is read. */
  public boolean counts(long second, long commit) {
    return released.counts(period, second, commit);
  }
}
