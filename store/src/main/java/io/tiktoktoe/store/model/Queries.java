package io.tiktoktoe.store.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs queries: of an engine as its tables are at each, of a snapshot as they were at the first.
 */
public interface Queries {

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
}
