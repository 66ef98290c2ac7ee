package io.tiktoktoe.content.insight;

import java.util.Locale;
import java.util.Optional;

/** Content types (media formats) that are compared with their like. */
public enum ContentKind {
  SHORT,
  VIDEO,
  LIVE,
  POST;

  /** A video of up to three minutes is a short one, as platforms count it. */
  private static final long SHORT_MS = 180_000;

  /** From an hour on a recording is told as a live stream where its sender does not say. */
  private static final long LIVE_MS = 3_600_000;

  /** Its name in tables and answers, and what senders write as {@code content_type}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind that a sender named, if it is one of these. */
  public static Optional<ContentKind> named(String text) {
    for (ContentKind kind : values()) {
      if (kind.label().equalsIgnoreCase(text.strip())) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /**
   * What a content most likely is by its length.
   *
   * @param durationMs 0 where nothing plays
   */
  public static ContentKind ofLength(long durationMs) {
    if (durationMs <= 0) {
      return POST;
    }
    return durationMs <= SHORT_MS ? SHORT : durationMs < LIVE_MS ? VIDEO : LIVE;
  }
}
