package io.tiktoktoe.connect;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads native events, one JSON object a line, and CloudEvents with such an object as {@code data},
 * as one SQL text: each line is parsed once and a line that cannot be is rejected alone.
 */
final class JsonLines {

  /** Longest line that is read, in bytes: an event is a few hundred. */
  static final int MAX_LINE_BYTES = 1 << 20;

  /** Digits that a JSON number keeps on its way through binary floating point. */
  private static final int EXACT_DIGITS = 15;

  private static final List<StageColumn> FIELDS =
      Arrays.stream(StageColumn.values()).filter(StageColumn::isField).toList();

  private final boolean cloudEvents;

  private JsonLines(boolean cloudEvents) {
    this.cloudEvents = cloudEvents;
  }

  /** Lines that are events themselves. */
  static JsonLines ofEvents() {
    return new JsonLines(false);
  }

  /** Lines that are CloudEvents 1.0 with the event as {@code data}. */
  static JsonLines ofCloudEvents() {
    return new JsonLines(true);
  }

  /** The stage relation of {@code file}; {@code strict} refuses unknown fields. */
  String select(Path file, String compression, ReadOptions options) {
    return SqlTemplate.named("lines")
        .with("file", Sql.literal(file))
        .with("compression", Sql.literal(compression))
        .with("structure", Sql.literal(structure()))
        .with("columns", columns(options))
        .with("known", known())
        .with("object", cloudEvents ? "json_extract(raw, '$.data')" : "raw")
        .with("without_known", Sql.literal(withoutKnown()))
        .with("strict", options.strict() ? "TRUE" : "FALSE")
        .with("max_line", Integer.toString(MAX_LINE_BYTES))
        .with("wrong_field", wrongField())
        .with("value", wrongValue())
        .with("reason", reason())
        .sql();
  }

  private String structure() {
    String fields =
        FIELDS.stream()
            .map(column -> "\"" + column.field() + "\":\"VARCHAR\"")
            .collect(Collectors.joining(","));
    return cloudEvents
        ? "{\"id\":\"VARCHAR\",\"source\":\"VARCHAR\",\"type\":\"VARCHAR\",\"time\":\"VARCHAR\","
            + "\"data\":{"
            + fields
            + "}}"
        : "{" + fields + "}";
  }

