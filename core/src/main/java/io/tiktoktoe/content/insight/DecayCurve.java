package io.tiktoktoe.content.insight;

import io.tiktoktoe.stats.Interval;
import java.util.Optional;

/**
 * A decay curve of attention: views a day by age, an exponential and a power law together, fitted
 * to what was seen so far (right-censored at the age that it has).
 *
 * @param ages middle of each span of age, days
 * @param observed views a day in each span
 * @param fitted the same by the curve
 * @param halfLifeDays age by which half of the views of its first year will have come; absent where
 *     no content of its kind is that old yet, or where it is known no better than by a factor of
 *     twenty-five
 * @param halfLife holds it with 95%; where it is absent, its lower end is the least that it is
 * @param tail share of views in the power-law part, 0 to 1
 * @param seen share of its first year's views that came so far by the curve, 0 to 1
 */
public record DecayCurve(
    double[] ages,
    double[] observed,
    double[] fitted,
    Optional<Double> halfLifeDays,
    Interval halfLife,
    double tail,
    double seen) {}
