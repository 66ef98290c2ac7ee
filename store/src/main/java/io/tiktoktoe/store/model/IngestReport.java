package io.tiktoktoe.store.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of a batch. {@code accepted + duplicates + conflicts + rejected} is the number of
 * rows that came.
 *
 * @param batch the batch's name
 * @param accepted events stored for the first time, corrections included
 * @param corrections accepted events that replaced an earlier version (estimated by final)
 * @param duplicates events that were there already with the same body
 * @param conflicts events whose id was there with another body; the first was kept
 * @param rejected rows that are no valid event
 * @param revisions closed days of a creator that this batch changed
 * @param reasons how many rows were rejected or in conflict, by reason
 * @param examples the first rejects, for people
 * @param seconds wall-clock time
 */
public record IngestReport(
    String batch,
    long accepted,
    long corrections,
    long duplicates,
    long conflicts,
    long rejected,
    long revisions,
    Map<String, Long> reasons,
    List<Reject> examples,
    double seconds) {

  public IngestReport {
    reasons = Collections.unmodifiableMap(new TreeMap<>(reasons));
    examples = List.copyOf(examples);
  }

  /** The same after this much time was spent on reading, before anything was stored. */
  public IngestReport after(double readingSeconds) {
    return new IngestReport(
        batch,
        accepted,
        corrections,
        duplicates,
        conflicts,
        rejected,
        revisions,
        reasons,
        examples,
        readingSeconds + seconds);
  }

  /** Rows that came. */
  public long rows() {
    return accepted + duplicates + conflicts + rejected;
  }
}
