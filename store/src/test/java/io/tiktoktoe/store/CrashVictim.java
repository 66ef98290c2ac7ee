package io.tiktoktoe.store;

import io.tiktoktoe.stage.StageRelation;
import io.tiktoktoe.store.model.StoreOptions;
import java.nio.file.Path;

/** A program that ingests batches until it is killed; it prints a batch's number once it is in. */
public final class CrashVictim {

  public static final int BATCH_ROWS = 3_000;

  private CrashVictim() {}

  public static void main(String[] arguments) {
    Path file = Path.of(arguments[0]);
    try (Store store = Store.open(file, StoreOptions.defaults().withMemoryMegabytes(256))) {
      System.out.println("READY");
      for (int batch = Integer.parseInt(arguments[1]); ; batch++) {
        store.events().ingest(relation(batch), Sample.options());
        System.out.println(batch);
        if (batch % 7 == 0) {
          store.events().compact();
        }
        if (batch % 3 == 0) {
          store.events().compactRevenue();
        }
      }
    }
  }

  /**
   * Tips of one cent: every fifth row repeats the one before it, every batch the last of before.
   */
  public static StageRelation relation(int batch) {
    String columns =
        """
        SELECT i + 1 AS line, 'b%1$d-' || (CASE WHEN i %% 5 = 4 THEN i - 1 ELSE i END) AS id,
          'twitch' AS source, TIMESTAMP '2026-01-01' + to_minutes((%1$d %% 1000) * 15) AS time,
          NULL::VARCHAR AS time_text, 'tip' AS type, 'creator' || (%1$d %% 50) AS creator,
          NULL::VARCHAR AS fan, NULL::VARCHAR AS content, NULL::VARCHAR AS product,
          '0.01' AS amount_text, NULL::BIGINT AS amount_minor, 'USD' AS currency,
          NULL::VARCHAR AS fee_text, NULL::BIGINT AS fee_minor, NULL::VARCHAR AS tax_text,
          NULL::BIGINT AS tax_minor, 1::BIGINT AS quantity, NULL::VARCHAR AS refers_to,
          NULL::VARCHAR AS state, NULL::VARCHAR AS country, NULL::VARCHAR AS age_band,
          NULL::VARCHAR AS gender, NULL::VARCHAR AS device, NULL::BIGINT AS watch_ms,
          NULL::BIGINT AS duration_ms, NULL::BOOLEAN AS completed, NULL::DOUBLE AS value,
          NULL AS billing_interval, NULL AS paid_until, NULL AS trial, NULL AS other_fan,
          NULL::VARCHAR AS attributes, NULL::VARCHAR AS raw, NULL::VARCHAR AS error_field,
          NULL::VARCHAR AS error_value, NULL::VARCHAR AS error_reason
        FROM range(%2$d) AS r(i)
        """;
    String select = columns.formatted(batch, BATCH_ROWS);
    return batch % 2 == 0
        ? StageRelation.seekable(select, "batch " + batch)
        : StageRelation.sequential(select, "batch " + batch);
  }
}