  private static String withoutKnown() {
    return FIELDS.stream()
        .map(column -> "\"" + column.field() + "\":null")
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** The field's text in the parsed line; a CloudEvent's envelope fills what its data lack. */
  private String field(StageColumn column) {
    String own = "s." + (cloudEvents ? "data." : "") + Sql.identifier(column.field());
    if (!cloudEvents) {
      return own;
    }
    return switch (column) {
      case ID, SOURCE, TIME -> "coalesce(%s, s.%s)".formatted(own, column.field());
      case TYPE ->
          "coalesce(%s, CASE WHEN starts_with(s.type, 'io.tiktoktoe.') THEN substr(s.type, 14)"
                  .formatted(own)
              + " ELSE s.type END)";
      default -> own;
    };
  }

  private String known() {
    return FIELDS.stream()
        .map(
            column ->
                "(s.%s%s IS NOT NULL)::INT"
                    .formatted(cloudEvents ? "data." : "", Sql.identifier(column.field())))
        .collect(Collectors.joining(" + ", "(", ")"));
  }

  private String columns(ReadOptions options) {
    return Arrays.stream(StageColumn.values())
        .filter(column -> !column.name().startsWith("ERROR") && column != StageColumn.RAW)
        .map(column -> column(column, options) + " AS " + column.sqlName())
        .collect(Collectors.joining(",\n  "));
  }

  private String column(StageColumn column, ReadOptions options) {
    String time = field(StageColumn.TIME);
    return switch (column) {
      case LINE -> "line";
      case TIME -> SqlTime.ofText(time);
      case TIME_TEXT -> "CASE WHEN " + SqlTime.ofText(time) + " IS NULL THEN " + time + " END";
      case ATTRIBUTES ->
          ("CASE WHEN %1$s IS NULL THEN unknown_fields WHEN unknown_fields IS NULL THEN %1$s"
                  + " ELSE json_merge_patch(unknown_fields, TRY(CAST(%1$s AS JSON)))::VARCHAR END")
              .formatted(field(column));
      case SOURCE, CREATOR -> options.orDefault(column, field(column));
      case CURRENCY -> currency(options, field(column));
      default ->
          column.sqlType().equals("VARCHAR")
              ? field(column)
              : "TRY_CAST(%s AS %s)".formatted(field(column), column.sqlType());
    };
  }

  /** The default currency only where there is money. */
  private String currency(ReadOptions options, String own) {
    return options
        .currency()
        .map(
            code ->
                "CASE WHEN %1$s IS NULL AND (%2$s IS NOT NULL OR %3$s IS NOT NULL) THEN %4$s ELSE %1$s END"
                    .formatted(
                        own,
                        field(StageColumn.AMOUNT_TEXT),
                        field(StageColumn.AMOUNT_MINOR),
                        Sql.literal(code)))
        .orElse(own);
  }

  /** The first field whose value cannot be read as what it must be, or NULL. */
  private String wrongField() {
    StringBuilder sql = new StringBuilder("CASE");
    for (StageColumn column : FIELDS) {
      String text = field(column);
      String wrong =
          switch (column) {
            case TIME, SOURCE, TYPE -> "";
            case ID, CREATOR, FAN, CONTENT, PRODUCT, REFERS_TO ->
                lazy(
                        "left(%1$s, 1) IN ('{', '[')",
                        "json_type(%2$s, '$.%3$s') IN ('OBJECT', 'ARRAY')")
                    .formatted(text, object(), column.field());
            case AMOUNT_TEXT, FEE_TEXT, TAX_TEXT ->
                lazy("length(%1$s) > %2$d", "json_type(%3$s, '$.%4$s') <> 'VARCHAR'")
                    .formatted(text, EXACT_DIGITS, object(), column.field());
            case ATTRIBUTES ->
                lazy("%1$s IS NOT NULL", "json_type(%2$s, '$.attributes') <> 'OBJECT'")
                    .formatted(text, object());
            default ->
                column.sqlType().equals("VARCHAR")
                    ? ""
                    : "%1$s IS NOT NULL AND TRY_CAST(%1$s AS %2$s) IS NULL"
                        .formatted(text, column.sqlType());
          };
      if (!wrong.isEmpty()) {
        sql.append("\n      WHEN ").append(wrong).append(" THEN '").append(column.field());
        sql.append('\'');
      }
    }
    return sql.append(" END").toString();
  }

  /**
   * {@code AND} computes both sides for every row, {@code CASE} the second only where it counts.
   */
  private static String lazy(String cheap, String costly) {
    return "CASE WHEN " + cheap + " THEN " + costly + " END";
  }

  private String wrongValue() {
    return FIELDS.stream()
        .map(column -> "WHEN '" + column.field() + "' THEN " + field(column))
        .collect(Collectors.joining(" ", "CASE wrong_field ", " END"));
  }

  private String object() {
    return cloudEvents ? "json_extract(raw, '$.data')" : "raw";
  }

  private static String reason() {
    return """
    CASE wrong_field
      WHEN 'attributes' THEN 'must be an object'
      WHEN 'completed' THEN 'must be true or false'
      WHEN 'value' THEN 'must be a number'
      WHEN 'amount' THEN 'has more than 15 digits as a number: send it as text'
      WHEN 'fee' THEN 'has more than 15 digits as a number: send it as text'
      WHEN 'tax' THEN 'has more than 15 digits as a number: send it as text'
      WHEN 'id' THEN 'must be text'
      WHEN 'creator' THEN 'must be text'
      WHEN 'fan' THEN 'must be text'
      WHEN 'content' THEN 'must be text'
      WHEN 'product' THEN 'must be text'
      WHEN 'refers_to' THEN 'must be text'
      ELSE 'must be a whole number' END\
    """;
  }
}
