package io.tiktoktoe.service.model;

import io.tiktoktoe.connect.file.ReadOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Asks to take files of events and of exchange rates in.
 *
 * @param files of any known format; a table with columns date, from, to and rate adds rates
 * @param reading what columns mean, and what rows lack
 * @param strict whether unknown fields are refused, and an answer with rejected rows is no success
 * @param pseudonymKey file of a key that stores share; the store's own when empty
 * @param expandLimit bytes that a compressed file may expand to; the reader's default when empty
 * @param input what {@link #STANDARD_INPUT} among the files stands for
 */
public record IngestRequest(
    List<Path> files,
    ReadOptions reading,
    boolean strict,
    Optional<Path> pseudonymKey,
    Optional<Long> expandLimit,
    Input input) {

  /** Stands among the files for {@link #input}. */
  public static final Path STANDARD_INPUT = Path.of("-");

  /** Opens what is read once only. */
  @FunctionalInterface
  public interface Input {

    /** Opens it. */
    InputStream open() throws IOException;
  }

  public IngestRequest {
    files = List.copyOf(files);
    if (files.stream().filter(STANDARD_INPUT::equals).count() > 1) {
      throw new ServiceException.BadRequest(
          "file", "- is standard input, which can be read once only. Name it once");
    }
  }

  /** These files, recognised by their headers. */
  public static IngestRequest of(List<Path> files) {
    return new IngestRequest(
        files, ReadOptions.defaults(), false, Optional.empty(), Optional.empty(), () -> System.in);
  }

  /** The same with these meanings of columns. */
  public IngestRequest withReading(ReadOptions newReading) {
    return new IngestRequest(files, newReading, strict, pseudonymKey, expandLimit, input);
  }
}
