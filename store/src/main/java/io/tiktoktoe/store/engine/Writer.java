package io.tiktoktoe.store.engine;

import io.tiktoktoe.file.PrivateFiles;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.work.Cancellation;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The one connection that writes. Transactions are explicit: with auto-commit merely off, DuckDB's
 * appender commits each of its flushes by itself.
 */
public final class Writer implements AutoCloseable {

  private final Connection connection;
  private final Cancellation cancellation;
  private final StoreFailures failures;
  private final Path file;
  private final Path log;
  private final ReentrantLock lock = new ReentrantLock();

  public Writer(DuckDbEngine engine, StoreFailures failures, Path file) {
    this.connection = engine.connect();
    this.cancellation = engine.cancellation();
    this.failures = failures;
    this.file = file;
    this.log = NewStore.log(file);
  }

  /** Work on the connection. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Session session) throws SQLException;
  }

  /**
   * Runs work inside one transaction; when this returns, its changes are on disk. DuckDB forces its
   * write-ahead log, or the checkpoint that replaces it, before COMMIT returns.
   */
  public <T> T transaction(Work<T> work) {
    return exclusively(
        session -> {
          session.run("BEGIN TRANSACTION");
          try {
            T result = work.on(session);
            session.run("COMMIT");
            return result;
          } catch (SQLException | RuntimeException e) {
            rollBack(session, e);
            throw e;
          }
        });
  }

  /** Runs work while nobody else writes; the work opens its own transactions. */
  public <T> T exclusively(Work<T> work) {
    lock.lock();
    try {
      failures
          .broken()
          .ifPresent(
              why -> {
                throw new StoreException.WriteFailed(
                    file.toString(),
                    "it is read-only since an earlier write failed (" + why + ")",
                    new SQLException(why));
              });
      return work.on(new Session(connection, log, cancellation));
    } catch (SQLException e) {
      throw failures.translate(e);
    } finally {
      lock.unlock();
    }
  }

  /** The engine would make its log anew, after each checkpoint, readable by everybody. */
  static void keepPrivate(Path log) throws SQLException {
    try {
      PrivateFiles.ensure(log);
    } catch (IOException e) {
      throw new SQLException("Could not write file \"" + log + "\": " + e.getMessage(), e);
    }
  }

  private static void rollBack(Session session, Exception cause) {
    try {
      session.run("ROLLBACK");
    } catch (SQLException e) {
      // A failed COMMIT has rolled back already; either way nothing of the work is visible.
      cause.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      connection.close();
    } catch (SQLException e) {
      throw failures.translate(e);
    } finally {
      lock.unlock();
    }
  }

  /** The write connection during work. */
  public record Session(Connection connection, Path log, Cancellation cancellation) {

    /** Runs one or several statements; a statement closes after an error, so each has its own. */
    public void run(String sql) throws SQLException {
      if (sql.equals("COMMIT")) {
        keepPrivate(log);
      }
      try (Statement statement = connection.createStatement()) {
        if (isEnd(sql)) {
          statement.execute(sql);
        } else {
          cancellation.execute(statement::cancel, () -> statement.execute(sql));
        }
      }
    }

    /** Sets a variable of this session, whose value stands in no statement's text. */
    public void variable(String name, String value) throws SQLException {
      try (PreparedStatement statement =
          connection.prepareStatement("SET VARIABLE " + name + " = ?")) {
        statement.setString(1, value);
        statement.execute();
      }
    }

    /** The end of a transaction is not cancelled: it must be known which way it went. */
    private static boolean isEnd(String sql) {
      return sql.equals("COMMIT") || sql.equals("ROLLBACK");
    }

    /** Runs one statement and says how many rows it touched. */
    public long update(String sql) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        return cancellation.execute(statement::cancel, () -> statement.executeLargeUpdate(sql));
      }
    }

    /** The first row of a query as numbers; a NULL is 0. */
    public long[] numbers(String sql) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        return cancellation.execute(statement::cancel, () -> firstRow(statement, sql));
      }
    }

    /** The first column of a query as texts. */
    public List<String> texts(String sql) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        return cancellation.execute(statement::cancel, () -> firstColumn(statement, sql));
      }
    }

    private static List<String> firstColumn(Statement statement, String sql) throws SQLException {
      List<String> texts = new ArrayList<>();
      try (ResultSet result = statement.executeQuery(sql)) {
        while (result.next()) {
          texts.add(result.getString(1));
        }
      }
      return texts;
    }

    private static long[] firstRow(Statement statement, String sql) throws SQLException {
      try (ResultSet result = statement.executeQuery(sql)) {
        long[] numbers = new long[result.getMetaData().getColumnCount()];
        if (result.next()) {
          for (int i = 0; i < numbers.length; i++) {
            numbers[i] = result.getLong(i + 1);
          }
        }
        return numbers;
      }
    }
  }
}
