package io.tiktoktoe.service.model.experiment;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a price test is.
 *
 * @param name of the test
 * @param creator whose it is
 * @param product what is sold
 * @param status {@code running}, {@code stopped} or {@code rolled_back}
 * @param created when it was made
 * @param arms how many offers it compares
 * @param persons who were shown one
 * @param charged the arm that everybody without a promise is charged; empty while it runs
 */
public record ExperimentSummary(
    String name,
    String creator,
    String product,
    String status,
    Instant created,
    int arms,
    long persons,
    Optional<String> charged) {}
