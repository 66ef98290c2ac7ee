package io.tiktoktoe.pipeline.insight;

import io.tiktoktoe.event.DateRange;
import java.util.List;

/**
 * A closed window of a stream, protected.
 *
 * @param window from when to when
 * @param people who were there
 * @param paying who paid
 * @param minutes watched, each person's clamped
 * @param revenue what people paid, each one's clamped; minor units
 * @param shared deviation of the part of each number's noise, in this order, that all windows of
 *     its block have in common
 * @param block windows of one block share noise, which falls out of their differences
 * @param repeated whether it was released before
 */
public record WindowTotals(
    DateRange window,
    NoisyNumber people,
    NoisyNumber paying,
    NoisyNumber minutes,
    NoisyNumber revenue,
    List<Double> shared,
    long block,
    boolean repeated) {

  public WindowTotals {
    shared = List.copyOf(shared);
  }

  /** People, paying, minutes and revenue. */
  public List<NoisyNumber> numbers() {
    return List.of(people, paying, minutes, revenue);
  }
}
