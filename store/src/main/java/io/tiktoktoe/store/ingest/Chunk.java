package io.tiktoktoe.store.ingest;

import io.tiktoktoe.sql.SqlTemplate;
import io.tiktoktoe.sql.SqlText;
import io.tiktoktoe.stage.StageRelation;
import io.tiktoktoe.store.engine.Writer;
import io.tiktoktoe.store.model.IngestOptions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/**
 * Takes one range of lines of a relation into the log, inside the caller's transaction: stage and
 * validate, find what is there already, append, settle references, fold the rollups, keep rejects.
 */
public final class Chunk {

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

  /** Columns of counts.sql behind those of rows. */
  private static final int NOTHING = 4;

  private static final int REFERRING = 5;

  private static final int LINKED = 6;

  /**
   * The largest amount that is taken, minor units: 92,000 of them still add up in 64 bits. It is a
   * trillion dollars, and more than any sale in any currency.
   */
  public static final long LARGEST_AMOUNT = 100_000_000_000_000L;

  /**
   * The largest amount without decimals that is taken, major units: international telephone numbers
   * are longer, and no sale in any currency comes near it.
   */
  static final long LARGEST_WHOLE = 10_000_000_000L;

  /** A table of texts, the column of the stage that they come from, the tag of their hash. */
  private record Dimension(String table, String column, String tag) {}

  private static final List<Dimension> DIMENSIONS =
      List.of(
          new Dimension("creator", "creator", "c"),
          new Dimension("fan", "fan", "f"),
          new Dimension("content", "content", "o"),
          new Dimension("product", "product", "p"));

  private static final Dimension OTHER_FAN = new Dimension("fan", "other_fan", "f");

  private final Writer.Session session;
  private final StageRelation relation;
  private final Map<String, String> places;

  /** Whether the store has erased anybody. */
  private boolean erasures;

  Chunk(
      Writer.Session session,
      StageRelation relation,
      IngestOptions options,
      long first,
      long last,
      int number) {
    this.session = session;
    this.relation = relation;
    this.places =
        Map.of(
            "first", Long.toString(first),
            "last", Long.toString(last),
            "chunk", Integer.toString(number),
            "now", timestamp(options.now()),
            "latest", timestamp(options.now().plus(options.ahead())),
            "strict", Boolean.toString(options.strict()),
            "batch", SqlText.literal(options.batch()),
            "origin", SqlText.literal(BatchName.hidden(relation.description())),
            "relation", relation.select(),
            "largest", Long.toString(LARGEST_AMOUNT));
  }

  ChunkCounts take() throws SQLException {
    erasures = exists("FROM erased");
    run("audience");
    run("stage");
    boolean repeats = judgeRepeats();
    run("adjustment");
    long[] found = session.numbers(filled("counts").sql());
    ChunkCounts counts = counts(found, repeats);
    if (found[REFERRING] > 0) {
      // Twice: a chargeback that was won back may name the chargeback, which names the sale.
      run("sales");
      run("sales");
    }
    if (session.numbers(filled("silent").sql())[0] > 0) {
      run("fees");
    }
    run("append");
    if (repeats) {
      run("retire");
    }
    settleReferences();
    addDimensions(counts, found[LINKED] > 0);
    fold();
    keepRejects(counts);
    record(counts);
    return counts;
  }

  /**
   * Marks in the stage what must not count: duplicates, conflicts and superseded versions. The
   * INSERT then needs no join.
   */
  private boolean judgeRepeats() throws SQLException {
    if (erasures) {
      run("erased");
    }
    run("seen");
    run("nothing");
    boolean seen = exists("FROM seen");
    if (seen) {
      run("duplicates");
    }
    run("twins");
    boolean repeats = seen || exists("FROM twin");
    if (repeats) {
      run("verdict");
    }
    return repeats;
  }

  private ChunkCounts counts(long[] stage, boolean repeats) throws SQLException {
    long corrections = repeats ? session.numbers(filled("corrections").sql())[0] : 0;
    long accepted = stage[0] - stage[1] - stage[2] - stage[3] - stage[NOTHING];
    return new ChunkCounts(accepted, corrections, stage[3], stage[2], stage[1], stage[NOTHING]);
  }

  private void settleReferences() throws SQLException {
    if (session.numbers(filled("waiting").sql())[0] > 0) {
      run("references");
      run("reversals");
      run("reversals");
      run("settle");
    }
  }

  private void addDimensions(ChunkCounts counts, boolean linked) throws SQLException {
    for (Dimension dimension : DIMENSIONS) {
      add(dimension, counts);
    }
    if (linked) {
      add(OTHER_FAN, counts);
    }
  }

  private void add(Dimension dimension, ChunkCounts counts) throws SQLException {
    SqlTemplate insert =
        filled("dimension")
            .with("dimension", dimension.table())
            .with("column", dimension.column())
            .with("tag", dimension.tag());
    boolean allValid = counts.rejected() == 0 && !erasures;
    SqlTemplate valid = filled("dimension_valid").with("column", dimension.column());
    session.run(insert.with("valid", allValid ? "" : valid.sql()).sql());
  }

  private void fold() throws SQLException {
    long cells = session.update(filled("revenue").sql());
    if (cells >= Compaction.LEAST_ADDITIONS) {
      session.run(filled("sorted_run").with("cells", cells).sql());
    }
    run("behaviour");
    if (exists("FROM watermark")) {
      run("revisions");
    }
  }

  private void keepRejects(ChunkCounts counts) throws SQLException {
    if (counts.rejected() + counts.conflicts() > 0) {
      boolean changed = relation.change().get().isPresent();
      String original = changed ? filled("judged").sql() : relation.original();
      session.run(filled("rejects").with("original", original).sql());
      if (!changed && relation.change().get().isPresent()) {
        throw new IllegalStateException(
            "The lines of rejected rows may be other ones than were judged.");
      }
    }
  }

  private void record(ChunkCounts counts) throws SQLException {
    session.run(
        filled("chunk")
            .with("accepted", counts.accepted())
            .with("corrections", counts.corrections())
            .with("duplicates", counts.duplicates())
            .with("conflicts", counts.conflicts())
            .with("rejected", counts.rejected())
            .sql());
  }

  private boolean exists(String from) throws SQLException {
    return session.numbers("SELECT count(*) FROM (SELECT 1 " + from + " LIMIT 1)")[0] > 0;
  }

  private void run(String file) throws SQLException {
    session.run(filled(file).sql());
  }

  private SqlTemplate filled(String file) {
    return SqlTemplate.named("duckdb/ingest/" + file).with(places);
  }

  public static String timestamp(Instant time) {
    return TIMESTAMP.format(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
  }
}
