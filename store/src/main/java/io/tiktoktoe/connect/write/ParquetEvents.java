package io.tiktoktoe.connect.write;

import io.tiktoktoe.sql.EngineFiles;
import io.tiktoktoe.sql.EngineStart;
import io.tiktoktoe.sql.SqlTemplate;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.jspecify.annotations.Nullable;

/**
 * Events as Parquet, through one {@code COPY} of an in-memory DuckDB that pulls batches from a
 * bounded queue while the caller makes the next ones. Holds a few batches and one row group.
 */
public final class ParquetEvents implements EventSink {

  /** Rows a batch: DuckDB's vector size. */
  private static final int BATCH_ROWS = 2048;

  private static final int BATCHES_WAITING = 8;
  private static final long PATIENCE_MS = 100;

  private static final EventRow[] LAST = {};

  private final BlockingQueue<EventRow[]> batches = new ArrayBlockingQueue<>(BATCHES_WAITING);
  private final Connection connection;
  private final Thread copying;
  private volatile @Nullable Throwable failure;
  private EventRow[] batch = new EventRow[BATCH_ROWS];
  private int filled;
  private boolean finished;

  private ParquetEvents(Path file) throws SQLException {
    // One thread: with more the caller's thread spins while another waits for the next batch.
    connection = EngineStart.inMemory();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET threads = 1");
      statement.execute("SET temp_directory = ''");
    }
    try (DuckDBTableFunctionBuilder function = DuckDBFunctions.tableFunction()) {
      function.withName("event_rows").withFunction(new Rows()).register(connection);
    }
    copying = Thread.ofPlatform().name("parquet-writer").daemon().unstarted(() -> copy(file));
  }

  public static ParquetEvents create(Path file) throws IOException {
    // Fails here, not after the first rows, when the place cannot be written.
    Files.newOutputStream(file).close();
    try {
      ParquetEvents events = new ParquetEvents(file);
      events.copying.start();
      return events;
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void copy(Path file) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          SqlTemplate.named("duckdb/file/write_parquet")
              .with("file", EngineFiles.written(file))
              .sql());
    } catch (SQLException | RuntimeException | Error e) {
      failure = e;
    }
  }

  @Override
  public void write(EventRow row) throws IOException {
    batch[filled++] = row;
    if (filled == BATCH_ROWS) {
      put(batch);
      batch = new EventRow[BATCH_ROWS];
      filled = 0;
    }
  }

  /** Waits for room, but not for a copy that has failed. */
  private void put(EventRow[] rows) throws IOException {
    try {
      while (!batches.offer(rows, PATIENCE_MS, TimeUnit.MILLISECONDS)) {
        throwFailure();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("writing was interrupted").initCause(e);
    }
    throwFailure();
  }

  private void throwFailure() throws IOException {
    Throwable failed = failure;
    if (failed != null) {
      throw new IOException(failed.getMessage(), failed);
    }
  }

  @Override
  public void finish() throws IOException {
    if (filled > 0) {
      put(java.util.Arrays.copyOf(batch, filled));
      filled = 0;
    }
    put(LAST);
    finished = true;
    try {
      copying.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("writing was interrupted").initCause(e);
    }
    throwFailure();
  }

  @Override
  public void release() throws IOException {
    try {
      if (!finished) {
        // The copy must see an end before its connection can be closed.
        while (copying.isAlive()) {
          batches.clear();
          batches.add(LAST);
          copying.join(PATIENCE_MS);
        }
      }
      connection.close();
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Gives DuckDB the batches as rows of the native columns. */
  private final class Rows implements DuckDBTableFunction<String, String, String> {

    private boolean ended;

    @Override
    public String bind(DuckDBTableFunctionBindInfo info) {
      for (ParquetColumn column : ParquetColumn.values()) {
        info.addResultColumn(column.sqlName(), column.type());
      }
      return "";
    }

    @Override
    public String init(DuckDBTableFunctionInitInfo info) {
      info.setMaxThreads(1);
      return "";
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk)
        throws InterruptedException {
      if (ended) {
        return 0;
      }
      EventRow[] rows = batches.take();
      if (rows.length == 0) {
        ended = true;
        return 0;
      }
      for (ParquetColumn column : ParquetColumn.values()) {
        column.fill(chunk.vector(column.ordinal()), rows);
      }
      return rows.length;
    }
  }
}
