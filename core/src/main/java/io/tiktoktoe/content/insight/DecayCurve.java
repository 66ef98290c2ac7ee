package io.tiktoktoe.content.insight;

import io.tiktoktoe.stats.Interval;

/**
 * A decay curve of attention: views a day by age, an exponential and a power law together, fitted
 * to what was seen so far (right-censored at the age that it has).
 *
 * @param ages middle of each span of age, days
 * @param observed views a day in each span
 * @param fitted the same by the curve
 * @param halfLifeDays age by which half of all its views will have come
 * @param halfLife holds it with 95%
 * @param tail share of views in the power-law part, 0 to 1
 * @param seen share of all its views that came so far by the curve, 0 to 1
 */
public record DecayCurve(
    double[] ages,
    double[] observed,
    double[] fitted,
    double halfLifeDays,
    Interval halfLife,
    double tail,
    double seen) {}
