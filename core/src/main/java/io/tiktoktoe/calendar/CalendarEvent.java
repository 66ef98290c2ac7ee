package io.tiktoktoe.calendar;

import java.time.LocalDate;

/**
 * A special day, which a forecast takes as a dummy variable.
 *
 * @param day when
 * @param kind events of one kind share one effect, such as {@code holiday:christmas} or {@code
 *     launch}
 */
public record CalendarEvent(LocalDate day, String kind) {}
