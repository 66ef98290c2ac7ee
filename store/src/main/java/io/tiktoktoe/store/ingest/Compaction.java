package io.tiktoktoe.store.ingest;

import io.tiktoktoe.sql.SqlTemplate;
import io.tiktoktoe.store.engine.Writer;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.work.Progress;
import java.sql.SQLException;

/**
 * Keeps reports quick: sorts by creator and time and merges the rollups' additions. Each kind is
 * one transaction, so a killed process leaves the old order or the new one, with the same sums.
 */
public final class Compaction {

  /** Fewer additions are read in a few milliseconds wherever they lie. */
  static final long LEAST_ADDITIONS = 50_000;

  /** Additions are merged once they are this part of what is sorted: the cost stays linear. */
  private static final long PART = 4;

  /** A creator's rows lie together in each sorted run; a report reads one place in each. */
  private static final long RUNS = 16;

  private final Writer writer;

  public Compaction(Writer writer) {
    this.writer = writer;
  }

  /** Sorts the events that came since the last time and merges every rollup. */
  public void all() {
    writer.transaction(
        session -> {
          session.run(SqlTemplate.text("duckdb/compact/events"));
          mergeRevenue(session);
          return true;
        });
    checkpoint();
  }

  /**
   * Merges the revenue rollup when enough was added to slow reports down. Large chunks add sorted
   * runs, which need no merge before there are many of them. What was taken in before is stored
   * already, so a failure here is none of its own: the next batch tries again, and says so if the
   * store cannot be written.
   *
   * @throws java.util.concurrent.CancellationException if the progress cancels
   */
  public void whenDue(Progress progress) {
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
  public void revenue() {
    writer.transaction(
        session -> {
          mergeRevenue(session);
          return true;
        });
    checkpoint();
  }

  static void mergeRevenue(Writer.Session session) throws SQLException {
    session.run(SqlTemplate.text("duckdb/compact/revenue"));
    session.run(SqlTemplate.text("duckdb/compact/merged"));
  }

  private static boolean isDue(Writer.Session session) throws SQLException {
    long[] state = session.numbers(SqlTemplate.text("duckdb/compact/state"));
    long merged = state[1];
    long runs = state[2];
    long inRuns = state[3];
    long additions = state[0] - merged - inRuns;
    return additions >= LEAST_ADDITIONS && additions * PART >= merged + inRuns
        || runs >= RUNS && 2 * inRuns >= merged;
  }

  /** Moves the log into the file. */
  public void checkpoint() {
    writer.exclusively(
        session -> {
          session.run("CHECKPOINT");
          return true;
        });
  }
}
