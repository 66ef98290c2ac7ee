package io.tiktoktoe.table;

import io.tiktoktoe.file.Copies;
import io.tiktoktoe.file.FileState;
import io.tiktoktoe.file.UnreadableFileException;
import io.tiktoktoe.file.UnreadableFileException.TooLarge;
import io.tiktoktoe.text.EngineCopy;
import io.tiktoktoe.text.FileProbe;
import io.tiktoktoe.text.TableShape;
import io.tiktoktoe.work.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a file of any kind, which says so when the file was changed or removed while they
 * were read. What cannot be read as it lies there, such as a pipe or zstd, is copied first; the
 * copies go with the table.
 */
final class UnchangedTable implements TableReader {

  private final Path file;
  private final FileState state;
  private final List<Path> copies = new ArrayList<>();
  private final FileProbe probe;
  private final TableReader rows;

  private UnchangedTable(Path file) throws IOException {
    this.file = file;
    this.state = FileState.of(file);
    try {
      this.probe = look();
      this.rows = content();
    } catch (IOException | RuntimeException | Error e) {
      deleteCopies();
      throw e;
    }
  }

  static TableReader open(Path file) {
    try {
      return new UnchangedTable(file);
    } catch (NoSuchFileException e) {
      throw new TableException(file + " does not exist. Check the path.", e);
    } catch (IOException e) {
      throw unreadable(file, e);
    } catch (UnreadableFileException e) {
      throw told(file, e);
    }
  }

  private FileProbe look() throws IOException {
    Copies place = Copies.inSystemFolder();
    Path path = state.regular() || Files.isDirectory(file) ? file : copyOfStream(place);
    if (!FileProbe.isZstd(path)) {
      return FileProbe.of(path, file, place, new Cancellation());
    }
    Path expanded = newCopy(place);
    EngineCopy.expanded(path, expanded, place, new Cancellation());
    return FileProbe.of(expanded, file, place, new Cancellation());
  }

  private Path newCopy(Copies place) throws IOException {
    Path copy = place.create(".copy");
    copies.add(copy);
    return copy;
  }

  /** A pipe can be read once only, and its rows are read twice. */
  private Path copyOfStream(Copies place) throws IOException {
    Path copy = newCopy(place);
    long left = place.limit(copy);
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file);
        OutputStream out = Files.newOutputStream(copy)) {
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        left -= read;
        if (left < 0) {
          throw place.tooLarge(file);
        }
        out.write(buffer, 0, read);
      }
    }
    return copy;
  }

  private TableReader content() throws IOException {
    return switch (probe.kind()) {
      case PARQUET -> ParquetTable.open(file, probe.path());
      case JSON -> NdjsonTable.open(file, probe.reader());
      case TABLE -> CsvTable.open(file, TableShape.of(probe));
    };
  }

  @Override
  public TableReader again() {
    try {
      return content();
    } catch (IOException e) {
      throw unreadable(file, e);
    } catch (UnreadableFileException e) {
      throw told(file, e);
    }
  }

  @Override
  public boolean decimalComma() {
    return rows.decimalComma();
  }

  static TableException unreadable(Path file, IOException e) {
    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return new TableException(
        file + " cannot be read (" + reason + "). Check the file and its permissions.", e);
  }

  private static TableException told(Path file, UnreadableFileException e) {
    String message =
        e instanceof TooLarge
            ? file + " expands to more than a gigabyte and 200 times its size. Expand it first."
            : String.valueOf(e.getMessage());
    return new TableException(message, e);
  }

  @Override
  public List<String> columns() {
    return rows.columns();
  }

  @Override
  public boolean next() {
    try {
      boolean found = rows.next();
      Optional<String> change = found ? Optional.empty() : state.change();
      if (change.isPresent()) {
        throw changed(change.get());
      }
      return found;
    } catch (TableException e) {
      throw afterChange(e);
    } catch (UnreadableFileException e) {
      throw afterChange(told(file, e));
    }
  }

  /** A row that is cut short, say: that the file changes is why. */
  private TableException afterChange(TableException e) {
    TableException told = state.change().map(this::changed).orElse(e);
    if (told != e) {
      told.addSuppressed(e);
    }
    return told;
  }

  private TableException changed(String change) {
    return new TableException(
        "%s %s. Wait until it is complete and read it again.".formatted(file, change));
  }

  @Override
  public long row() {
    return rows.row();
  }

  @Override
  public String cell(int column) {
    return rows.cell(column);
  }

  private void deleteCopies() throws IOException {
    for (Path copy : copies) {
      Files.deleteIfExists(copy);
    }
  }

  @Override
  public void close() {
    try (rows) {
      deleteCopies();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
