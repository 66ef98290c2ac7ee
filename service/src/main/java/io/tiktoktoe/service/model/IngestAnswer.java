package io.tiktoktoe.service.model;

import io.tiktoktoe.store.model.IngestReport;
import java.nio.file.Path;
import java.util.List;

/**
 * What became of files that were to be taken in.
 *
 * @param files each file of events, in the order in which they came
 * @param success whether all came that should: a file of which nothing came but rejects, one that
 *     changed while it was read, and under a strict request any rejected row, is none
 */
public record IngestAnswer(List<EventsTakenIn> files, boolean success) {

  public IngestAnswer {
    files = List.copyOf(files);
  }

  /** What became of one file. */
  public sealed interface OneFile {}

  /** Exchange rates were added. */
  public record RatesAdded(Path file, int rates) implements OneFile {}

  /**
   * Events were taken in.
   *
   * @param format as which the file was read
   * @param notes what to know of the reading
   * @param report what became of its rows
   */
  public record EventsTakenIn(String format, List<String> notes, IngestReport report)
      implements OneFile {

    public EventsTakenIn {
      notes = List.copyOf(notes);
    }
  }
}
