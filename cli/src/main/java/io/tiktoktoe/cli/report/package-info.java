/**
 * Answers for people at a terminal: tables, sparklines, heat maps and bands in plain text.
 *
 * <p>Every figure is the record's own, rounded only where it is an estimate; what is left out for
 * want of room is counted and named. Colour only repeats what signs and words already say. Front
 * doors: {@link io.tiktoktoe.cli.report.RevenueReport} and {@link
 * io.tiktoktoe.cli.report.RiskReport}.
 *
 * <p>Rooms: {@code page} (layout, tables, safe text), {@code picture} (drawings).
 */
package io.tiktoktoe.cli.report;
