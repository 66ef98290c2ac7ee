package io.tiktoktoe.content.insight;

import io.tiktoktoe.content.insight.IndirectValue.Estimate;
import java.util.Optional;

/**
 * A randomised holdout (controlled experiment) of one content, beside what attribution says of the
 * same fans and days.
 *
 * @param content id
 * @param kind its type
 * @param shown fans whom it was offered
 * @param withheld fans from whom it was kept
 * @param mixed fans who were drawn into both arms; they are left out
 * @param running fans whose window is not over; they are left out
 * @param incremental what fans with the content paid more within the window than they would have
 *     without it, minor units for all of them together (intention to treat); absent where too few
 *     were drawn or what they paid does not differ
 * @param conversions the same in payments
 * @param attributed direct value of the content from the same payments, minor units
 * @param calibrated the content's whole direct value drawn to what the holdouts found, by what each
 *     knows; absent where nothing is attributed or the effect is not known
 */
public record ContentHoldout(
    String content,
    ContentKind kind,
    HoldoutArm shown,
    HoldoutArm withheld,
    int mixed,
    int running,
    Optional<Estimate> incremental,
    Optional<Estimate> conversions,
    double attributed,
    Optional<Estimate> calibrated) {}
