package io.tiktoktoe.store;

import static io.tiktoktoe.store.EventLogTest.gross;
import static io.tiktoktoe.store.EventLogTest.healthy;
import static io.tiktoktoe.store.EventLogTest.ingest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.personal.Pseudonyms;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.IngestReport;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An erased fan is nowhere in the store's files, and the money is what it was. */
class ErasureTest {

  private static final String MAIL = "Zed.Quux@example.org";

  @TempDir Path folder;

  private static Sample sample() {
    return new Sample()
        .row(payment("1", "alice", "twitch", MAIL, "5", "{\"from\":\"x\",\"note\":\"zed-quux-7\"}"))
        .row(payment("2", "alice", "patreon", MAIL, "7", "{\"months\":\"5\"}"))
        .row(payment("3", "bob", "twitch", MAIL, "11", "{}"))
        .row(payment("4", "alice", "twitch", "kim-7", "13", "{\"gift_of\":\"" + MAIL + "\"}"))
        .row(payment("5", "alice", "twitch", MAIL, "x", "{}"))
        .row(payment("6", "alice", "twitch", "kim-7", "x", "{\"to\":\"" + MAIL + "\"}"));
  }

  private static String[] payment(
      String id, String creator, String source, String fan, String amount, String attributes) {
    return new String[] {
      "id",
      id,
      "source",
      source,
      "time",
      "2026-01-05 10:00:00",
      "type",
      "tip",
      "creator",
      creator,
      "fan",
      fan,
      "amount_text",
      amount,
      "currency",
      "USD",
      "attributes",
      attributes,
      "raw",
      "{\"id\":\"" + id + "\",\"fan\":\"" + fan + "\",\"amount\":\"" + amount + "\"}"
    };
  }

  private Erasure.Report erase(String fan, String... scope) {
    return Erasure.erase(
        folder.resolve("test.duckdb"),
        StoreOptions.defaults(),
        new Erasure.Request(
            fan, Stream.of(scope).findFirst(), Stream.of(scope).skip(1).findFirst()),
        Sample.NOW);
  }

