package io.tiktoktoe.connect;

import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.sql.EngineFiles;
import io.tiktoktoe.stage.StageRelation;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs what a reading hands over, as locked up as the store: only its own files can be opened. */
public final class Staged {

  static final String SALT = "0123456789abcdef0123456789abcdef";

  private Staged() {}

  public static ReadOptions options(Path folder) {
    return ReadOptions.defaults().withFolder(folder).withKey(() -> SALT);
  }

  /** The rows of the file as texts, NULL as the empty text. */
  public static List<Map<String, String>> rows(Path file, ReadOptions options) {
    try (Reading reading = Connectors.open(file, options)) {
      return rows(reading);
    }
  }

  public static List<Map<String, String>> rows(Reading reading) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads = 2");
      statement.execute("SET allowed_paths = " + EngineFiles.allowed(reading.files().stream()));
      statement.execute("SET enable_external_access = false");
      statement.execute("SET lock_configuration = true");
      List<Map<String, String>> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery(withOriginals(reading.relation()))) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          columns.add(result.getMetaData().getColumnName(i));
        }
        if (!columns.equals(List.copyOf(StageRelation.COLUMNS.keySet()))) {
          throw new AssertionError("columns " + columns);
        }
        while (result.next()) {
          Map<String, String> row = new LinkedHashMap<>();
          for (int i = 1; i <= columns.size(); i++) {
            String value = result.getString(i);
            row.put(columns.get(i - 1), value == null ? "" : value);
          }
          rows.add(row);
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(reading.relation().select(), e);
    }
  }

  /** The rows with their original lines, as rejects are kept. */
  private static String withOriginals(StageRelation relation) {
    return relation.original().equals(relation.select())
        ? relation.select()
        : "SELECT s.* REPLACE (o.raw AS raw) FROM (%s) AS s LEFT JOIN (%s) AS o ON o.line = s.line ORDER BY s.line"
            .formatted(relation.select(), relation.original());
  }

  /** One column of all rows. */
  public static List<String> column(List<Map<String, String>> rows, String name) {
    return rows.stream().map(row -> row.getOrDefault(name, "?")).toList();
  }

  /** The rows of one type. */
  static List<Map<String, String>> ofType(List<Map<String, String>> rows, String type) {
    return rows.stream().filter(row -> type.equals(row.get("type"))).toList();
  }
}
