package io.tiktoktoe.pipeline.insight;

import io.tiktoktoe.content.insight.ContentKind;
import java.util.Optional;

/**
 * What one person watched or paid in one of two periods. Type and category are those that the
 * person's own event names, or that were said of the content by an event of no person: an event of
 * another person must not decide where this one counts.
 *
 * @param late whether in the later period
 * @param kind what was watched; absent where not known or nothing was watched
 * @param category about what; empty where not said
 * @param views how many
 * @param amount paid, minor units
 */
public record MarketAct(
    boolean late, Optional<ContentKind> kind, String category, long views, long amount) {}
