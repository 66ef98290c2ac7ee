package io.tiktoktoe.store;

import io.tiktoktoe.event.Event;
import io.tiktoktoe.stage.StageRelation;
import io.tiktoktoe.store.engine.Spool;
import io.tiktoktoe.store.engine.Writer;
import io.tiktoktoe.store.ingest.BatchName;
import io.tiktoktoe.store.ingest.Compaction;
import io.tiktoktoe.store.ingest.EventAppender;
import io.tiktoktoe.store.ingest.Ingestion;
import io.tiktoktoe.store.ingest.Replay;
import io.tiktoktoe.store.ingest.Undo;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.IngestReport;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.store.model.UndoReport;
import io.tiktoktoe.work.Cancellation;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * The log of what happened: durable, idempotent, one writer. An event counts once however often it
 * is delivered; what these methods report is on disk when they return.
 *
 * <p>Identity is (source, id). The same body again is a duplicate. Another body is a conflict and
 * the first is kept, except that an amount may be corrected by a later state (estimated, final,
 * paid) and an estimate by a newer estimate: then the newer version counts, the older stays as
 * history. An {@code ad.revenue} event may also replace an estimate by naming it in {@code
 * refers_to}. A reversal belongs to the stream of the sale it names, even if the sale comes later.
 */
public final class EventLog implements AutoCloseable {

  /**
   * Rows of one transaction: eight of DuckDB's row groups, large enough for bulk loading and small
   * enough to keep in memory.
   */
  static final int CHUNK_ROWS = 983_040;

  private final Writer writer;
  private final Spool spool;
  private final String salt;
  private final Compaction compaction;

  EventLog(Writer writer, Spool spool, String salt) {
    this.writer = writer;
    this.spool = spool;
    this.salt = salt;
    this.compaction = new Compaction(writer);
  }

  /**
   * Takes in everything that a reader gives, in transactions of {@value #CHUNK_ROWS} rows.
   *
   * <p>Cost: a few microseconds a row, and for each chunk one scan of the stored event ids.
   *
   * @throws StoreException if the store cannot be written; chunks before that are stored
   * @throws java.util.concurrent.CancellationException if the progress cancels, between chunks, or
   *     the call's or the store's {@link Cancellation} does, at any moment; chunks before that are
   *     stored
   */
  public IngestReport ingest(StageRelation relation, IngestOptions options) {
    return ingest(relation, options, CHUNK_ROWS);
  }

  /** The same with transactions of this many rows. */
  IngestReport ingest(StageRelation relation, IngestOptions options, int chunkRows) {
    IngestReport report =
        new Ingestion(writer, spool, salt, chunkRows).take(relation, kept(options));
    compaction.whenDue(options.progress());
    return report;
  }

  /** Takes in events that exist as objects. */
  public IngestReport append(List<Event> events, IngestOptions options) {
    IngestReport report =
        writer.exclusively(
            session -> {
              EventAppender.stage(session, events);
              return new Ingestion(writer, spool, salt, CHUNK_ROWS)
                  .take(session, EventAppender.RELATION, kept(options));
            });
    compaction.whenDue(options.progress());
    return report;
  }

  /**
   * Tries the rejects of a batch again, after what was wrong (a clock, a currency, strictness) is
   * mended. Those that still fail are kept as rejects of this try; the old ones count as replayed.
   */
  public IngestReport replayRejects(String batch, IngestOptions options) {
    return writer.exclusively(
        session ->
            new Replay(new Ingestion(writer, spool, salt, CHUNK_ROWS))
                .of(session, known(session, batch), kept(options)));
  }

  private IngestOptions kept(IngestOptions options) {
    return options.withBatch(BatchName.kept(options.batch(), salt));
  }

  /** The name under which a batch is kept, also where it was taken in under a file's own. */
  private String known(Writer.Session session, String batch) throws SQLException {
    return Undo.batches(session).contains(batch) ? batch : BatchName.kept(batch, salt);
  }

  /** How many events there are as they stand now. */
  public long count() {
    return writer.exclusively(
        session -> session.numbers("SELECT count(*) FROM events WHERE superseded IS NULL")[0]);
  }

  /** The names of all batches that can be taken back, in order. */
  public List<String> batches() {
    return writer.exclusively(Undo::batches);
  }

  /**
   * Takes a batch back out, as if it had never come, in one transaction: its events and rejects,
   * and names that nothing else uses. Versions that it had superseded count again, reversals whose
   * sale it brought wait for one again, closed days that change are noted as revisions, and the
   * table {@code audit} says that it was done. Rows of other batches that were refused beside it,
   * as duplicates or conflicts, are not there: {@link UndoReport#again} names the batches to ingest
   * again. O(events of the creators concerned).
   *
   * @throws IllegalArgumentException if there is no such batch, naming those that there are
   */
  public UndoReport undo(String batch, Instant now) {
    UndoReport report = writer.transaction(session -> Undo.of(session, known(session, batch), now));
    compaction.checkpoint();
    return report;
  }

  /**
   * Sorts what arrived so far by creator and time and merges the rollups' additions, so that a
   * creator's report reads few blocks. Reads and their answers stay the same throughout. Revenue
   * reports stay quick without it: large batches merge their rollup by themselves.
   */
  public void compact() {
    compaction.all();
  }

  /** The part of {@link #compact} that large batches do by themselves. */
  public void compactRevenue() {
    compaction.revenue();
  }

  @Override
  public void close() {
    writer.close();
  }
}
