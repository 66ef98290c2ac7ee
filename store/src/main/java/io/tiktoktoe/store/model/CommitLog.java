package io.tiktoktoe.store.model;

import java.time.Instant;
import java.util.Optional;

/**
 * Commit log of a store: what may be known of when it was fed, whatever was in it.
 *
 * @param newest number of the newest commit; 0 before the first
 * @param first when the oldest commit that stands was made; empty without any
 * @param last when the newest was made
 */
public record CommitLog(long newest, Optional<Instant> first, Optional<Instant> last) {

  /** Reads it. */
  public static CommitLog read(Queries queries) {
    return queries.rows(Sql.file("shared/platform/commits"), CommitLog::of).getFirst();
  }

  private static CommitLog of(ResultRow row) {
    return row.isNull("first")
        ? new CommitLog(0, Optional.empty(), Optional.empty())
        : new CommitLog(
            row.number("newest"),
            Optional.of(row.instant("first")),
            Optional.of(row.instant("last")));
  }
}
