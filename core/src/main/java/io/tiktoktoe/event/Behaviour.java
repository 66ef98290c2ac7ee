package io.tiktoktoe.event;

/**
 * How someone watched.
 *
 * @param watchMs milliseconds watched; 0 when not reported
 * @param durationMs length of the content in milliseconds; 0 when not reported
 * @param completed whether it was watched to its end
 * @param count how many such interactions this event stands for (aggregated reports); 1 normally
 */
public record Behaviour(long watchMs, long durationMs, boolean completed, long count) {

  /** One interaction without watching time. */
  public static final Behaviour ONCE = new Behaviour(0, 0, false, 1);

  public Behaviour {
    if (watchMs < 0 || durationMs < 0 || count < 0) {
      throw new IllegalArgumentException(
          "watch_ms (%d), duration_ms (%d) and count (%d) must be at least 0."
              .formatted(watchMs, durationMs, count));
    }
  }
}
