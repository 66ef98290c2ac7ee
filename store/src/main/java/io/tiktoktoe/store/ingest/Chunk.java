package io.tiktoktoe.store.ingest;

import io.tiktoktoe.stage.StageRelation;
import io.tiktoktoe.store.engine.Writer;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.Sql;
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

  /**
   * What stands for the original lines of a file that was changed since they were judged: what was
   * judged, field by field.
   */
  private static final String JUDGED =
      "SELECT came.line, to_json(came)::VARCHAR AS raw FROM (${relation}) AS came";

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
  private final IngestOptions options;
  private final long first;
  private final long last;
  private final int number;

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
    this.options = options;
    this.first = first;
    this.last = last;
    this.number = number;
  }

  ChunkCounts take() throws SQLException {
    erasures = exists("FROM erased");
    run("ingest/audience");
    run("ingest/stage");
    boolean repeats = judgeRepeats();
    session.run(
        "CREATE OR REPLACE TEMP TABLE adjustment AS SELECT 1 AS sign, "
            + Fragments.COLUMNS
            + " FROM events AS e LIMIT 0");
    ChunkCounts counts = counts(repeats);
    if (exists("FROM stage WHERE refers_to IS NOT NULL AND type IN ('refund', 'chargeback')")) {
      // Twice: a chargeback that was won back may name the chargeback, which names the sale.
      run("ingest/sales");
      run("ingest/sales");
    }
    run("ingest/append");
    if (repeats) {
      run("ingest/retire");
    }
    settleReferences();
    addDimensions(counts);
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
      run("ingest/erased");
    }
    run("ingest/seen");
    boolean seen = exists("FROM seen");
    if (seen) {
      run("ingest/duplicates");
    }
    run("ingest/twins");
    boolean repeats = seen || exists("FROM twin");
    if (repeats) {
      run("ingest/verdict");
    }
    return repeats;
  }

  private ChunkCounts counts(boolean repeats) throws SQLException {
    long[] stage =
        session.numbers(
            """
            SELECT count(*), count_if(fault BETWEEN 1 AND 99), count_if(fault = 100),
              count_if(fault = 101)
            FROM stage
            """);
    // Versions that are not the first of their id.
    long corrections =
        repeats
            ? session
                .numbers(
                    """
                    SELECT count(*) - count(DISTINCT id) FILTER (id NOT IN (SELECT id FROM seen))
                      + (SELECT coalesce(sum(corrections), 0) FROM chain)
                    FROM verdict WHERE fault IN (0, 102)
                    """)[
                0]
            : 0;
    long accepted = stage[0] - stage[1] - stage[2] - stage[3];
    return new ChunkCounts(accepted, corrections, stage[3], stage[2], stage[1]);
  }

  private void settleReferences() throws SQLException {
    boolean needed =
        exists(
                "FROM stage WHERE fault = 0 AND refers_to IS NOT NULL AND (type = 'ad.revenue'"
                    + " OR (type IN ('refund', 'chargeback') AND stream IS NULL))")
            || exists(
                "FROM pending_reference WHERE target IN (SELECT id FROM stage WHERE fault = 0)");
    if (needed) {
      run("ingest/references");
      run("ingest/reversals");
      run("ingest/reversals");
      run("ingest/settle");
    }
  }

  private void addDimensions(ChunkCounts counts) throws SQLException {
    for (Dimension dimension : DIMENSIONS) {
      add(dimension, counts);
    }
    if (exists("FROM stage WHERE other_fan IS NOT NULL")) {
      add(OTHER_FAN, counts);
    }
  }

  private void add(Dimension dimension, ChunkCounts counts) throws SQLException {
    // Names of rejected rows stay out, and of duplicates whose person was erased: nothing in the
    // store would refer to them.
    String valid =
        counts.rejected() == 0 && !erasures
            ? ""
            : "AND came.hashed IN (SELECT "
                + dimension.column()
                + " FROM stage WHERE fault IN (0, 102))";
    session.run(
        fill(
            Sql.template(
                "ingest/dimension",
                Map.of(
                    "dimension",
                    dimension.table(),
                    "column",
                    dimension.column(),
                    "tag",
                    dimension.tag(),
                    "valid",
                    valid))));
  }

  private void fold() throws SQLException {
    long cells =
        session.update(fill(Sql.template("ingest/revenue", Map.of("revenue", Fragments.REVENUE))));
    if (cells >= Compaction.LEAST_ADDITIONS) {
      session.run("INSERT INTO store_info VALUES ('sorted_run', '" + cells + "')");
    }
    session.run(fill(Sql.template("ingest/behaviour", Map.of("audience", Fragments.AUDIENCE))));
    if (exists("FROM watermark")) {
      session.run(
          fill(
              Sql.template(
                  "ingest/revisions", Map.of("gross", Fragments.GROSS, "net", Fragments.NET))));
    }
  }

  private void keepRejects(ChunkCounts counts) throws SQLException {
    if (counts.rejected() + counts.conflicts() > 0) {
      boolean changed = relation.change().get().isPresent();
      session.run(fill(Sql.resource("ingest/rejects"), changed ? JUDGED : relation.original()));
      if (!changed && relation.change().get().isPresent()) {
        throw new IllegalStateException(
            "The lines of rejected rows may be other ones than were judged.");
      }
    }
  }

  private void record(ChunkCounts counts) throws SQLException {
    session.run(
        "INSERT INTO chunk VALUES (%d, %s, %s, TIMESTAMP '%s', %d, %d, %d, %d, %d, %d, %d)"
            .formatted(
                number,
                Sql.literal(options.batch()),
                Sql.literal(BatchName.hidden(relation.description())),
                timestamp(options.now()),
                first,
                last,
                counts.accepted(),
                counts.corrections(),
                counts.duplicates(),
                counts.conflicts(),
                counts.rejected()));
  }

  private boolean exists(String from) throws SQLException {
    return session.numbers("SELECT count(*) FROM (SELECT 1 " + from + " LIMIT 1)")[0] > 0;
  }

  private void run(String file) throws SQLException {
    session.run(fill(Sql.resource(file)));
  }

  private String fill(String text) {
    return fill(text, relation.original());
  }

  private String fill(String text, String original) {
    return text.replace("${first}", Long.toString(first))
        .replace("${last}", Long.toString(last))
        .replace("${chunk}", Integer.toString(number))
        .replace("${latest}", timestamp(options.now().plus(options.ahead())))
        .replace("${strict}", Boolean.toString(options.strict()))
        .replace("${body}", Fragments.BODY)
        .replace("${anonymous}", Fragments.ANONYMOUS)
        .replace("${columns}", Fragments.COLUMNS)
        .replace("${pack}", Fragments.PACK)
        .replace("${batch}", Sql.literal(options.batch()))
        .replace("${origin}", Sql.literal(relation.description()))
        .replace("${original}", original)
        .replace("${relation}", relation.select());
  }

  public static String timestamp(Instant time) {
    return TIMESTAMP.format(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
  }
}
