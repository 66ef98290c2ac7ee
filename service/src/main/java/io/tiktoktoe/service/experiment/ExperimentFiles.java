package io.tiktoktoe.service.experiment;

import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.experiment.OutcomeRow;
import io.tiktoktoe.service.model.experiment.RefusedRow;
import io.tiktoktoe.table.TableException;
import io.tiktoktoe.table.TableReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads fans and outcomes from plain files. A row that cannot be is refused alone, by its number;
 * all others are taken. Memory does not grow with the file.
 */
final class ExperimentFiles {

  private final Path file;
  private final TableReader reader;
  private final List<String> columns;

  private ExperimentFiles(Path file, TableReader reader) {
    this.file = file;
    this.reader = reader;
    this.columns = reader.columns().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  /** Takes one row. */
  @FunctionalInterface
  interface Taking<T> {
    void take(long row, T value);
  }

  /** Hears of a row that is refused. */
  @FunctionalInterface
  interface Refusing {
    void refuse(RefusedRow row);
  }

  /** Reads column {@code fan} of every row. */
  static void fans(Path file, Taking<String> taking, Refusing refusing) {
    try (TableReader reader = TableReader.open(file)) {
      ExperimentFiles rows = new ExperimentFiles(file, reader);
      int fan = rows.required("fan");
      rows.each((row, ignored) -> taking.take(row, reader.cell(fan).strip()), refusing);
    }
  }

  /** Reads columns {@code id, fan, kind, amount} and, where they are, {@code currency, time}. */
  static void outcomes(Path file, Taking<OutcomeRow> taking, Refusing refusing) {
    try (TableReader reader = TableReader.open(file)) {
      ExperimentFiles rows = new ExperimentFiles(file, reader);
      int id = rows.required("id");
      int fan = rows.required("fan");
      int kind = rows.required("kind");
      int amount = rows.required("amount");
      Optional<Integer> currency = rows.index("currency");
      Optional<Integer> time = rows.index("time");
      rows.each(
          (row, ignored) ->
              taking.take(
                  row,
                  new OutcomeRow(
                      reader.cell(id).strip(),
                      reader.cell(fan).strip(),
                      reader.cell(kind).strip(),
                      reader.cell(amount).strip(),
                      currency.map(at -> reader.cell(at).strip()),
                      time.map(at -> reader.cell(at).strip()))),
          refusing);
    }
  }

  private Optional<Integer> index(String name) {
    int at = columns.indexOf(name);
    return at < 0 ? Optional.empty() : Optional.of(at);
  }

  private int required(String name) {
    return index(name)
        .orElseThrow(
            () ->
                new ServiceException.UnusableInput(
                    "%s has no column %s; it has %s. Add or rename one.",
                    file, name, String.join(", ", columns)));
  }

  private void each(Taking<Boolean> taking, Refusing refusing) {
    while (true) {
      long before = reader.row();
      try {
        if (!reader.next()) {
          return;
        }
        taking.take(reader.row(), true);
      } catch (TableException e) {
        if (reader.row() == before) {
          throw e;
        }
        refusing.refuse(new RefusedRow(reader.row(), "", String.valueOf(e.getMessage())));
      }
    }
  }
}
