package io.tiktoktoe.cli.command.experiment;

import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.model.experiment.RefusedRow;
import java.util.List;

/** Tells of rows that were not taken. */
final class RefusedRows {

  private static final int SHOWN = 10;

  private RefusedRows() {}

  static void tell(Surroundings surroundings, List<RefusedRow> refused) {
    for (RefusedRow row : refused.subList(0, Math.min(SHOWN, refused.size()))) {
      surroundings.note(
          "row %,d%s was refused: %s"
              .formatted(
                  row.row(), row.value().isEmpty() ? "" : " (" + row.value() + ")", row.reason()));
    }
    if (refused.size() > SHOWN) {
      surroundings.note(
          "%,d more rows were refused; --json names them all.".formatted(refused.size() - SHOWN));
    }
  }
}
