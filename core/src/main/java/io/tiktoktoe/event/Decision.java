package io.tiktoktoe.event;

import org.jspecify.annotations.Nullable;

/**
 * A decision and what was expected of it; outcomes are scored against it later. The event's context
 * names the creator, product or content.
 *
 * @param advised the action that was recommended, if one was
 * @param chosen the action that was taken; an advice that was refused has {@code none}
 * @param by who decided, such as {@code creator} or {@code policy}
 * @param segment the group of fans it is for, if not all
 * @param expected the expected effect, if one was stated
 * @param measure what {@code expected} counts and in which unit, such as {@code net USD a month}
 */
public record Decision(
    @Nullable String advised,
    String chosen,
    @Nullable String by,
    @Nullable String segment,
    @Nullable Double expected,
    @Nullable String measure) {

  public Decision {
    if (chosen.isBlank()) {
      throw new IllegalArgumentException(
          "chosen is empty. Name the action that was taken, or none.");
    }
    if (expected != null && !Double.isFinite(expected)) {
      throw new IllegalArgumentException("expected (" + expected + ") must be a finite number.");
    }
  }

  /** This action was taken. */
  public static Decision of(String chosen) {
    return new Decision(null, chosen, null, null, null, null);
  }

  /** The same after this advice. */
  public Decision advised(String action) {
    return new Decision(action, chosen, by, segment, expected, measure);
  }

  /** The same, decided by this role. */
  public Decision by(String role) {
    return new Decision(advised, chosen, role, segment, expected, measure);
  }

  /** The same for one group of fans. */
  public Decision forSegment(String fans) {
    return new Decision(advised, chosen, by, fans, expected, measure);
  }

  /** The same with its expected effect in this measure. */
  public Decision expecting(double effect, String inMeasure) {
    return new Decision(advised, chosen, by, segment, effect, inMeasure);
  }
}
