package io.tiktoktoe.store.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What every engine, embedded or clustered, can do: run SQL, apply a function per key, write. The
 * SQL is the dialect that DuckDB and Spark share; both run in UTC. Thread safe: each call works on
 * its own connection or session.
 */
public interface Engine extends AutoCloseable {

  /** Runs a query and hands over its rows one at a time, in its order; holds one row in memory. */
  void query(Sql sql, Consumer<ResultRow> rows);

  /** Runs a query and collects its rows, mapped; for results that fit in memory. */
  default <T> List<T> rows(Sql sql, Function<ResultRow, T> mapper) {
    List<T> mapped = new ArrayList<>();
    query(sql, row -> mapped.add(mapper.apply(row)));
    return mapped;
  }

  /**
   * Runs a query whose columns are whole numbers without NULL and hands over its rows one at a time
   * in one array, which the next row overwrites: for many rows, several times as quick.
   */
  default void numbers(Sql sql, Consumer<long[]> rows) {
    query(sql, row -> rows.accept(row.names().stream().mapToLong(row::number).toArray()));
  }

  /**
   * Applies a function to all rows of each key, several keys at a time, and hands over the results
   * in the order of the query. The query must be ordered by the key; the rows of one key are held
   * in memory.
   */
  <T> void perKey(Sql sql, String key, Function<List<ResultRow>, T> function, Consumer<T> results);

  /** Writes a query's rows and says how many; a file appears whole or not at all. */
  long write(Sql source, Target target);

  @Override
  void close();
}
