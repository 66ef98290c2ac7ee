package io.tiktoktoe.audience.lifetime;

/**
 * Lift chart by deciles: customers in ten groups from the most to the least that was expected of
 * them, with what came.
 *
 * @param expected mean expectation of each group
 * @param actual mean of what came
 * @param customers of each group
 * @param gini normalised Gini coefficient: how well the expectation orders the customers, 1 as well
 *     as knowing what came, 0 as badly as chance; NaN when nothing came
 */
public record DecileChart(double[] expected, double[] actual, int[] customers, double gini) {}
