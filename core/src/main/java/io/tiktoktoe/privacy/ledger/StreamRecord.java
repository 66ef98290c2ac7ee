package io.tiktoktoe.privacy.ledger;

import io.tiktoktoe.event.DateRange;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Watermark of a stream that everybody may know: which windows were released, in their order, and
 * the last commit that was read for each. It deals events out to windows: an event counts in the
 * window of its own time, if it had been committed when that was read; else, where that window had
 * been released before, in the next one released after its commit. So it counts in one window at
 * most.
 *
 * <p>Where an event counts follows from its own time, its own commit and this record. Windows are
 * released by the clock and on demand, and commits read up to the newest, so that nothing in the
 * record follows from an event. Hence one person more or less leaves everybody else's events where
 * they are, commits of that person's alone included: those shift the numbers of later commits and
 * of the record alike, and only their order is compared. What such a person may do is to add to any
 * of the windows from 0 to the most that a statistic's bounds let pass, which is what the noise of
 * {@link io.tiktoktoe.privacy.release.StreamReleases} is made for.
 */
public final class StreamRecord {

  /** Nothing was released: nothing is late. */
  public static final StreamRecord EMPTY = new StreamRecord(List.of(), 0);

  private final List<Released> windows;
  private final int steps;
  private final long through;

  /** Released time without gaps: ends by starts, in seconds since 1970. */
  private final TreeMap<Long, Long> spans = new TreeMap<>();

  /**
   * A window that was released.
   *
   * @param from first instant, a whole second
   * @param to first instant after it, a whole second
   * @param through number of the last commit that had been made when it was read
   */
  public record Released(Instant from, Instant to, long through) {}

  private StreamRecord(List<Released> windows, int steps) {
    this.windows = List.copyOf(windows);
    this.steps = steps;
    this.through = windows.stream().mapToLong(Released::through).max().orElse(Long.MAX_VALUE);
    for (Released one : windows) {
      add(one.from().getEpochSecond(), one.to().getEpochSecond());
    }
  }

  /**
   * Of windows in the order in which they were released.
   *
   * @param steps all that were answered, those of older programs among them
   */
  public static StreamRecord of(List<Released> windows, int steps) {
    return new StreamRecord(windows, steps);
  }

  private void add(long from, long to) {
    Map.Entry<Long, Long> before = spans.floorEntry(from);
    boolean touches = before != null && before.getValue() >= from;
    long start = touches ? before.getKey() : from;
    Map.Entry<Long, Long> last = spans.floorEntry(to);
    boolean reaches = last != null && last.getValue() >= from;
    long end = reaches ? Math.max(to, last.getValue()) : to;
    spans.subMap(start, true, end, true).clear();
    spans.put(start, end);
  }

  /** Windows in the order in which they were released. */
  public List<Released> windows() {
    return windows;
  }

  /** Whether an older program released windows, which are not in this record. */
  public boolean isPartial() {
    return steps > windows.size();
  }

  /** The last commit that was read for any window; all commits when there is none. */
  public long through() {
    return through;
  }

  /** From the first window's beginning to the last one's end; empty if there is none. */
  public Optional<DateRange> span() {
    return spans.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DateRange(
                Instant.ofEpochSecond(spans.firstKey()),
                Instant.ofEpochSecond(spans.lastEntry().getValue()),
                ZoneOffset.UTC));
  }

  /**
   * Whether an event counts in a window that is released next, all commits being read.
   *
   * @param window one that is not in this record
   * @param second of the event, since 1970
   * @param commit that brought it
   */
  public boolean counts(DateRange window, long second, long commit) {
    return second >= window.from().getEpochSecond() && second < window.to().getEpochSecond()
        || commit > through && isReleased(second);
  }

  private boolean isReleased(long second) {
    Map.Entry<Long, Long> span = spans.floorEntry(second);
    return span != null && second < span.getValue();
  }
}
