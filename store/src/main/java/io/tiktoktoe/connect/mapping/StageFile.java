package io.tiktoktoe.connect.mapping;

import io.tiktoktoe.file.NamedOutput;
import io.tiktoktoe.file.WrongValueException;
import io.tiktoktoe.sql.EngineFiles;
import io.tiktoktoe.sql.SqlTemplate;
import io.tiktoktoe.sql.SqlText;
import io.tiktoktoe.stage.StageColumn;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Mapped events on their way to the event log: a private temporary CSV of the stage's columns. */
public final class StageFile implements AutoCloseable {

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Path path;
  private final BufferedWriter writer;
  private long line;

  private StageFile(Path path) throws IOException {
    this.path = path;
    this.writer =
        new BufferedWriter(new OutputStreamWriter(NamedOutput.to(path), StandardCharsets.UTF_8));
  }

  /** Written into {@code path}, which is there and empty. */
  public static StageFile in(Path path) throws IOException {
    return new StageFile(path);
  }

  /** Where it lies. */
  public Path path() {
    return path;
  }

  /**
   * Writes one event. Its line is that of its row, or the next free one when a row gives several:
   * the log wants every line once.
   */
  void write(long row, Map<StageColumn, String> event) throws IOException {
    line = Math.max(line + 1, row);
    Map<StageColumn, String> all = new EnumMap<>(event);
    all.put(StageColumn.LINE, Long.toString(line));
    StringBuilder text = new StringBuilder();
    for (StageColumn column : StageColumn.values()) {
      if (column != StageColumn.LINE) {
        text.append(',');
      }
      String value = all.getOrDefault(column, "");
      if (!value.isEmpty()) {
        text.append('"').append(typed(column, value).replace("\"", "\"\"")).append('"');
      }
    }
    writer.append(text).append('\n');
  }

  private static String typed(StageColumn column, String value) {
    return column == StageColumn.TIME
        ? TIMESTAMP.format(Instant.parse(value))
        : value.indexOf('\0') < 0 ? value : value.replace("\0", "");
  }

  /**
   * Checks that {@code value} is what its column holds, in the form that is written.
   *
   * @throws WrongValueException if it is not
   */
  static String checked(StageColumn column, String value) {
    return switch (column.sqlType()) {
      case "BIGINT" -> NumberFunctions.whole(NumberFunctions.plain(value), value);
      case "DOUBLE" -> Double.toString(NumberFunctions.plain(value).doubleValue());
      case "BOOLEAN" ->
          switch (Texts.fold(value)) {
            case "true", "yes", "1" -> "true";
            case "false", "no", "0" -> "false";
            default -> throw new WrongValueException(value, "must be true or false");
          };
      case "TIMESTAMP" -> time(value);
      default -> value;
    };
  }

  private static String time(String value) {
    try {
      Instant time = Instant.parse(value);
      int year = time.atOffset(ZoneOffset.UTC).getYear();
      if (year < 1 || year > 9999) {
        throw new WrongValueException(value, "is no time of this age");
      }
      return value;
    } catch (DateTimeException e) {
      throw new WrongValueException(value, "is not a time: map it with time(column)");
    }
  }

  /** The SELECT that reads it. */
  public String select() {
    String columns =
        Arrays.stream(StageColumn.values())
            .map(
                column ->
                    SqlText.literal(column.sqlName()) + ": " + SqlText.literal(column.sqlType()))
            .collect(Collectors.joining(", ", "{", "}"));
    return SqlTemplate.named("duckdb/file/stage_file")
        .with("file", EngineFiles.readable(path))
        .with("columns", columns)
        .sql();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
