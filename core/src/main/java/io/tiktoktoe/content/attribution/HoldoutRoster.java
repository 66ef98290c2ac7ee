package io.tiktoktoe.content.attribution;

import io.tiktoktoe.content.insight.ContentAssignments;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.ContentPayments.Kind;
import java.util.HashMap;
import java.util.Map;

/**
 * Who was drawn into which arm of a randomised holdout, once for each fan and content: the first
 * assignment holds. Who was drawn into both arms (two ids that turned out to be one person) is left
 * out, and so is who has not had the whole window.
 */
public final class HoldoutRoster {

  /** One fan in one holdout. */
  public static final class Entry {
    private final int content;
    private final int fan;
    private final long seconds;
    private final boolean shown;
    private boolean mixed;
    private double credited;

    private Entry(int content, int fan, long seconds, boolean shown) {
      this.content = content;
      this.fan = fan;
      this.seconds = seconds;
      this.shown = shown;
    }

    /** Place of the content. */
    public int content() {
      return content;
    }

    /** Place of the fan. */
    public int fan() {
      return fan;
    }

    /** When it was drawn, seconds since 1970. */
    public long seconds() {
      return seconds;
    }

    /** Whether the content was offered. */
    public boolean shown() {
      return shown;
    }

    /** Whether the fan was drawn into both arms. */
    public boolean mixed() {
      return mixed;
    }

    /** What attribution credits the content with of the fan's payments within the window. */
    public double credited() {
      return credited;
    }
  }

  private final Map<Long, Entry> entries = new HashMap<>();
  private final long window;
  private final long end;

  private HoldoutRoster(long window, long end) {
    this.window = window;
    this.end = end;
  }

  /** Reads it; O(assignments). */
  static HoldoutRoster of(ContentHistory history, long windowSeconds) {
    HoldoutRoster roster = new HoldoutRoster(windowSeconds, history.dataThrough().getEpochSecond());
    ContentAssignments rows = history.assignments();
    for (int row = 0; row < rows.size(); row++) {
      Entry drawn =
          new Entry(rows.content()[row], rows.fan()[row], rows.seconds()[row], rows.shown()[row]);
      Entry first = roster.entries.putIfAbsent(key(drawn.content, drawn.fan), drawn);
      if (first != null) {
        first.mixed |= first.shown != drawn.shown;
      }
    }
    return roster;
  }

  private static long key(int content, int fan) {
    return ((long) content << 32) | fan;
  }

  /** Tells of a share of a payment. */
  void credit(int content, int fan, long seconds, double amount) {
    Entry entry = entries.get(key(content, fan));
    if (entry != null && within(entry, seconds)) {
      entry.credited += amount;
    }
  }

  /** Whether a moment lies in a fan's window: after the draw, at most the rule's window later. */
  public boolean within(Entry entry, long seconds) {
    return seconds > entry.seconds && seconds <= entry.seconds + window;
  }

  /** Whether a fan's window is over. */
  public boolean over(Entry entry) {
    return entry.seconds + window <= end;
  }

  /** Whether a kind of payment is divided among contents, and so counts in a holdout. */
  public static boolean counts(Kind kind) {
    return HazardModel.CAUSED.contains(kind);
  }

  /** The window, seconds. */
  public long window() {
    return window;
  }

  /** All who were drawn, in no order. */
  public Iterable<Entry> entries() {
    return entries.values();
  }
}
