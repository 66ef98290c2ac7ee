package io.tiktoktoe.store.ingest;

import io.tiktoktoe.sql.SqlTemplate;
import io.tiktoktoe.sql.SqlText;
import io.tiktoktoe.stage.StageRelation;
import io.tiktoktoe.store.engine.Writer;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.IngestReport;
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
        SqlTemplate.named("duckdb/ingest/replay")
            .with("fields", fields)
            .with("batch", SqlText.literal(batch))
            .sql());
    StageRelation relation =
        StageRelation.seekable(
            "SELECT " + String.join(", ", StageRelation.COLUMNS.keySet()) + " FROM replay",
            "rejects of " + batch + " tried again " + options.now());
    IngestReport report = ingestion.take(session, relation, options);
    session.run(SqlTemplate.text("duckdb/ingest/replayed"));
    return report;
  }
}
