package io.tiktoktoe.revenue.insight;

import io.tiktoktoe.stats.Interval;

/**
 * What one group brought and how that changed.
 *
 * @param group its name, {@link Dimension#UNKNOWN} when not reported
 * @param sales how many sales
 * @param gross what it paid, minor units
 * @param net what of it reached the creator
 * @param share its part of the net income; NaN when the total is not positive
 * @param previousNet the same in the comparison part
 * @param change net minus previousNet, exact
 * @param changeInterval the change plus and minus its sampling error, at 0.95
 * @param signal whether the change is more than chance, all groups of the breakdown considered
 * @param small whether it has fewer sales than {@link Breakdown#FEW_SALES}: read it with care
 */
public record GroupShare(
    String group,
    long sales,
    long gross,
    long net,
    double share,
    long previousNet,
    long change,
    Interval changeInterval,
    boolean signal,
    boolean small) {}
