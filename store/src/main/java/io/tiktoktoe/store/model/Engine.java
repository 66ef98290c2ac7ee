package io.tiktoktoe.store.model;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What every engine, embedded or clustered, can do: run SQL, apply a function per key, write. The
 * SQL is the dialect that DuckDB and Spark share; both run in UTC. Thread safe: each call works on
 * its own connection or session.
 */
public interface Engine extends Queries, AutoCloseable {

  /**
   * Reads that all see one and the same commit (snapshot isolation), whatever is written meanwhile.
   *
   * @param reading asks one query after the other, on the calling thread, and keeps nothing of what
   *     it is given
   */
  <T> T snapshot(Function<Queries, T> reading);

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
