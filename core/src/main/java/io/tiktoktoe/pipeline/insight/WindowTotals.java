package io.tiktoktoe.pipeline.insight;

import io.tiktoktoe.event.DateRange;

/**
 * A closed window of a stream, protected.
 *
 * @param window from when to when
 * @param people who were there
 * @param paying who paid
 * @param minutes watched, each person's clamped
 * @param revenue what people paid, each one's clamped; minor units
 * @param repeated whether it was released before
 */
public record WindowTotals(
    DateRange window,
    NoisyNumber people,
    NoisyNumber paying,
    NoisyNumber minutes,
    NoisyNumber revenue,
    boolean repeated) {}
