package io.tiktoktoe.store.ingest;

import io.tiktoktoe.sql.SqlTemplate;
import io.tiktoktoe.sql.SqlText;
import io.tiktoktoe.store.engine.Writer;
import io.tiktoktoe.store.model.UndoReport;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Takes a batch back out of the store, inside the caller's transaction: its events and rejects,
 * what they superseded, settled or gave a stream to, the rollups, and names that nothing else uses.
 * O(events of the creators concerned).
 */
public final class Undo {

  /** Batches that a message lists. */
  private static final int SHOWN = 20;

  private static final List<String> DIMENSIONS =
      List.of("creator", "fan", "content", "product", "audience");

  private final Writer.Session session;
  private final Map<String, String> places;

  private Undo(Writer.Session session, String batch, Instant now, long chunk) {
    this.session = session;
    this.places =
        Map.of(
            "batch", SqlText.literal(batch),
            "name", SqlText.literal("undo of " + batch),
            "now", Chunk.timestamp(now),
            "chunk", Long.toString(chunk));
  }

  /**
   * Takes a batch back.
   *
   * @throws IllegalArgumentException if there is no such batch
   */
  public static UndoReport of(Writer.Session session, String batch, Instant now)
      throws SQLException {
    List<String> batches = batches(session);
    if (!batches.contains(batch)) {
      throw unknown(batch, batches);
    }
    long chunk = session.numbers("SELECT max(chunk) + 1 FROM chunk")[0];
    return new Undo(session, batch, now, chunk).take(batch, chunk);
  }

  /** The batches that can be taken back, in order. */
  public static List<String> batches(Writer.Session session) throws SQLException {
    return session.texts(SqlTemplate.text("duckdb/undo/batches"));
  }

  private static IllegalArgumentException unknown(String batch, List<String> batches) {
    List<String> shown = batches.stream().limit(SHOWN).toList();
    return new IllegalArgumentException(
        "batch (%s) is not in the store. %s"
            .formatted(
                batch,
                shown.isEmpty()
                    ? "There is none yet."
                    : "Name one of: "
                        + String.join(", ", shown)
                        + (shown.size() < batches.size() ? ", ..." : "")
                        + " (export batches lists all)."));
  }

  private UndoReport take(String batch, long chunk) throws SQLException {
    session.run(Ingestion.macros());
    long rejects = session.numbers(filled("rejects").sql())[0];
    run("begin");
    long events = session.numbers("SELECT count(*) FROM gone")[0];
    List<String> again = session.texts(filled("later").sql());
    run("versions");
    run("unsettled");
    run("streams");
    run("streams");
    run("finals");
    run("fees");
    run("rollups");
    run("note");
    Compaction.mergeRevenue(session);
    long names = 0;
    for (String dimension : DIMENSIONS) {
      String kept =
          switch (dimension) {
            case "creator" -> filled("creators_kept").sql();
            case "fan" -> filled("fans_kept").sql();
            default -> "";
          };
      names +=
          session.update(filled("names").with("dimension", dimension).with("kept", kept).sql());
    }
    long revisions = session.numbers("SELECT count(*) FROM revision WHERE chunk = " + chunk)[0];
    String counts =
        "{\"events\":%d,\"rejects\":%d,\"names\":%d,\"revisions\":%d}"
            .formatted(events, rejects, names, revisions);
    session.run(
        SqlTemplate.named("duckdb/audit")
            .with(places)
            .with("act", "'undo batch'")
            .with("counts", SqlText.literal(counts))
            .sql());
    return new UndoReport(batch, events, rejects, names, revisions, again);
  }

  private void run(String file) throws SQLException {
    session.run(filled(file).sql());
  }

  private SqlTemplate filled(String file) {
    return SqlTemplate.named("duckdb/undo/" + file).with(places);
  }
}
