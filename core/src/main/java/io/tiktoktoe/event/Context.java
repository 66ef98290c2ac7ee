package io.tiktoktoe.event;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What every event says besides its kind.
 *
 * @param id the sender's id, unique for ever within {@code source}: the key of idempotency
 * @param source the platform or system that reports, such as {@code youtube}
 * @param time when it happened
 * @param creator the creator it concerns (the sender's text id)
 * @param fan who did it; absent when anonymous
 * @param content the post, video or stream it concerns
 * @param product what was sold or shown
 * @param demographics where and who
 * @param attributes further fields of the sender, kept as they came
 */
public record Context(
    String id,
    String source,
    Instant time,
    String creator,
    @Nullable String fan,
    @Nullable String content,
    @Nullable String product,
    Demographics demographics,
    Map<String, String> attributes) {

  public Context {
    Objects.requireNonNull(time, "time");
    requireText("id", id);
    requireText("source", source);
    requireText("creator", creator);
    attributes = Map.copyOf(attributes);
  }

  private static void requireText(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " is empty. Every event needs one.");
    }
  }
}
