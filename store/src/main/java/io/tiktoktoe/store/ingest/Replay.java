package io.tiktoktoe.store.ingest;

import io.tiktoktoe.stage.StageRelation;
import io.tiktoktoe.store.engine.Writer;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.IngestReport;
import io.tiktoktoe.store.model.Sql;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** Tries rejects again: they were kept with every field that the reader gave. */
public final class Replay {

  private final Ingestion ingestion;

  public Replay(Ingestion ingestion) {
    this.ingestion = ingestion;
  }

  public IngestReport of(Writer.Session session, String batch, IngestOptions options)
      throws SQLException {
    String fields =
        StageRelation.COLUMNS.entrySet().stream()
            .filter(column -> !column.getKey().equals("line") && !column.getKey().equals("raw"))
            .map(
                column ->
                    "CAST(json_extract_string(stage, '$.%1$s') AS %2$s) AS %1$s"
                        .formatted(column.getKey(), column.getValue()))
            .collect(Collectors.joining(", "));
    session.run(
        "CREATE OR REPLACE TEMP TABLE replay AS SELECT reject,"
            + " row_number() OVER (ORDER BY chunk, line) AS line, raw, "
            + fields
            + " FROM rejects WHERE replayed IS NULL AND batch = "
            + Sql.literal(batch));
    StageRelation relation =
        StageRelation.seekable(
            "SELECT " + String.join(", ", StageRelation.COLUMNS.keySet()) + " FROM replay",
            "rejects of " + batch + " tried again " + options.now());
    IngestReport report = ingestion.take(session, relation, options);
    session.run(
        "UPDATE rejects SET replayed = (SELECT max(chunk) FROM chunk)"
            + " WHERE reject IN (SELECT reject FROM replay)");
    return report;
  }
}
