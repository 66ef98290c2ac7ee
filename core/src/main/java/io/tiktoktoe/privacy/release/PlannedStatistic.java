package io.tiktoktoe.privacy.release;

import io.tiktoktoe.privacy.question.Statistic;
import java.util.OptionalLong;

/**
 * A statistic's part of a plan.
 *
 * @param statistic what is asked
 * @param share of the release's budget that it takes, above 0 and at most 1
 * @param standardError of one of its numbers, in its unit; of a quantile, as a share of persons
 * @param halfWidth95 of one of its numbers, in the same unit
 * @param relativeError {@code halfWidth95} beside the expected size
 * @param personsToAppear with so many persons a selected partition is published with 95%; absent
 *     where partitions are known
 */
public record PlannedStatistic(
    Statistic statistic,
    double share,
    double standardError,
    double halfWidth95,
    double relativeError,
    OptionalLong personsToAppear) {}
