package io.tiktoktoe.audience.insight;

import java.time.Instant;
import java.util.Map;

/**
 * A decision that was taken before (a logged action).
 *
 * @param time when
 * @param attributes what its event says: {@code chosen}, {@code advised}, {@code segment}, {@code
 *     expected}, {@code measure} and more
 */
public record PastDecision(Instant time, Map<String, String> attributes) {

  public PastDecision {
    attributes = Map.copyOf(attributes);
  }
}
