package io.tiktoktoe.table;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the columns of a file that have a meaning by their names, or by names given for them. */
final class ColumnNames {

  /** What {@link #find} gives when there is no such column. */
  static final int ABSENT = -1;

  private final Path file;
  private final List<String> columns;
  private final Map<String, String> names;

  /**
   * Over the columns of a file.
   *
   * @param names other names of columns: key is the file's, value is the one that is looked for
   * @throws TableException.UnknownColumn if a key is no column of the file
   */
  ColumnNames(Path file, List<String> columns, Map<String, String> names) {
    this.file = file;
    this.columns = columns;
    this.names = names;
    for (String name : names.keySet()) {
      if (!columns.contains(name)) {
        throw new TableException.UnknownColumn(
            "%s: column %s of {map} does not exist; the file has %s.",
            file, name, String.join(", ", columns));
      }
    }
  }

  /** The name that a column is known by, in lower case. */
  private String known(int column) {
    String name = columns.get(column);
    return names.getOrDefault(name, name).toLowerCase(Locale.ROOT);
  }

  /**
   * The index of the column of this name; {@link #ABSENT} when there is none.
   *
   * @throws TableException if there are two
   */
  int find(String name) {
    int found = ABSENT;
    for (int column = 0; column < columns.size(); column++) {
      if (known(column).equals(name)) {
        if (found != ABSENT) {
          throw new TableException(
              "%s: two columns are %s. Rename one of them.".formatted(file, name));
        }
        found = column;
      }
    }
    return found;
  }

  /**
   * The index of a column that must be there.
   *
   * @throws TableException if there is none, or there are two
   */
  int require(String name) {
    int found = find(name);
    if (found == ABSENT) {
      String first = columns.isEmpty() ? "column" : columns.getFirst();
      throw TableException.naming(
          "%s: column %s is missing; the file has %s. Rename one in the file, or with {map} %s=%s.",
          file, name, String.join(", ", columns), first, name.split(" ", 2)[0]);
    }
    return found;
  }
}
