package io.tiktoktoe.store.ingest;

import io.tiktoktoe.personal.FixedWords;
import io.tiktoktoe.personal.PersonalNames;
import io.tiktoktoe.sql.EngineFiles;
import io.tiktoktoe.sql.SqlTemplate;
import io.tiktoktoe.stage.StageRelation;
import io.tiktoktoe.store.engine.Spool;
import io.tiktoktoe.store.engine.StoreFailures;
import io.tiktoktoe.store.engine.Writer;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.IngestReport;
import io.tiktoktoe.store.model.Reject;
import io.tiktoktoe.store.model.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Takes one relation in, chunk by chunk; each chunk is one transaction. */
public final class Ingestion {

  /** Rejects that a report shows. */
  private static final int EXAMPLES = 10;

  private final Writer writer;
  private final Spool spool;
  private final String salt;
  private final int chunkRows;

  public Ingestion(Writer writer, Spool spool, String salt, int chunkRows) {
    this.writer = writer;
    this.spool = spool;
    this.salt = salt;
    this.chunkRows = chunkRows;
  }

  public IngestReport take(StageRelation relation, IngestOptions options) {
    return writer.exclusively(session -> take(session, relation, options));
  }

  /** The same on a session that the caller holds already. */
  public IngestReport take(Writer.Session session, StageRelation relation, IngestOptions options)
      throws SQLException {
    long started = System.nanoTime();
    session.variable("salt", salt);
    session.run(macros());
    session.run(SqlTemplate.text("duckdb/ingest/watermark"));
    Path copy = spool.file(".parquet");
    try {
      StageRelation readable = relation.seekable() ? relation : copied(session, relation, copy);
      int before = lastChunk(session);
      ChunkCounts counts = chunks(session, readable, options);
      return report(session, options, counts, before, started);
    } catch (SQLException e) {
      throw blamed(session, relation, options, e);
    } catch (IllegalStateException e) {
      throw blamed(session, relation, options, e);
    } finally {
      delete(copy);
    }
  }

  /** What the statements of this package need on their session. */
  static String macros() {
    return SqlTemplate.named("duckdb/ingest/macros")
        .with("suspect", PersonalNames.suspect())
        .with(FixedWords.forms())
        .with("largest", Chunk.LARGEST_AMOUNT)
        .with("largest_whole", Chunk.LARGEST_WHOLE)
        .sql();
  }

  /**
   * What to throw for an error in taking this relation: that of the file where it cannot be read by
   * itself either, or was changed meanwhile. The first error is told: what comes of reading it
   * again may be less than that, even no error of reading at all.
   */
  private static <E extends Exception> E blamed(
      Writer.Session session, StageRelation relation, IngestOptions options, E e) {
    Optional<String> change = relation.change().get();
    if (change.isPresent()) {
      throw new StoreException.BadInput(
          options.batch(), change.get(), "Wait until it is complete and ingest it again.", e);
    }
    if (e instanceof SQLException first) {
      try {
        session.run("SELECT max(hash(COLUMNS(*))) FROM (" + relation.select() + ")");
      } catch (SQLException unreadable) {
        if (!StoreFailures.isFatal(unreadable)) {
          throw new StoreException.BadInput(
              options.batch(),
              "cannot be read: " + StoreFailures.detail(first),
              "Make or download it again.",
              e);
        }
      }
    }
    return e;
  }

  /**
   * Copies a relation that can only be read from its start into the spool, so that its chunks are
   * found without reading it again. The original lines stay where they are: only rejects want them.
   */
  private static StageRelation copied(Writer.Session session, StageRelation relation, Path copy)
      throws SQLException {
    session.run(
        SqlTemplate.named("duckdb/ingest/spool")
            .with("relation", relation.select())
            .with("file", EngineFiles.written(copy))
            .sql());
    return StageRelation.seekable(
            "SELECT * FROM " + EngineFiles.parquet(copy), relation.description())
        .withOriginal(relation.original());
  }

  private ChunkCounts chunks(Writer.Session session, StageRelation relation, IngestOptions options)
      throws SQLException {
    long[] range =
        session.numbers(
            SqlTemplate.named("duckdb/ingest/range").with("relation", relation.select()).sql());
    if (range[0] != range[1]) {
      throw new IllegalStateException(
          "%s has %d rows without a line number; readers must number every row."
              .formatted(relation.description(), range[0] - range[1]));
    }
    String step = "ingesting " + relation.description();
    ChunkCounts counts = ChunkCounts.NONE;
    // A file without rows is a commit, too, and where parts begin follows from no row: whether one
    // person's line is there shows in neither, and private releases take both for known.
    long first = (Math.max(1, range[2]) - 1) / chunkRows * chunkRows + 1;
    do {
      options.progress().report(step, counts.rows(), range[0]);
      counts = counts.plus(chunk(session, relation, options, first));
      first += chunkRows;
    } while (first <= range[3]);
    if (counts.rows() != range[0]) {
      throw new IllegalStateException(
          "%s gave %d rows at first and %d later; it must not change while it is read."
              .formatted(relation.description(), range[0], counts.rows()));
    }
    options.progress().report(step, counts.rows(), range[0]);
    return counts;
  }

  private ChunkCounts chunk(
      Writer.Session session, StageRelation relation, IngestOptions options, long first)
      throws SQLException {
    session.run("BEGIN TRANSACTION");
    try {
      int number = lastChunk(session) + 1;
      ChunkCounts counts =
          new Chunk(session, relation, options, first, first + chunkRows - 1, number).take();
      session.run("COMMIT");
      return counts;
    } catch (SQLException | RuntimeException e) {
      try {
        session.run("ROLLBACK");
      } catch (SQLException rollback) {
        // A failed COMMIT has rolled back already; either way nothing of the chunk is visible.
        e.addSuppressed(rollback);
      }
      throw e;
    }
  }

  private static int lastChunk(Writer.Session session) throws SQLException {
    return (int) session.numbers("SELECT coalesce(max(chunk), 0) FROM chunk")[0];
  }

  private static IngestReport report(
      Writer.Session session, IngestOptions options, ChunkCounts counts, int before, long started)
      throws SQLException {
    long revisions = session.numbers(since("revised", before).sql())[0];
    Map<String, Long> reasons = new TreeMap<>();
    List<Reject> examples = new ArrayList<>();
    try (Statement statement = session.connection().createStatement()) {
      try (ResultSet result = statement.executeQuery(since("reasons", before).sql())) {
        while (result.next()) {
          reasons.put(result.getString(1), result.getLong(2));
        }
      }
      try (ResultSet result =
          statement.executeQuery(since("examples", before).with("most", EXAMPLES).sql())) {
        while (result.next()) {
          examples.add(
              new Reject(
                  result.getLong(1),
                  result.getString(2),
                  result.getString(3),
                  result.getString(4)));
        }
      }
    }
    return new IngestReport(
        options.batch(),
        counts.accepted(),
        counts.corrections(),
        counts.duplicates(),
        counts.conflicts(),
        counts.rejected(),
        revisions,
        reasons,
        examples,
        (System.nanoTime() - started) / 1e9);
  }

  private static SqlTemplate since(String file, int before) {
    return SqlTemplate.named("duckdb/ingest/" + file).with("before", before);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
