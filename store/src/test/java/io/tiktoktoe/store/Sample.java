package io.tiktoktoe.store;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.metric.RevenueCell;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.sql.SqlText;
import io.tiktoktoe.stage.StageRelation;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.StoreOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows for tests, written as a stage relation of literals. */
public final class Sample {

  static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  private final List<Map<String, String>> rows = new ArrayList<>();

  /** A store in this folder that may also read from and write to it. */
  public static Store open(Path folder) {
    return Store.open(
        folder.resolve("test.duckdb"),
        StoreOptions.defaults()
            .withMemoryMegabytes(256)
            .withReadable(List.of(folder))
            .withWritable(List.of(folder)));
  }

  public static IngestOptions options() {
    return IngestOptions.of("test", NOW);
  }

  /** A creator's cells of one stream in a period. */
  public static List<RevenueCell> cells(
      Store store, CreatorProfile creator, DateRange period, Stream stream) {
    return store.revenue().income(creator, period).streams().get(stream.ordinal()).stream()
        .filter(cell -> period.contains(cell.bucket()))
        .toList();
  }

  /** Adds a row: column, value, column, value...; what is not given is NULL. */
  public Sample row(String... fields) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("line", Integer.toString(rows.size() + 1));
    for (int i = 0; i < fields.length; i += 2) {
      row.put(fields[i], fields[i + 1]);
    }
    rows.add(row);
    return this;
  }

  /** Adds a final tip in USD. */
  public Sample tip(String id, String time, String creator, String amount) {
    return row(
        "id",
        id,
        "source",
        "twitch",
        "time",
        time,
        "type",
        "tip",
        "creator",
        creator,
        "fan",
        "fan-of-" + id,
        "amount_text",
        amount,
        "currency",
        "USD",
        "country",
        "BR");
  }

  public StageRelation relation() {
    String values =
        rows.stream()
            .map(
                row ->
                    StageRelation.COLUMNS.entrySet().stream()
                        .map(
                            column ->
                                row.containsKey(column.getKey())
                                    ? "CAST(%s AS %s)"
                                        .formatted(
                                            SqlText.literal(row.get(column.getKey())),
                                            column.getValue())
                                    : "CAST(NULL AS " + column.getValue() + ")")
                        .collect(Collectors.joining(", ", "(", ")")))
            .collect(Collectors.joining(", "));
    return StageRelation.seekable(
        "SELECT * FROM (VALUES "
            + values
            + ") AS v ("
            + String.join(", ", StageRelation.COLUMNS.keySet())
            + ")",
        "sample");
  }

  static Money usd(long cents) {
    return Money.ofMinor(cents, "USD");
  }
}
