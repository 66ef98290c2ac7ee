package io.tiktoktoe.audience.insight;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An audience around the day of a decision, from which what the decision brought is told. Each part
 * is as of its own day.
 *
 * @param asOf the last day that the decision knew
 * @param earlier the audience as many days before as the plan lasts
 * @param then the audience that the decision was for
 * @param later the audience when the days of the plan were over
 * @param base the audience whose segments were carried on to {@code then}
 */
public record DecisionTrial(
    LocalDate asOf,
    AudienceSegments earlier,
    AudienceSegments then,
    AudienceSegments later,
    Optional<AudienceSegments> base) {}
