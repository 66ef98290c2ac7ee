package io.tiktoktoe.cli.option;

import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.SeriesService;
import io.tiktoktoe.table.SeriesTable;
import io.tiktoktoe.work.Progress;
import java.nio.file.Path;
import java.util.List;

/** What every command on plain files of series understands. */
public final class SeriesOptions extends TableOptions {

  /** Tells which seasons no series is long enough for: they are left out of the answer. */
  public void noteTooLong(Surroundings surroundings, List<Integer> periods, SeriesTable table) {
    int longest = table.series().stream().mapToInt(one -> one.series().length()).max().orElse(0);
    for (int period : periods) {
      if (longest < 2L * period) {
        surroundings.note(
            "--period %d is left out: it takes %,d steps to see it twice, the longest series has %,d."
                .formatted(period, 2L * period, longest));
      }
    }
  }

  /** Reads the series of {@code file} and tells which of its columns were not used. */
  public SeriesTable read(Surroundings surroundings, Path file, Progress progress) {
    SeriesTable table = SeriesService.read(surroundings.resolve(file), map, progress);
    if (!table.unusedColumns().isEmpty()) {
      surroundings.note("columns not used: " + String.join(", ", table.unusedColumns()));
    }
    return table;
  }
}
