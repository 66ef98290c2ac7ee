package io.tiktoktoe.audience.insight;

import io.tiktoktoe.event.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A decision that was taken before (a logged action).
 *
 * @param time when
 * @param attributes what its event says: {@code chosen}, {@code advised}, {@code segment}, {@code
 *     expected}, {@code measure} and more
 */
public record PastDecision(Instant time, Map<String, String> attributes) {

  /** The attribute that names the last day that a decision knew. */
  public static final String AS_OF = "as_of";

  /** The attribute that names the price test of a decision about one: it is no action for fans. */
  public static final String EXPERIMENT = "experiment";

  /** The product of a decision about one, as its event names it. */
  public static final String PRODUCT = "product";

  public PastDecision {
    attributes = Map.copyOf(attributes);
  }

  /** The last day that it knew; the day before it where it does not say so. */
  public LocalDate asOf() {
    try {
      return LocalDate.parse(attributes.getOrDefault(AS_OF, ""));
    } catch (DateTimeParseException e) {
      return LocalDate.ofInstant(time, ZoneOffset.UTC).minusDays(1);
    }
  }

  /** What was decided. */
  public Decision decision() {
    return new Decision(
        attributes.get("advised"),
        attributes.getOrDefault("chosen", "none"),
        attributes.get("by"),
        attributes.get("segment"),
        expected(),
        attributes.get("measure"));
  }

  private @Nullable Double expected() {
    try {
      double expected = Double.parseDouble(attributes.getOrDefault("expected", ""));
      return Double.isFinite(expected) ? expected : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
