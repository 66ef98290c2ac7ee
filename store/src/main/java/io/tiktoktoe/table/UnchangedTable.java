package io.tiktoktoe.table;

import io.tiktoktoe.file.FileState;
import java.util.List;
import java.util.Optional;

/** The rows of a file, which says so when it was changed or removed while they were read. */
final class UnchangedTable implements TableReader {

  private final TableReader rows;
  private final FileState state;

  UnchangedTable(TableReader rows, FileState state) {
    this.rows = rows;
    this.state = state;
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
      // A row that is cut short, say: that the file changes is why.
      TableException told = state.change().map(this::changed).orElse(e);
      if (told != e) {
        told.addSuppressed(e);
      }
      throw told;
    }
  }

  private TableException changed(String change) {
    return new TableException(
        "%s %s. Wait until it is complete and read it again.".formatted(state.file(), change));
  }

  @Override
  public long row() {
    return rows.row();
  }

  @Override
  public String cell(int column) {
    return rows.cell(column);
  }

  @Override
  public void close() {
    rows.close();
  }
}
