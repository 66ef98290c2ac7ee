package io.tiktoktoe.content.insight;

import java.time.Duration;

/**
 * An attribution rule: what counts as a touch and for how long.
 *
 * @param window how long before a payment a touch may lie
 * @param exactTouches contents on a path up to which Shapley values are exact; above they are
 *     sampled
 */
public record TouchRule(Duration window, int exactTouches) {

  /** A week, and exact values of up to twelve contents. */
  public static final TouchRule USUAL = new TouchRule(Duration.ofDays(7), 12);

  /** Refuses a window that is none and more exact touches than memory holds. */
  public TouchRule {
    if (window.compareTo(Duration.ofHours(1)) < 0 || window.compareTo(Duration.ofDays(90)) > 0) {
      throw new IllegalArgumentException(
          "window (%s) must be between an hour and 90 days.".formatted(window));
    }
    if (exactTouches < 1 || exactTouches > 16) {
      throw new IllegalArgumentException(
          "exact touches (%d) must be between 1 and 16.".formatted(exactTouches));
    }
  }
}
