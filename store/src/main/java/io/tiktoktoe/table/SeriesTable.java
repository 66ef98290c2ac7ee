package io.tiktoktoe.table;

import java.util.List;

/**
 * All series of a file.
 *
 * @param series in the order in which they first appear
 * @param unusedColumns columns of the file that were not read
 */
public record SeriesTable(List<TimedSeries> series, List<String> unusedColumns) {

  public SeriesTable {
    series = List.copyOf(series);
    unusedColumns = List.copyOf(unusedColumns);
  }
}
