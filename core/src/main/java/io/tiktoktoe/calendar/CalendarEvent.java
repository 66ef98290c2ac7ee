package io.tiktoktoe.calendar;

import java.time.LocalDate;

/**
 * A day that is known to be special.
 *
 * @param day when
 * @param kind events of one kind share one effect, such as {@code holiday:christmas} or {@code
 *     launch}
 */
public record CalendarEvent(LocalDate day, String kind) {}
