package io.tiktoktoe.content.insight;

import java.time.Instant;
import java.util.List;

/**
 * A content item: one post, video or live stream with all its copies.
 *
 * @param id the sender's id; that of the first copy where there are several
 * @param kind what it is: as its sender says, else by its length
 * @param published when it was first published: as its sender says, else when it was first seen
 * @param durationMs length; 0 where nothing plays or none was reported
 * @param platforms where it was seen, in alphabetical order
 * @param copies ids of its other copies: republished, cut, on other platforms, the replay of a live
 *     stream
 * @param removed whether its sender said that it was taken down
 * @param category what it is about, as its sender says; empty where not said
 */
public record CreatorContent(
    String id,
    ContentKind kind,
    Instant published,
    long durationMs,
    List<String> platforms,
    List<String> copies,
    boolean removed,
    String category) {

  /** Refuses a negative length and an empty id. */
  public CreatorContent {
    if (id.isBlank()) {
      throw new IllegalArgumentException("content has no id. Name one, such as video-1.");
    }
    if (durationMs < 0) {
      throw new IllegalArgumentException(
          "duration_ms (%d) of content %s must be at least 0.".formatted(durationMs, id));
    }
    platforms = List.copyOf(platforms);
    copies = List.copyOf(copies);
  }
}
