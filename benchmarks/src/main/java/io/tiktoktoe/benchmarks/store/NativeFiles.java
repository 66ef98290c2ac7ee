package io.tiktoktoe.benchmarks.store;

import io.tiktoktoe.connect.EventFiles;
import io.tiktoktoe.simulation.CreatorEconomy;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.stage.StageRelation;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Simulated events as files of the native format, and the relation that reads them. */
final class NativeFiles {

  private NativeFiles() {}

  /** Events a creator has, so that a smaller run is the same economy with fewer creators. */
  private static final int EVENTS_PER_CREATOR = 25_000;

  /** An economy of about this many deliveries: 200 creators at 5,000,000. */
  static EconomyOptions economy(long events) {
    return EconomyOptions.defaults()
        .withCreators(Math.toIntExact(Math.max(1, events / EVENTS_PER_CREATOR)))
        .withTargetEvents(events);
  }

  /** Writes the events of an economy of about this many deliveries, unless they are there. */
  static void write(EconomyOptions options, Path parquet, Path ndjson) throws IOException {
    if (Files.exists(parquet) && Files.exists(ndjson)) {
      return;
    }
    try (EventFiles columns = EventFiles.create(parquet);
        EventFiles lines = EventFiles.create(ndjson)) {
      CreatorEconomy.of(options)
          .run(
              event -> {
                columns.accept(event);
                lines.accept(event);
              },
              Progress.SILENT);
      columns.finish();
      lines.finish();
    }
  }

  /** Typed columns, found by row number. */
  static StageRelation parquet(Path file) {
    return StageRelation.seekable(
        """
        SELECT file_row_number + 1 AS line, id, source, CAST(time AS TIMESTAMP) AS time,
          NULL::VARCHAR AS time_text, type, creator, fan, content, product,
          NULL::VARCHAR AS amount_text, amount_minor, currency, NULL::VARCHAR AS fee_text, fee_minor,
          NULL::VARCHAR AS tax_text, tax_minor, quantity, refers_to, state, country, age_band,
          gender, device, watch_ms, duration_ms, CAST(completed AS BOOLEAN) AS completed, value,
          "interval" AS billing_interval, strftime(CAST(paid_until AS TIMESTAMP), '%%Y-%%m-%%dT%%H:%%M:%%S.%%fZ') AS paid_until,
          CAST(trial AS VARCHAR) AS trial, other_fan,
          attributes, NULL::VARCHAR AS raw, NULL::VARCHAR AS error_field,
          NULL::VARCHAR AS error_value, NULL::VARCHAR AS error_reason
        FROM read_parquet('%s', file_row_number = true)
        """
            .formatted(file),
        file.getFileName().toString());
  }
}
