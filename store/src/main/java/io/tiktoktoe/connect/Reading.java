package io.tiktoktoe.connect;

import io.tiktoktoe.stage.StageRelation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that is ready to be ingested. Closing it deletes what was written for it on the way; close
 * it after the ingest.
 *
 * @param file the file as it was named
 * @param format the name of the format it was read as
 * @param relation what to give to the event log
 * @param files every file that the relation reads: allow them when the store is opened
 * @param notes what a person should know: rows skipped, columns without meaning, glitches
 * @param temporary the files among them to delete at the end
 */
public record Reading(
    Path file,
    String format,
    StageRelation relation,
    List<Path> files,
    List<String> notes,
    List<Path> temporary)
    implements AutoCloseable {

  public Reading {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
    temporary = List.copyOf(temporary);
  }

  @Override
  public void close() {
    for (Path path : temporary) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
