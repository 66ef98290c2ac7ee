package io.tiktoktoe.connect;

import io.tiktoktoe.connect.write.CsvEvents;
import io.tiktoktoe.connect.write.EventRow;
import io.tiktoktoe.connect.write.EventSink;
import io.tiktoktoe.connect.write.NdjsonEvents;
import io.tiktoktoe.connect.write.ParquetEvents;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.file.Replaceable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Writes a stream of events as one file in the native format, of any length in bounded memory. The
 * name's ending says which: {@code .ndjson}, {@code .csv} (both also {@code .gz}) or {@code
 * .parquet}.
 *
 * <p>NDJSON and CSV carry amounts as decimal text, Parquet as {@code amount_minor}, {@code
 * fee_minor} and {@code tax_minor}. Missing values are left out (NDJSON), empty (CSV) or NULL
 * (Parquet). {@code value} is a measurement, or for behaviour how many interactions a row stands
 * for where that is not one. {@code attributes} is a JSON object; {@code gifted}, {@code bought},
 * {@code would_buy} and the four answers of van Westendorp's survey stand there.
 *
 * <p>The file appears under its name only with {@link #finish}; until then it is beside it, hidden
 * and with the ending {@code .part}, which {@link #close} removes. Not thread safe.
 */
public final class EventFiles implements Consumer<Event>, AutoCloseable {

  private final Path file;
  private final Path part;
  private final EventSink sink;
  private long written;
  private boolean finished;

  private EventFiles(Path file, Path part, EventSink sink) {
    this.file = file;
    this.part = part;
    this.sink = sink;
  }

  /**
   * Begins to write {@code file}; its directory must be there.
   *
   * @throws IllegalArgumentException if the ending names no format, or something is there that must
   *     stay (see {@link Replaceable})
   * @throws IOException if it cannot be written
   */
  public static EventFiles create(Path file) throws IOException {
    Path target = Replaceable.require(file);
    String draft = ".%s.%d.part".formatted(target.getFileName(), ProcessHandle.current().pid());
    Path part = target.resolveSibling(draft);
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".parquet")) {
      return new EventFiles(target, part, ParquetEvents.create(part));
    }
    boolean gzip = name.endsWith(".gz");
    String plain = gzip ? name.substring(0, name.length() - 3) : name;
    if (plain.endsWith(".ndjson")) {
      return new EventFiles(target, part, NdjsonEvents.create(part, gzip));
    }
    if (plain.endsWith(".csv")) {
      return new EventFiles(target, part, CsvEvents.create(part, gzip));
    }
    throw new IllegalArgumentException(
        "file name (%s) ends with no known format. Use .ndjson, .ndjson.gz, .csv, .csv.gz or .parquet."
            .formatted(file.getFileName()));
  }

  /**
   * Writes one event.
   *
   * @throws UncheckedIOException if the file cannot be written, for example on a full disk
   */
  @Override
  public void accept(Event event) {
    try {
      sink.write(EventRow.of(event));
      written++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many events were taken. */
  public long written() {
    return written;
  }

  /** Completes the file and gives it its name, replacing one that was there. */
  public void finish() throws IOException {
    sink.finish();
    sink.release();
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    finished = true;
  }

  /**
   * Takes the unfinished file away while somebody may still write to it: for a process that ends
   * without waiting.
   */
  public void abandon() {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Drops the file unless it was finished. */
  @Override
  public void close() throws IOException {
    if (!finished) {
      try {
        sink.release();
      } finally {
        Files.deleteIfExists(part);
      }
    }
  }
}
