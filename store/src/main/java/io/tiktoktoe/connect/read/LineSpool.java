package io.tiktoktoe.connect.read;

import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.sql.EngineFiles;
import io.tiktoktoe.sql.EngineStart;
import io.tiktoktoe.sql.SqlTemplate;
import io.tiktoktoe.sql.SqlTime;
import io.tiktoktoe.stage.StageBatch;
import io.tiktoktoe.stage.StageColumn;
import io.tiktoktoe.text.EngineCopy;
import io.tiktoktoe.work.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.jspecify.annotations.Nullable;

/**
 * Lines of JSON as a private temporary Parquet file of the stage's columns, written by one {@code
 * COPY} of an in-memory engine that pulls the parsed rows. Their original text stays where it is.
 */
public final class LineSpool {

  private LineSpool() {}

  /** Parses all of {@code stream} into {@code file}, which is there and empty. */
  public static void write(InputStream stream, Path file, boolean cloudEvents, ReadOptions options)
      throws IOException {
    try (JsonLines lines = new JsonLines(new LineReader(stream), cloudEvents, options)) {
      copy(new Rows(lines), file, options.cancellation());
    }
  }

  private static void copy(Rows rows, Path file, Cancellation cancellation) throws IOException {
    // One thread keeps the rows in order while their order need not be kept, which bounds memory.
    try (Connection connection = EngineStart.inMemory();
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads = 1");
      statement.execute("SET preserve_insertion_order = false");
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute("SET temp_directory = ''");
      try (DuckDBTableFunctionBuilder function = DuckDBFunctions.tableFunction()) {
        function.withName("event_lines").withFunction(rows).register(connection);
      }
      String sql =
          SqlTemplate.named("duckdb/file/write_lines")
              .with("columns", columns())
              .with("file", EngineFiles.written(file))
              .sql();
      cancellation.execute(statement::cancel, () -> statement.execute(sql));
    } catch (SQLException e) {
      rows.throwFailure();
      throw EngineCopy.notWritten(file, e);
    }
  }

  private static String columns() {
    return Arrays.stream(StageColumn.values())
        .map(column -> column(column) + " AS " + column.sqlName())
        .collect(Collectors.joining(",\n    "));
  }

  private static String column(StageColumn column) {
    String odd = SqlTime.ofText("time_text");
    return switch (column) {
      case TIME -> "coalesce(make_timestamp(time), " + odd + ")";
      case TIME_TEXT -> "CASE WHEN " + odd + " IS NULL THEN time_text END";
      case COMPLETED -> "completed = 1";
      default -> column.sqlName();
    };
  }

  /** The SELECT that reads the file. */
  public static String select(Path file) {
    return "SELECT * FROM " + EngineFiles.parquet(file);
  }

  /** Gives the engine the parsed lines; keeps what went wrong, which the engine would only tell. */
  private static final class Rows implements DuckDBTableFunction<String, String, String> {

    private final JsonLines lines;
    private final StageBatch batch = new StageBatch();
    private Optional<Throwable> failure = Optional.empty();

    Rows(JsonLines lines) {
      this.lines = lines;
    }

    @Override
    public String bind(DuckDBTableFunctionBindInfo info) {
      StageBatch.declare(info);
      return "";
    }

    @Override
    public String init(DuckDBTableFunctionInitInfo info) {
      info.setMaxThreads(1);
      return "";
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk)
        throws IOException {
      try {
        lines.read(batch);
        return batch.give(chunk);
      } catch (IOException | RuntimeException | Error e) {
        failure = Optional.of(e);
        throw e;
      }
    }

    void throwFailure() throws IOException {
      @Nullable Throwable thrown = failure.orElse(null);
      switch (thrown) {
        case null -> {}
        case IOException e -> throw e;
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        default -> throw new IOException(thrown);
      }
    }
  }
}
