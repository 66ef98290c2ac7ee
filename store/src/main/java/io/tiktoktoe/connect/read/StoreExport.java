package io.tiktoktoe.connect.read;

import io.tiktoktoe.connect.file.Format;
import io.tiktoktoe.connect.mapping.ColumnNames;
import io.tiktoktoe.connect.mapping.Expression;
import io.tiktoktoe.connect.mapping.Expression.Call;
import io.tiktoktoe.connect.mapping.Expression.Column;
import io.tiktoktoe.connect.mapping.Expression.Constant;
import io.tiktoktoe.connect.mapping.FormatFile;
import io.tiktoktoe.connect.mapping.FormatFile.EventRule;
import io.tiktoktoe.connect.mapping.Function;
import io.tiktoktoe.sql.SqlTemplate;
import io.tiktoktoe.sql.SqlText;
import io.tiktoktoe.stage.StageColumn;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Events that a store exported, on their way back into one. Their ids and those that they refer to
 * are the store's own and stay so, as does the number of a fan whose name is gone; behind the id of
 * a sale stands the stream in which it was. What the store derives itself is left out.
 */
public final class StoreExport {

  /** Columns of {@code current_events} that no other table has together. */
  private static final Set<String> ALWAYS_THERE =
      Set.of("id", "time", "type", "source", "creator", "recorded_in");

  /** What the store makes of the others. */
  private static final Set<String> DERIVED =
      Set.of(
          "stream",
          "gifted",
          "won",
          "undone_fee_minor",
          "undone_tax_minor",
          "recorded_in",
          "superseded_in",
          "unnamed_fan");

  /** Stands before what is a key of the store already, as in sql/ingest/macros.sql. */
  private static final String MARK = "\u001fsealed";

  private StoreExport() {}

  /** Whether a file with these columns, or a first object with these members, is one. */
  public static boolean isOne(Collection<String> columns) {
    return columns.containsAll(ALWAYS_THERE);
  }

  /** Whether the store makes this column itself, so that it is no attribute either. */
  static boolean isDerived(String column) {
    return DERIVED.contains(column);
  }

  /** How lines of an export are read: those of CSV, or of NDJSON. */
  public static FormatFile format(boolean json) {
    Map<StageColumn, Expression> fields = new EnumMap<>(StageColumn.class);
    for (StageColumn column : StageColumn.values()) {
      if (column.isField()) {
        fields.put(column, field(column, json));
      }
    }
    return new FormatFile(
        Format.STORE_EXPORT.name(),
        Format.STORE_EXPORT.title(),
        json,
        new ColumnNames(Map.of()),
        List.of(),
        false,
        Map.of(),
        Map.of(),
        Set.of(),
        Optional.empty(),
        List.of(new EventRule("event", EventRule.ALWAYS, fields, Map.of())));
  }

  private static Expression field(StageColumn column, boolean json) {
    Expression own = new Column(column.field());
    return switch (column) {
      case ID -> sealed(own, own);
      case REFERS_TO -> sealed(own, own, new Column("stream"));
      case TIME, PAID_UNTIL -> new Call(Function.TIME, List.of(own));
      case FAN -> {
        Expression number = new Column("unnamed_fan");
        yield new Call(Function.FIRST, List.of(text(own, json), sealed(number, number)));
      }
      default -> column.sqlType().equals("VARCHAR") ? text(own, json) : own;
    };
  }

  /** In CSV an apostrophe stands before what a spreadsheet would run, and before another one. */
  private static Expression text(Expression own, boolean json) {
    Expression shorter = new Call(Function.AFTER, List.of(own, new Constant("'")));
    return json ? own : new Call(Function.FIRST, List.of(shorter, own));
  }

  private static Expression sealed(Expression present, Expression first, Expression... further) {
    List<Expression> parts =
        Stream.concat(Stream.of(new Constant(MARK), first), Arrays.stream(further)).toList();
    return new Call(Function.IF, List.of(present, new Call(Function.JOIN, parts)));
  }

  /** The same of a column of Parquet: an id, a reference, or a fan. */
  static String sealed(StageColumn column, Set<String> columns) {
    String name = SqlText.identifier(column.field());
    String mark = SqlText.literal(MARK + ":");
    return switch (column) {
      case REFERS_TO ->
          columns.contains("stream")
              ? SqlTemplate.named("duckdb/file/exported_reference")
                  .with("id", name)
                  .with("mark", mark)
                  .sql()
              : "%s || %s::VARCHAR".formatted(mark, name);
      case FAN ->
          columns.contains("unnamed_fan")
              ? "coalesce(%s, %s || unnamed_fan::VARCHAR)".formatted(name, mark)
              : name;
      default -> "%s || %s::VARCHAR".formatted(mark, name);
    };
  }
}
