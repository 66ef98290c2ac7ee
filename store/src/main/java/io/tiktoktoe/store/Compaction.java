package io.tiktoktoe.store;

import io.tiktoktoe.metric.Progress;
import java.sql.SQLException;

/**
 * Keeps reports quick: sorts by creator and time and merges the rollups' additions. Each kind is
 * one transaction, so a killed process leaves the old order or the new one, with the same sums.
 */
final class Compaction {

  /** Fewer additions are read in a few milliseconds wherever they lie. */
  private static final long LEAST_ADDITIONS = 50_000;

  /** Additions are merged once they are this part of what is merged: the cost stays linear. */
  private static final long PART = 4;

  private final Writer writer;

  Compaction(Writer writer) {
    this.writer = writer;
  }

  /** Sorts the events that came since the last time and merges every rollup. */
  void all() {
    writer.transaction(
        session -> {
          session.run(Sql.resource("compact/events"));
          mergeRevenue(session);
          return true;
        });
    checkpoint();
  }

  /**
   * Merges the revenue rollup when enough was added to slow reports down; about a microsecond an
   * event. What was taken in before is stored already, so a failure here is none of its own: the
   * next batch tries again, and says so if the store cannot be written.
   *
   * @throws java.util.concurrent.CancellationException if the progress cancels
   */
  void whenDue(Progress progress) {
    if (!writer.exclusively(Compaction::isDue)) {
      return;
    }
    progress.report("sorting for reports", 0, -1);
    try {
      revenue();
    } catch (StoreException.WriteFailed e) {
      // Sums are right in either order; only reports are slower.
    }
  }

  /** Merges the revenue rollup. */
  void revenue() {
    writer.transaction(
        session -> {
          mergeRevenue(session);
          return true;
        });
    checkpoint();
  }

  private static void mergeRevenue(Writer.Session session) throws SQLException {
    session.run(Sql.resource("compact/revenue"));
    session.run(Sql.resource("compact/merged"));
  }

  private static boolean isDue(Writer.Session session) throws SQLException {
    long[] rows =
        session.numbers(
            "SELECT (SELECT count(*) FROM revenue_rollup), (SELECT coalesce(max(CAST(value AS"
                + " BIGINT)), 0) FROM store_info WHERE key = 'merged_rows')");
    long additions = rows[0] - rows[1];
    return additions >= LEAST_ADDITIONS && additions * PART >= rows[1];
  }

  private void checkpoint() {
    writer.exclusively(
        session -> {
          session.run("CHECKPOINT");
          return true;
        });
  }
}
