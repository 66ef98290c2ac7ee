package io.tiktoktoe.store.engine;

import io.tiktoktoe.sql.EngineFiles;
import io.tiktoktoe.store.model.Engine;
import io.tiktoktoe.store.model.Queries;
import io.tiktoktoe.store.model.ResultRow;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.store.model.Target;
import io.tiktoktoe.work.Cancellation;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.duckdb.DuckDBConnection;

/** The embedded engine: DuckDB in this process, each call on a connection of its own. */
public final class DuckDbEngine implements Engine {

  /** Keys that are worked on at the same time. */
  private static final int KEYS_AT_ONCE = 64;

  private final DuckDBConnection root;
  private final StoreFailures failures;
  private final Cancellation cancellation;

  public DuckDbEngine(DuckDBConnection root, StoreFailures failures, Cancellation cancellation) {
    this.root = root;
    this.failures = failures;
    this.cancellation = cancellation;
  }

  /** Stops what runs here. */
  public Cancellation cancellation() {
    return cancellation;
  }

  /** Says what an error of the engine means. */
  public StoreFailures failures() {
    return failures;
  }

  /** A further connection to the same database; the caller closes it. */
  public Connection connect() {
    try {
      return root.duplicate();
    } catch (SQLException e) {
      throw failures.translate(e);
    }
  }

  @Override
  public void query(Sql sql, Consumer<ResultRow> rows) {
    connected(queries -> queries.query(sql, rows));
  }

  @Override
  public void numbers(Sql sql, Consumer<long[]> rows) {
    connected(queries -> queries.numbers(sql, rows));
  }

  private void connected(Consumer<Queries> reading) {
    try (Connection connection = connect()) {
      reading.accept(new ConnectionQueries(connection, failures, cancellation));
    } catch (SQLException e) {
      throw failures.translate(e);
    }
  }

  @Override
  public <T> T snapshot(Function<Queries, T> reading) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("BEGIN TRANSACTION READ ONLY");
      // Closing the connection ends the transaction, which has nothing to commit.
      return reading.apply(new ConnectionQueries(connection, failures, cancellation));
    } catch (SQLException e) {
      throw failures.translate(e);
    }
  }

  @Override
  public <T> void perKey(
      Sql sql, String key, Function<List<ResultRow>, T> function, Consumer<T> results) {
    List<List<ResultRow>> groups = new ArrayList<>();
    query(
        sql,
        row -> {
          boolean same =
              !groups.isEmpty()
                  && Objects.equals(groups.getLast().getFirst().text(key), row.text(key));
          if (!same) {
            if (groups.size() == KEYS_AT_ONCE) {
              apply(groups, function, results);
              groups.clear();
            }
            groups.add(new ArrayList<>());
          }
          groups.getLast().add(row);
        });
    apply(groups, function, results);
  }

  private static <T> void apply(
      List<List<ResultRow>> groups, Function<List<ResultRow>, T> function, Consumer<T> results) {
    groups.parallelStream().map(function).forEachOrdered(results);
  }

  @Override
  public long write(Sql source, Target target) {
    return switch (target) {
      case Target.Table(String name) -> writeTable(source, name);
      case Target.File(Path path, Target.Format format) -> writeFile(source, path, format);
    };
  }

  private long writeTable(Sql source, String name) {
    Sql create =
        new Sql("CREATE OR REPLACE TABLE " + name + " AS " + source.text(), source.parameters());
    try {
      Writer.keepPrivate(NewStore.log(failures.file()));
      update(create);
    } catch (SQLException e) {
      throw failures.translate(e);
    }
    return rows(Sql.of("SELECT count(*) AS n FROM " + name), row -> row.number("n")).getFirst();
  }

  private long writeFile(Sql source, Path path, Target.Format format) {
    try (FileInPlace file = FileInPlace.of(path)) {
      String options =
          switch (format) {
            case CSV -> "FORMAT csv, HEADER";
            case NDJSON -> "FORMAT json";
            case PARQUET -> "FORMAT parquet, COMPRESSION zstd";
          };
      file.make();
      // Into the file that was made for its owner alone, not into another that replaces it.
      String copy =
          "COPY (%s) TO %s (%s, USE_TMP_FILE false)"
              .formatted(source.text(), EngineFiles.written(file.temporary()), options);
      long rows = update(new Sql(copy, source.parameters()));
      file.commit();
      return rows;
    } catch (SQLException e) {
      throw failures.exporting(path, e);
    }
  }

  /** Runs a statement and says how many rows it touched. */
  private long update(Sql sql) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement statement = ConnectionQueries.prepare(connection, sql)) {
      return cancellation.execute(statement::cancel, statement::executeLargeUpdate);
    }
  }

  @Override
  public void close() {
    try (Statement statement = root.createStatement()) {
      statement.execute("CHECKPOINT");
    } catch (SQLException e) {
      // The write-ahead log holds everything; the next opening replays it.
      failures.note(e);
    }
    try {
      root.close();
    } catch (SQLException e) {
      throw failures.translate(e);
    }
  }
}
