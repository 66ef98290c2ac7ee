package io.tiktoktoe.table;

import io.tiktoktoe.sql.EngineFiles;
import io.tiktoktoe.sql.EngineStart;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a Parquet file, read through an in-memory DuckDB; every cell as its exact text. */
final class ParquetTable implements TableReader {

  private final Path file;
  private final Connection connection;
  private final PreparedStatement statement;
  private final ResultSet rows;
  private final List<String> columns;
  private long row;

  private ParquetTable(
      Path file,
      Connection connection,
      PreparedStatement statement,
      ResultSet rows,
      List<String> columns) {
    this.file = file;
    this.connection = connection;
    this.statement = statement;
    this.rows = rows;
    this.columns = columns;
  }

  static ParquetTable open(Path file, Path content) {
    Connection connection = null;
    try {
      connection = EngineStart.forForeignFiles();
      PreparedStatement statement =
          connection.prepareStatement(
              "SELECT CAST(COLUMNS(*) AS VARCHAR) FROM " + EngineFiles.parquet(content));
      ResultSet rows = statement.executeQuery();
      List<String> columns = new ArrayList<>();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        columns.add(rows.getMetaData().getColumnLabel(i).strip());
      }
      return new ParquetTable(file, connection, statement, rows, List.copyOf(columns));
    } catch (SQLException e) {
      closeQuietly(connection, e);
      throw damaged(file, e);
    }
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public boolean next() {
    try {
      boolean found = rows.next();
      if (found) {
        row++;
      }
      return found;
    } catch (SQLException e) {
      throw damaged(file, e);
    }
  }

  @Override
  public long row() {
    return row;
  }

  @Override
  public String cell(int column) {
    try {
      String text = rows.getString(column + 1);
      return text == null ? "" : text;
    } catch (SQLException e) {
      throw damaged(file, e);
    }
  }

  @Override
  public void close() {
    try (connection;
        statement) {
      rows.close();
    } catch (SQLException e) {
      throw damaged(file, e);
    }
  }

  private static TableException damaged(Path file, SQLException e) {
    String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    // What the driver says when streaming failed after the first rows.
    String firstLine = line.endsWith("Invalid result set") ? "its data are damaged" : line;
    return new TableException(
        "%s cannot be read as Parquet (%s). Export it again.".formatted(file, firstLine), e);
  }

  private static void closeQuietly(@Nullable Connection connection, SQLException first) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException second) {
        first.addSuppressed(second);
      }
    }
  }
}
