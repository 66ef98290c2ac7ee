package io.tiktoktoe.service;

import io.tiktoktoe.file.Replaceable;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.ExportAnswer;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.Target;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Writes tables and views of a store, every row of them. */
public final class ExportService {

  private final Store store;

  private ExportService(Store store) {
    this.store = store;
  }

  /** The service over this store, which stays open and may write where answers are to go. */
  public static ExportService of(Store store) {
    return new ExportService(store);
  }

  /**
   * Where a file would be written, links followed; asked before the store is opened, because that
   * says into which folders it may write.
   *
   * @throws ServiceException if its name has another ending than .csv, .ndjson or .parquet, its
   *     folder does not exist, or what is there is not replaced
   */
  public static Path target(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (!name.matches("(?s).*\\.(csv|ndjson|parquet)")) {
      throw new ServiceException.BadRequest(
          "out", "{out} %s must end in .csv, .ndjson or .parquet", file);
    }
    Path absolute = file.toAbsolutePath();
    Path folder = Optional.ofNullable(absolute.getParent()).orElse(absolute);
    if (!Files.isDirectory(folder)) {
      throw new ServiceException.UnusableInput("directory %s does not exist. Create it.", folder);
    }
    Replaceable.objection(file)
        .ifPresent(
            objection -> {
              throw new ServiceException.BadRequest(
                  "out", "{out} %s %s, which is not replaced. Name another file", file, objection);
            });
    return Replaceable.require(file);
  }

  /** The names of everything that can be exported, in order. */
  public Set<String> names() {
    return store.exporter().names();
  }

  /**
   * Writes a table to a file whose name says the format; it appears when it is complete.
   *
   * @throws ServiceException.BadRequest if there is no such table
   */
  public ExportAnswer export(String table, Path file, Call call) {
    begin(table, call);
    return new ExportAnswer(table, file, store.exporter().export(table, file));
  }

  /**
   * Writes a table to {@code out}, which stays open.
   *
   * @throws ServiceException.BadRequest if there is no such table
   * @throws IOException if the writer throws it
   */
  public void print(String table, Target.Format format, Writer out, Call call) throws IOException {
    begin(table, call);
    store.exporter().print(table, format, out);
  }

  private void begin(String table, Call call) {
    Set<String> names = names();
    if (!names.contains(table)) {
      throw new ServiceException.BadRequest(
          "table", "table %s does not exist. Use one of %s", table, String.join(", ", names));
    }
    call.progress().report("exporting " + table, 0, -1);
  }
}
