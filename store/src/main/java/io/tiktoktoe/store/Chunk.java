package io.tiktoktoe.store;

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
final class Chunk {

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

  /** Each dimension with the tag of its keyed hash. */
  private static final List<String[]> DIMENSIONS =
      List.of(
          new String[] {"creator", "c"},
          new String[] {"fan", "f"},
          new String[] {"content", "o"},
          new String[] {"product", "p"});

  private final Writer.Session session;
  private final StageRelation relation;
  private final IngestOptions options;
  private final long first;
  private final long last;
  private final int number;

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
    run("ingest/audience");
    run("ingest/stage");
    run("ingest/twins");
    boolean repeats = exists("FROM twin") || exists("FROM seen");
    if (repeats) {
      run("ingest/verdict");
    } else {
      session.run("CREATE OR REPLACE TEMP TABLE verdict (line BIGINT, id UUID, verdict VARCHAR)");
    }
    session.run(
        "CREATE OR REPLACE TEMP TABLE adjustment AS SELECT 1 AS sign, "
            + Fragments.COLUMNS
            + " FROM events AS e LIMIT 0");
    ChunkCounts counts = counts();
    if (exists("FROM stage WHERE refers_to IS NOT NULL AND type IN ('refund', 'chargeback')")) {
      // Twice: a chargeback that was won back may name the chargeback, which names the sale.
      run("ingest/sales");
      run("ingest/sales");
    }
    append(repeats);
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

  private ChunkCounts counts() throws SQLException {
    long[] stage = session.numbers("SELECT count(*), count_if(fault > 0) FROM stage");
    long[] verdicts =
        session.numbers(
            """
            SELECT count_if(verdict = 'duplicate'), count_if(verdict = 'conflict'),
              count_if(verdict IN ('current', 'history')),
              count(DISTINCT CASE WHEN verdict IN ('current', 'history')
                AND id NOT IN (SELECT id FROM seen) THEN id END)
            FROM verdict
            """);
    long accepted = stage[0] - stage[1] - verdicts[0] - verdicts[1];
    return new ChunkCounts(accepted, verdicts[2] - verdicts[3], verdicts[0], verdicts[1], stage[1]);
  }

  private void append(boolean repeats) throws SQLException {
    Map<String, String> fragments =
        repeats
            ? Map.of(
                "superseded", "CASE WHEN v.verdict = 'history' THEN " + number + " END",
                "verdicts", "LEFT JOIN verdict AS v ON v.line = s.line",
                "accepted", "AND (v.verdict IS NULL OR v.verdict IN ('current', 'history'))")
            : Map.of("superseded", "NULL", "verdicts", "", "accepted", "");
    session.run(fill(Sql.template("ingest/append", fragments)));
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
    for (String[] dimension : DIMENSIONS) {
      // Names of rejected rows stay out: nothing in the store would refer to them.
      String valid =
          counts.rejected() == 0
              ? ""
              : "AND came.hashed IN (SELECT " + dimension[0] + " FROM stage WHERE fault = 0)";
      session.run(
          fill(
              Sql.template(
                  "ingest/dimension",
                  Map.of("dimension", dimension[0], "tag", dimension[1], "valid", valid))));
    }
  }

  private void fold() throws SQLException {
    session.run(
        fill(
            Sql.template(
                "ingest/fold",
                Map.of("revenue", Fragments.REVENUE, "audience", Fragments.AUDIENCE))));
    if (exists("FROM watermark")) {
      session.run(
          fill(
              Sql.template(
                  "ingest/revisions", Map.of("gross", Fragments.GROSS, "net", Fragments.NET))));
    }
  }

  private void keepRejects(ChunkCounts counts) throws SQLException {
    if (counts.rejected() + counts.conflicts() > 0) {
      run("ingest/rejects");
    }
  }

  private void record(ChunkCounts counts) throws SQLException {
    session.run(
        "INSERT INTO chunk VALUES (%d, %s, %s, TIMESTAMP '%s', %d, %d, %d, %d, %d, %d, %d)"
            .formatted(
                number,
                Sql.literal(options.batch()),
                Sql.literal(relation.description()),
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
    return text.replace("${first}", Long.toString(first))
        .replace("${last}", Long.toString(last))
        .replace("${chunk}", Integer.toString(number))
        .replace("${latest}", timestamp(options.now().plus(options.ahead())))
        .replace("${strict}", Boolean.toString(options.strict()))
        .replace("${body}", Fragments.BODY)
        .replace("${columns}", Fragments.COLUMNS)
        .replace("${pack}", Fragments.PACK)
        .replace("${batch}", Sql.literal(options.batch()))
        .replace("${origin}", Sql.literal(relation.description()))
        .replace("${relation}", relation.select());
  }

  static String timestamp(Instant time) {
    return TIMESTAMP.format(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
  }
}
