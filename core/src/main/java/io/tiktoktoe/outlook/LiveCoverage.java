package io.tiktoktoe.outlook;

/**
 * Empirical coverage of prediction intervals: how often the bands that a running forecast showed
 * have held so far.
 *
 * @param lead how many steps ahead the forecasts were made
 * @param compared how many of them have been compared with what came
 * @param coverage68 share of outcomes inside the 68% band; NaN when none was compared
 * @param coverage95 share of outcomes inside the 95% band; NaN when none was compared
 */
public record LiveCoverage(int lead, int compared, double coverage68, double coverage95) {}
