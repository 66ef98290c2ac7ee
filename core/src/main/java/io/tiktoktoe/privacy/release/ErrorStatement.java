package io.tiktoktoe.privacy.release;

import io.tiktoktoe.event.DateRange;

/**
 * Error statement: how wrong a protected number is by noise alone, and what it promises to whom.
 *
 * @param standardError standard deviation of the noise, in the number's unit
 * @param halfWidth95 the true number (after bounding) lies this near with 95%, in its unit
 * @param epsilon of the whole release that the number is part of
 * @param delta of the whole release
 * @param unit whom it protects
 * @param period of the events
 */
public record ErrorStatement(
    double standardError,
    double halfWidth95,
    double epsilon,
    double delta,
    PrivacyUnit unit,
    DateRange period) {}
