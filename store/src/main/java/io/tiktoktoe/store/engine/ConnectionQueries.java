package io.tiktoktoe.store.engine;

import io.tiktoktoe.store.model.Queries;
import io.tiktoktoe.store.model.ResultRow;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.work.Cancellation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Queries on one connection, one after the other; whoever gave the connection closes it. */
record ConnectionQueries(Connection connection, StoreFailures failures, Cancellation cancellation)
    implements Queries {

  @Override
  public void query(Sql sql, Consumer<ResultRow> rows) {
    read(
        sql,
        result -> {
          Map<String, Integer> columns = columns(result.getMetaData());
          while (result.next()) {
            cancellation.check();
            @Nullable Object[] values = new @Nullable Object[columns.size()];
            for (int i = 0; i < values.length; i++) {
              values[i] = result.getObject(i + 1);
            }
            rows.accept(new ResultRow(columns, values));
          }
        });
  }

  @Override
  public void numbers(Sql sql, Consumer<long[]> rows) {
    read(
        sql,
        result -> {
          long[] numbers = new long[result.getMetaData().getColumnCount()];
          while (result.next()) {
            cancellation.check();
            for (int i = 0; i < numbers.length; i++) {
              numbers[i] = result.getLong(i + 1);
            }
            rows.accept(numbers);
          }
        });
  }

  /** What is done with a result. */
  @FunctionalInterface
  private interface Reading {
    void of(ResultSet result) throws SQLException;
  }

  private void read(Sql sql, Reading reading) {
    try (PreparedStatement statement = prepare(connection, sql)) {
      cancellation.execute(
          statement::cancel,
          () -> {
            try (ResultSet result = statement.executeQuery()) {
              reading.of(result);
            }
            return true;
          });
      // A result may end early, without an error, when it is cancelled.
      cancellation.check();
    } catch (SQLException e) {
      throw failures.translate(e);
    }
  }

  static PreparedStatement prepare(Connection connection, Sql sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql.text());
    for (int i = 0; i < sql.parameters().size(); i++) {
      statement.setObject(i + 1, sql.parameters().get(i));
    }
    return statement;
  }

  private static Map<String, Integer> columns(ResultSetMetaData meta) throws SQLException {
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      columns.put(meta.getColumnLabel(i), i - 1);
    }
    return columns;
  }
}