  private long occurrences(String text) throws IOException {
    long found = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        String lower = bytes.toLowerCase(Locale.ROOT);
        found +=
            lower.split(java.util.regex.Pattern.quote(text.toLowerCase(Locale.ROOT)), -1).length
                - 1;
      }
    }
    return found;
  }

  @Test
  void noByteOfTheNameIsLeftAndTheMoneyIs() throws IOException {
    try (Store store = Sample.open(folder)) {
      ingest(store, sample());
    }
    assertThat(occurrences(MAIL)).as("the scan finds what is there").isPositive();

    Erasure.Report report = erase(MAIL.toLowerCase(Locale.ROOT));

    assertThat(report.events()).isEqualTo(3);
    assertThat(report.names()).isEqualTo(1);
    assertThat(report.rejects()).isEqualTo(1);
    assertThat(report.files()).containsExactly("test");
    assertThat(occurrences(MAIL)).isZero();
    assertThat(occurrences("zed.quux")).isZero();
    try (Store store = Sample.open(folder)) {
      assertThat(gross(store, "alice")).isEqualTo(2500);
      assertThat(gross(store, "bob")).isEqualTo(1100);
      healthy(store);
      assertThat(
              store
                  .engine()
                  .rows(
                      Sql.of("SELECT count(DISTINCT fan) AS n FROM events"),
                      row -> row.number("n")))
          .as("the fan goes on as one person, unknown")
          .containsExactly(2L);
      assertThat(
              store
                  .engine()
                  .rows(Sql.of("SELECT act, counts FROM audit"), row -> row.required("counts")))
          .hasSize(1)
          .allSatisfy(counts -> assertThat(counts).contains("\"events\":3"));
      store.exporter().backUp(folder.resolve("backup"));
    }
    assertThat(occurrences(MAIL)).isZero();
  }

  @Test
  void whatComesAgainBringsNobodyBack() throws IOException {
    try (Store store = Sample.open(folder)) {
      ingest(store, new Sample().tip("1", "2026-01-05 10:00:00", "alice", "5"));
    }
    erase("fan-of-1");
    try (Store store = Sample.open(folder)) {
      IngestReport again =
          ingest(store, new Sample().tip("1", "2026-01-05 10:00:00", "alice", "5"));
      assertThat(again.duplicates()).isEqualTo(1);
      assertThat(again.conflicts()).isZero();
      assertThat(gross(store, "alice")).isEqualTo(500);
    }
    assertThat(occurrences("fan-of-1")).isZero();
  }

  @Test
  void onlyWithinACreatorOrASource() throws IOException {
    try (Store store = Sample.open(folder)) {
      ingest(store, sample());
    }
    assertThat(erase(MAIL, "alice", "patreon").events()).isEqualTo(1);
    assertThat(occurrences(MAIL)).as("known to others still").isPositive();
    assertThat(erase(MAIL, "alice").events()).isEqualTo(1);
    assertThat(erase(MAIL).events()).isEqualTo(1);
    assertThat(occurrences(MAIL)).isZero();
  }

  @Test
  void anUnknownFanChangesNothing() throws IOException {
    try (Store store = Sample.open(folder)) {
      ingest(store, sample());
    }
    byte[] before = Files.readAllBytes(folder.resolve("test.duckdb"));
    assertThatThrownBy(() -> erase("nobody@example.org"))
        .isInstanceOf(StoreException.NoSuchFan.class)
        .hasMessageContaining("no such fan");
    assertThat(Files.readAllBytes(folder.resolve("test.duckdb"))).hasSameSizeAs(before);
    assertThat(
            Erasure.preview(
                    folder.resolve("test.duckdb"),
                    StoreOptions.defaults(),
                    new Erasure.Request(MAIL, Optional.empty(), Optional.empty()))
                .events())
        .isEqualTo(3);
    try (Store store = Sample.open(folder)) {
      assertThat(
              store
                  .engine()
                  .rows(Sql.of("SELECT name FROM fan ORDER BY name"), row -> row.required("name")))
          .isEqualTo(List.of(MAIL, "kim-7"));
    }
  }

  @Test
  void aPseudonymIsFoundByItsAddress() throws IOException {
    String pseudonym;
    try (Store store = Sample.open(folder)) {
      pseudonym = Pseudonyms.under(store.settings().pseudonymKey()).of(MAIL);
      ingest(store, new Sample().row(payment("1", "alice", "kofi", pseudonym, "5", "{}")));
    }
    assertThat(erase(MAIL).events()).isEqualTo(1);
    assertThat(occurrences(pseudonym)).isZero();
  }

  private String stages() {
    try (Store store = Sample.open(folder)) {
      return String.join(
          "\n",
          store
              .engine()
              .rows(
                  Sql.of("SELECT stage, batch FROM rejects ORDER BY line"),
                  row -> row.required("stage") + row.required("batch")));
    }
  }

  @Test
  void aShortIdIsLookedForInRejectsToo() throws IOException {
    try (Store store = Sample.open(folder)) {
      ingest(
          store,
          new Sample()
              .row(payment("1", "alice", "twitch", "z7", "5", "{}"))
              .row(payment("2", "alice", "twitch", "z7", "x", "{\"of\":\"z7\"}"))
              .row(payment("3", "alice", "twitch", "kim-7", "x", "{\"gift_of\":\"z7\"}"))
              .row(payment("4", "alice", "twitch", "kim-7", "x", "{\"gift_of\":\"z77\"}")));
    }
    assertThat(stages()).contains("z7\\\"");
    assertThat(erase("z7").rejects()).isEqualTo(2);
    assertThat(stages()).doesNotContain("\"z7\"", "z7\\\"").contains("z77");
  }

  @Test
  void whatTheFanWroteGoesAndWhatOthersWroteStays() throws IOException {
    try (Store store = Sample.open(folder)) {
      ingest(
          store,
          new Sample()
              .row(
                  payment(
                      "1",
                      "alice",
                      "twitch",
                      "zed-1",
                      "5",
                      "{\"note\":\"Zinnia Quuxworth\",\"months\":\"2\"}"))
              .row(payment("2", "alice", "twitch", "kim-7", "5", "{\"note\":\"Kim Possible\"}"))
              .row(payment("3", "alice", "twitch", "zed-1", "x", "{\"comment\":\"Quuxworth\"}"))
              .row(
                  "id",
                  "4",
                  "source",
                  "twitch",
                  "time",
                  "2026-01-06 10:00:00",
                  "type",
                  "refund",
                  "creator",
                  "alice",
                  "amount_text",
                  "5",
                  "currency",
                  "USD",
                  "refers_to",
                  "1",
                  "attributes",
                  "{\"message\":\"back to Quuxworth\"}"));
    }
    assertThat(occurrences("quuxworth")).isPositive();
    erase("zed-1");
    assertThat(occurrences("quuxworth")).isZero();
    assertThat(occurrences("kim possible")).isPositive();
    try (Store store = Sample.open(folder)) {
      assertThat(
              store
                  .engine()
                  .rows(
                      Sql.of("SELECT attributes FROM events WHERE attributes LIKE '%months%'"),
                      row -> row.required("attributes")))
          .containsExactly("{\"note\":\"[hidden]\",\"months\":\"2\"}");
      assertThat(gross(store, "alice")).isEqualTo(1000);
    }
  }

  @Test
  void theNameOfABatchNamesNobody() throws IOException {
    String file = "/in/fan-z7/tips of z7.csv";
    try (Store store = Sample.open(folder)) {
      IngestReport report =
          store
              .events()
              .ingest(
                  new Sample().row(payment("1", "alice", "twitch", "z7", "5", "{}")).relation(),
                  IngestOptions.of("/in/2026/01/" + MAIL + "/tips.csv", Sample.NOW));
      assertThat(report.batch()).matches("/in/2026/01/\\[mail]/tips.csv~[0-9a-f]{8}");
      store
          .events()
          .ingest(
              new Sample().row(payment("2", "alice", "twitch", "z7", "6", "{}")).relation(),
              IngestOptions.of(file, Sample.NOW));
      assertThat(store.events().batches()).contains(report.batch(), file);
    }
    assertThat(occurrences("zed.quux")).isZero();
    assertThat(erase("z7").files()).contains(file);
    try (Store store = Sample.open(folder)) {
      assertThat(store.events().batches())
          .anySatisfy(
              batch -> assertThat(batch).matches("/in/fan-z7/tips of erased-[0-9a-f]+.csv"));
      // Found again by the name that was given.
      assertThat(store.events().undo("/in/2026/01/" + MAIL + "/tips.csv", Sample.NOW).events())
          .isEqualTo(1);
    }
  }

  @Test
  void aRejectKeepsNoPersonInAFieldOfAnotherKind() throws IOException {
    String[] odd = payment("1", "alice", "twitch", "kim-7", "5", "{}");
    List<String> told =
        List.of("0151 5550001", "Zed Quux, 12 Main Street", MAIL, "(030) 5556699", "555-0199-22");
    List<String> columns =
        List.of(
            "currency",
            "country",
            "state",
            "amount_text",
            "fee_text",
            "type",
            "paid_until",
            "billing_interval",
            "trial",
            "time_text");
    Sample sample = new Sample();
    for (String column : columns) {
      for (String text : told) {
        List<String> row = new java.util.ArrayList<>(List.of(odd));
        row.set(1, column + text.length());
        row.set(row.indexOf("raw") + 1, "");
        int at = row.indexOf(column);
        if (at >= 0) {
          row.set(at + 1, text);
        } else {
          row.addAll(List.of(column, text));
        }
        if (column.equals("time_text")) {
          row.subList(row.indexOf("time"), row.indexOf("time") + 2).clear();
        }
        sample.row(row.toArray(String[]::new));
      }
    }
    try (Store store = Sample.open(folder)) {
      assertThat(ingest(store, sample).rejected()).isEqualTo(columns.size() * told.size());
    }
    assertThat(stages())
        .doesNotContain("5550001", "5556699", "Main Street", "0199", "example.org")
        .contains("\"currency\":\"USD\"", "\"amount_text\":\"5\"");
  }

  @Test
  void aRejectOfAnErasedFanCanStillBeTriedAgain() throws IOException {
    Sample early =
        new Sample()
            .row(
                "id",
                "1",
                "source",
                "s",
                "time",
                "2026-03-05 00:00:00",
                "type",
                "tip",
                "creator",
                "alice",
                "fan",
                MAIL,
                "amount_text",
                "5",
                "currency",
                "USD");
    try (Store store = Sample.open(folder)) {
      assertThat(ingest(store, early).rejected()).isEqualTo(1);
    }
    assertThat(occurrences(MAIL)).as("rejects keep no address").isZero();
    try (Store store = Sample.open(folder)) {
      ingest(store, new Sample().row(payment("2", "alice", "s", MAIL, "5", "{}")));
      IngestReport replayed =
          store
              .events()
              .replayRejects("test", IngestOptions.of("again", Sample.NOW.plusSeconds(6 * 86_400)));
      assertThat(replayed.accepted()).isEqualTo(1);
      assertThat(
              store
                  .engine()
                  .rows(
                      Sql.of("SELECT count(DISTINCT fan) AS n, count(fan) AS m FROM events"),
                      row -> List.of(row.number("n"), row.number("m"))))
          .as("the same fan comes out")
          .containsExactly(List.of(1L, 2L));
    }
    assertThat(erase(MAIL).events()).isEqualTo(2);
    assertThat(occurrences(MAIL)).isZero();
  }
}
