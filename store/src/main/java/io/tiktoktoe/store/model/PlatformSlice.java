package io.tiktoktoe.store.model;

import java.time.Instant;

/**
 * Which events of a platform are read: those of a period that had come with a commit, and those of
 * before it that came late.
 *
 * @param from first instant
 * @param to first instant after it
 * @param closed last commit of the period before: an older event that came after it is late and
 *     counts here; {@link #NONE_LATE} counts none
 * @param through last commit that is read; {@link #ALL} reads all
 */
public record PlatformSlice(Instant from, Instant to, long closed, long through) {

  /** No older event is late. */
  public static final long NONE_LATE = Long.MAX_VALUE;

  /** Every commit. */
  public static final long ALL = Long.MAX_VALUE;

  /** All that is known of a period. */
  public static PlatformSlice of(Instant from, Instant to) {
    return new PlatformSlice(from, to, NONE_LATE, ALL);
  }
}
