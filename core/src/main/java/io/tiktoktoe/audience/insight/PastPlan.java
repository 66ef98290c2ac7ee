package io.tiktoktoe.audience.insight;

import io.tiktoktoe.audience.strategy.PlanScore;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A decision that was taken for an audience, with its score once its days are over.
 *
 * @param decided when
 * @param chosen the action
 * @param advised the action that had been advised; empty if none was
 * @param segment for whom; empty for all
 * @param product about which product; empty where it is about none
 * @param expected the effect that was expected
 * @param measure what that counts and in which unit
 * @param score what it brought, against not acting; empty while its days last, or where nothing
 *     tells it from what would have happened anyway
 */
public record PastPlan(
    Instant decided,
    String chosen,
    Optional<String> advised,
    Optional<String> segment,
    Optional<String> product,
    OptionalDouble expected,
    Optional<String> measure,
    Optional<PlanScore> score) {}
