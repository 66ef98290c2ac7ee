package io.tiktoktoe.connect.read;

import io.tiktoktoe.connect.file.Format;
import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.sql.EngineFiles;
import io.tiktoktoe.sql.SqlTemplate;
import io.tiktoktoe.sql.SqlText;
import io.tiktoktoe.sql.SqlTime;
import io.tiktoktoe.stage.StageColumn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Native events in Parquet: columns go to the stage as they are, without a look at each row. */
public final class ParquetRelation {

  /** What a store's export gives as a key of the store. */
  private static final Set<StageColumn> SEALED =
      Set.of(StageColumn.ID, StageColumn.FAN, StageColumn.REFERS_TO);

  private ParquetRelation() {}

  /** The stage relation of a file with these columns and DuckDB types. */
  public static String select(
      Path file, Map<String, String> types, Format format, ReadOptions options) {
    boolean exported = format.equals(Format.STORE_EXPORT);
    List<String> unknown =
        types.keySet().stream()
            .filter(column -> StageColumn.ofField(column).isEmpty())
            .filter(column -> !exported || !StoreExport.isDerived(column))
            .toList();
    String columns =
        Arrays.stream(StageColumn.values())
            .map(
                column ->
                    (exported && SEALED.contains(column)
                            ? StoreExport.sealed(column, types.keySet())
                            : column(column, types, unknown, options))
                        + " AS "
                        + column.sqlName())
            .collect(Collectors.joining(",\n  "));
    return SqlTemplate.named("duckdb/file/parquet")
        .with("file", EngineFiles.readable(file))
        .with("columns", columns)
        .sql();
  }

  private static String column(
      StageColumn column, Map<String, String> types, List<String> unknown, ReadOptions options) {
    String name = SqlText.identifier(column.field());
    String type = types.getOrDefault(column.field(), "");
    return switch (column) {
      case LINE -> "file_row_number + 1";
      case TIME -> time(name, type);
      case TIME_TEXT ->
          type.equals("VARCHAR")
              ? "CASE WHEN " + time(name, type) + " IS NULL THEN " + name + " END"
              : "NULL::VARCHAR";
      case PAID_UNTIL -> timeText(name, type);
      case ATTRIBUTES -> attributes(type, unknown);
      case SOURCE, CREATOR -> options.orDefault(column, text(name, type));
      case CURRENCY -> currency(name, types, options);
      case RAW -> "NULL::VARCHAR";
      case ERROR_FIELD -> error(types, ErrorPart.FIELD);
      case ERROR_VALUE -> error(types, ErrorPart.VALUE);
      case ERROR_REASON -> error(types, ErrorPart.REASON);
      default -> column.sqlType().equals("VARCHAR") ? text(name, type) : typed(column, name, type);
    };
  }

  private static String text(String name, String type) {
    if (type.isEmpty()) {
      return "NULL::VARCHAR";
    }
    return type.equals("VARCHAR") ? name : "CAST(" + name + " AS VARCHAR)";
  }

  private static String typed(StageColumn column, String name, String type) {
    if (type.isEmpty()) {
      return "NULL::" + column.sqlType();
    }
    return type.equals(column.sqlType())
        ? name
        : "TRY_CAST(" + name + " AS " + column.sqlType() + ")";
  }

  private static String time(String name, String type) {
    if (type.isEmpty()) {
      return "NULL::TIMESTAMP";
    }
    if (type.equals("VARCHAR")) {
      return SqlTime.ofText(name);
    }
    return type.equals("TIMESTAMP")
        ? name
        : type.equals("TIMESTAMP WITH TIME ZONE")
            ? SqlTime.ofZoned(name)
            : "TRY_CAST(" + name + " AS TIMESTAMP)";
  }

  /** As RFC 3339 text, which the log reads for every kind of file. */
  private static String timeText(String name, String type) {
    return type.startsWith("TIMESTAMP")
        ? "strftime(" + time(name, type) + ", '%Y-%m-%dT%H:%M:%S.%fZ')"
        : text(name, type);
  }

  private static String currency(String name, Map<String, String> types, ReadOptions options) {
    String own = text(name, types.getOrDefault("currency", ""));
    List<String> money = new ArrayList<>();
    for (String field : List.of("amount", "amount_minor")) {
      if (types.containsKey(field)) {
        money.add(SqlText.identifier(field) + " IS NOT NULL");
      }
    }
    if (options.currency().isEmpty() || money.isEmpty()) {
      return own;
    }
    return "CASE WHEN %1$s IS NULL AND (%2$s) THEN %3$s ELSE %1$s END"
        .formatted(own, String.join(" OR ", money), SqlText.literal(options.currency().get()));
  }

  private static String attributes(String type, List<String> unknown) {
    String own = type.isEmpty() ? "NULL::VARCHAR" : text("attributes", type);
    if (!type.isEmpty() && !type.equals("VARCHAR")) {
      own = "CAST(to_json(attributes) AS VARCHAR)";
    }
    if (unknown.isEmpty()) {
      return own;
    }
    String further =
        unknown.stream()
            .map(name -> SqlText.identifier(name) + " := " + SqlText.identifier(name))
            .collect(
                Collectors.joining(", ", "json_merge_patch('{}', to_json(struct_pack(", ")))"));
    return type.isEmpty()
        ? "nullif(CAST(" + further + " AS VARCHAR), '{}')"
        : SqlTemplate.named("duckdb/file/merged_attributes")
            .with("further", further)
            .with("own", own)
            .sql();
  }

  private enum ErrorPart {
    FIELD,
    VALUE,
    REASON
  }

  /** Rejects what a cast lost; without casts there is nothing to compute. */
  private static String error(Map<String, String> types, ErrorPart part) {
    StringBuilder sql = new StringBuilder();
    for (StageColumn column : StageColumn.values()) {
      String type = types.getOrDefault(column.field(), "");
      boolean casts =
          column.isField()
              && column != StageColumn.TIME
              && !type.isEmpty()
              && !column.sqlType().equals("VARCHAR")
              && !type.equals(column.sqlType());
      if (casts) {
        String name = SqlText.identifier(column.field());
        sql.append(" WHEN ").append(name).append(" IS NOT NULL AND TRY_CAST(").append(name);
        sql.append(" AS ").append(column.sqlType()).append(") IS NULL THEN ");
        sql.append(
            switch (part) {
              case FIELD -> SqlText.literal(column.field());
              case VALUE -> "CAST(" + name + " AS VARCHAR)";
              case REASON -> "'is no " + column.sqlType() + "'";
            });
      }
    }
    return sql.isEmpty() ? "NULL::VARCHAR" : "CASE" + sql + " END";
  }
}
