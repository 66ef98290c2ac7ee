package io.tiktoktoe.store.model;

import java.util.List;

/**
 * What was taken back with a batch.
 *
 * @param batch the batch's name
 * @param events events that went, every version counted
 * @param rejects rejects that went
 * @param names creators, fans, contents, products and audience groups that nothing else names
 * @param revisions notes on closed days that changed
 * @param again other batches that brought rows which were refused as duplicates or conflicts since:
 *     where they were so because of this batch, those rows are in the store no more, and ingesting
 *     these batches again brings them back
 */
public record UndoReport(
    String batch, long events, long rejects, long names, long revisions, List<String> again) {

  public UndoReport {
    again = List.copyOf(again);
  }
}
