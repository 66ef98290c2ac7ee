package io.tiktoktoe.store.ingest;

import io.tiktoktoe.personal.PersonalNames;
import io.tiktoktoe.store.engine.Writer;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.store.model.UndoReport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

  /** Each dimension, and where else than in events its rows are used. */
  private static final Map<String, String> DIMENSIONS = new LinkedHashMap<>();

  static {
    DIMENSIONS.put(
        "creator",
        "AND creator NOT IN (SELECT creator FROM creator_profile UNION ALL SELECT creator FROM"
            + " forecast)");
    DIMENSIONS.put("fan", "");
    DIMENSIONS.put("content", "");
    DIMENSIONS.put("product", "");
    DIMENSIONS.put("audience", "");
  }

  private final Writer.Session session;
  private final Map<String, String> fragments;

  private Undo(Writer.Session session, String batch, Instant now, long chunk) {
    this.session = session;
    this.fragments =
        Map.of(
            "batch", Sql.literal(batch),
            "name", Sql.literal("undo of " + batch),
            "now", Chunk.timestamp(now),
            "chunk", Long.toString(chunk),
            "columns", Fragments.COLUMNS,
            "revenue", Fragments.REVENUE,
            "audience", Fragments.AUDIENCE,
            "gross", Fragments.GROSS,
            "net", Fragments.NET);
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
    return texts(
        session,
        "SELECT DISTINCT batch FROM chunk WHERE description <> 'taken back' ORDER BY batch");
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
    session.run(Sql.template("ingest/macros", Map.of("suspect", PersonalNames.suspect())));
    long rejects =
        session
            .numbers(
                "SELECT count(*) FROM rejects WHERE chunk IN (SELECT chunk FROM chunk WHERE batch ="
                    + " "
                    + fragments.get("batch")
                    + ")")[0];
    run("begin");
    long events = session.numbers("SELECT count(*) FROM gone")[0];
    List<String> again = texts(session, Sql.resource("undo/later"));
    run("versions");
    session.run("CREATE OR REPLACE TEMP TABLE unsettled (id UUID)");
    run("streams");
    run("streams");
    run("finals");
    run("rollups");
    run("note");
    Compaction.mergeRevenue(session);
    long names = 0;
    for (Map.Entry<String, String> dimension : DIMENSIONS.entrySet()) {
      names +=
          session.update(
              Sql.template(
                  "undo/names",
                  Map.of("dimension", dimension.getKey(), "kept", dimension.getValue())));
    }
    long revisions = session.numbers("SELECT count(*) FROM revision WHERE chunk = " + chunk)[0];
    session.run(
        "INSERT INTO audit VALUES (TIMESTAMP '%s', 'undo batch', '{\"events\":%d,\"rejects\":%d,\"names\":%d,\"revisions\":%d}')"
            .formatted(fragments.get("now"), events, rejects, names, revisions));
    return new UndoReport(batch, events, rejects, names, revisions, again);
  }

  private void run(String file) throws SQLException {
    session.run(Sql.template("undo/" + file, fragments));
  }

  private static List<String> texts(Writer.Session session, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = session.connection().createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        texts.add(result.getString(1));
      }
    }
    return texts;
  }
}
