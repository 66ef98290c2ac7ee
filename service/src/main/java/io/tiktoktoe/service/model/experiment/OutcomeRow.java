package io.tiktoktoe.service.model.experiment;

import java.util.Optional;

/**
 * What came of a fan, as it is reported.
 *
 * @param id of the outcome; the same one counts once
 * @param fan of whom
 * @param kind {@code purchase}, {@code renewal}, {@code refund} or {@code churn}
 * @param amount net of fees and tax in major units; empty for a churn
 * @param currency of the amount; the test's when absent
 * @param time when it happened, ISO 8601; now when absent
 */
public record OutcomeRow(
    String id,
    String fan,
    String kind,
    String amount,
    Optional<String> currency,
    Optional<String> time) {}
