package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.work.Cancellation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands on a store, over one small simulated economy. */
class StoreCommandsTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir static Path directory;

  @TempDir Path other;

  @BeforeAll
  static void takeInASimulatedEconomy() {
    CommandRun simulated =
        run(
            "simulate",
            "--creators",
            "3",
            "--months",
            "3",
            "--start",
            "2026-06-01",
            "--out",
            "sim");
    assertThat(simulated.code()).as(simulated.err()).isZero();
    CommandRun ingested = run("ingest", "sim/events.parquet", "sim/rates.csv", "--json");
    assertThat(ingested.code()).as(ingested.err()).isZero();
    JsonNode report = JSON.readTree(ingested.out()).get(0).get("report");
    assertThat(report.get("accepted").asLong()).isPositive();
    assertThat(report.get("rejected").asLong()).isZero();
  }

  @Test
  void theSameFileAgainAddsNothing() {
    CommandRun again = run("ingest", "sim/events.parquet", "--json");
    assertThat(again.code()).isZero();
    assertThat(JSON.readTree(again.out()).get(0).get("report").get("accepted").asLong()).isZero();
  }

  @Test
  void revenueReadsForPeopleAndPrograms() {
    String creator = creators().getFirst();
    CommandRun text = run("analyze", "revenue", "--creator", creator, "--zone", "Asia/Kathmandu");
    assertThat(text.code()).as(text.err()).isZero();
    assertThat(text.out())
        .startsWith("Revenue of " + creator + "  2026-")
        .contains("(Asia/Kathmandu)", "From gross to net", "Why it changed", "When income comes")
        .contains("What was unusual", "What comes next", "Income at risk", "What to do")
        .doesNotContain("\u001b");
    CommandRun json =
        run("analyze", "revenue", "--creator", creator, "--zone", "Asia/Kathmandu", "--json");
    JsonNode insights = JSON.readTree(json.out());
    JsonNode bridge = insights.get("bridge").get("total");
    long net = bridge.get("gross").asLong();
    for (String part : List.of("fees", "tax", "refunds", "chargebacks", "costs")) {
      net -= bridge.get(part).asLong();
    }
    assertThat(bridge.get("net").asLong()).isEqualTo(net);
    assertThat(insights.get("creator").get("zone").asString()).isEqualTo("Asia/Kathmandu");
    assertThat(insights.get("provenance").get("version").asString()).isNotBlank();
    String amount = "%,.2f".formatted(net / 100.0);
    if (insights.get("creator").get("currency").asString().equals("USD")) {
      assertThat(text.out()).contains("net " + amount + " USD");
    }
  }

  @Test
  void theSameSeedGivesTheSameReport() {
    String creator = creators().getFirst();
    CommandRun first = run("analyze", "revenue", "--creator", creator, "--json", "--seed", "3");
    CommandRun second = run("analyze", "revenue", "--creator", creator, "--json", "--seed", "3");
    assertThat(second).isEqualTo(first);
  }

  @Test
  void riskHasItsOwnPage() {
    CommandRun risk = run("analyze", "risk", "--creator", creators().getFirst());
    assertThat(risk.code()).as(risk.err()).isZero();
    assertThat(risk.out()).startsWith("Risk of ").contains("On how few income hangs");
  }

  @Test
  void reportsGoToFilesWithoutColour() throws IOException {
    CommandRun run =
        CommandRun.in(
            directory,
            Map.of(),
            new Cancellation(),
            true,
            "analyze",
            "revenue",
            "--creator",
            creators().getFirst(),
            "--out",
            "report.txt");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Files.readString(directory.resolve("report.txt")))
        .startsWith("Revenue of ")
        .doesNotContain("\u001b");
  }

  @Test
  void everyCreatorIsForecast() {
    CommandRun all = run("forecast", "--all", "--horizon", "7");
    assertThat(all.code()).as(all.err()).isZero();
    // Of the third nobody bought anything yet.
    assertThat(all.out().lines()).hasSize(1 + 2 * 7);
    CommandRun one = run("forecast", "--creator", creators().getFirst(), "--horizon", "7");
    assertThat(one.code()).as(one.err()).isZero();
    assertThat(one.out().lines()).hasSize(1 + 5 * 7);
    assertThat(one.out()).contains("\ntips,1,", "\nsubscriptions,1,", "\nmerchandise,7,");
  }

  @Test
  void driversAreReadForTheStoreToo() throws IOException {
    Files.writeString(
        directory.resolve("price.csv"), "timestamp,value\n1999-01-01,1\n1999-01-02,2\n");
    for (List<String> who :
        List.of(List.of("--all"), List.of("--creator", creators().getFirst()))) {
      List<String> words = new ArrayList<>(List.of("forecast", "--drivers", "price.csv"));
      words.addAll(who);
      CommandRun run = run(words.toArray(String[]::new));
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err()).contains("price.csv: driver price has no value within the history");
    }
  }

  @Test
  void forecastsAreKeptWithTheirProvenance() {
    String creator = creators().getFirst();
    CommandRun printed = run("forecast", "--creator", creator, "--horizon", "5", "--seed", "4");
    assertThat(printed.code()).as(printed.err()).isZero();
    assertThat(printed.err()).contains("kept as run ").contains("of the view forecasts");
    String run = printed.err().replaceAll("(?s).*kept as run ([0-9]+) .*", "$1");
    List<JsonNode> kept =
        run("export", "forecasts", "--json")
            .out()
            .lines()
            .map(JSON::readTree)
            .filter(row -> row.get("run").asString().equals(run))
            .toList();
    assertThat(kept).hasSize(5 * 5);
    assertThat(kept.stream().map(row -> row.get("stream").asString()).distinct())
        .containsExactlyInAnyOrder("tips", "subscriptions", "advertising", "merchandise", "total");
    JsonNode first = kept.getFirst();
    assertThat(first.get("creator").asString()).isEqualTo(creator);
    assertThat(first.get("seed").asLong()).isEqualTo(4);
    assertThat(first.get("version").asString()).isNotBlank();
    assertThat(printed.err()).contains("from " + first.get("day").asString());
    assertThat(kept)
        .allMatch(row -> row.get("lo95").asLong() <= row.get("p50").asLong())
        .allMatch(row -> row.get("p50").asLong() <= row.get("hi95").asLong());
  }

  @Test
  void aForecastThatIsInterruptedKeepsNothing() {
    long before = run("export", "forecast").out().lines().count();
    Cancellation cancellation = new Cancellation();
    cancellation.request();
    CommandRun run = CommandRun.in(directory, Map.of(), cancellation, false, "forecast", "--all");
    assertThat(run.code()).isEqualTo(130);
    assertThat(run.out()).isEmpty();
    assertThat(run("export", "forecast").out().lines().count()).isEqualTo(before);
  }

  @Test
  void anAnswerThatDoesNotFitOnTheDiskIsAFailure() throws IOException {
    Path full = Path.of("/dev/full");
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(full), "no /dev/full here");
    for (String[] args :
        List.of(
            new String[] {"export", "events"},
            new String[] {"forecast", "--creator", creators().getFirst()},
            new String[] {"doctor"})) {
      StringWriter err = new StringWriter();
      try (Writer out = Files.newBufferedWriter(full)) {
        Surroundings surroundings =
            new Surroundings(
                out,
                new PrintWriter(err),
                false,
                false,
                Map.of(),
                directory,
                directory.resolve("home"),
                InstantSource.fixed(CommandRun.NOW),
                new Cancellation());
        assertThat(Shell.run(surroundings, args)).as(args[0]).isEqualTo(1);
      } catch (IOException e) {
        // Closing tries to write once more.
        assertThat(e).hasMessageContaining("No space left");
      }
      assertThat(err.toString())
          .contains("the answer could not be written (No space left on device)")
          .contains("with --out");
    }
  }

  @Test
  void tablesAreExportedWhole() throws IOException {
    CommandRun names = run("export");
    assertThat(names.out()).contains("events\n", "rejected_rows\n");
    CommandRun run = run("export", "events", "--out", "events.csv");
    assertThat(run.code()).as(run.err()).isZero();
    long rows = Files.readString(directory.resolve("events.csv")).lines().count() - 1;
    assertThat(run.out()).contains("%,d rows of events".formatted(rows));
    assertThat(run("export", "events").out().lines()).hasSize((int) rows + 1);
  }

  @Test
  void exportNamesWhatThereIs() {
    CommandRun run = run("export", "evnts", "--out", "e.csv");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("table evnts does not exist. Use one of").contains("events");
    assertThat(run("export", "events", "--out", "e.doc").code()).isEqualTo(2);
  }

  @Test
  void theDoctorFindsAHealthyStore() {
    CommandRun run = run("doctor", "--json");
    assertThat(run.code()).as(run.out()).isZero();
    JsonNode findings = JSON.readTree(run.out());
    assertThat(findings.valueStream().map(one -> one.get("check").asString()))
        .contains("java", "disk", "writing", "store", "duplicates", "rates");
  }

  @Test
  void creatorsThatAreUnknownOrUnnamedAreHelped() {
    CommandRun unknown = run("analyze", "revenue", "--creator", "nobody");
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err())
        .contains("creator nobody has no events")
        .contains("Name one of its 4 creators, such as ");
    CommandRun unnamed = run("analyze", "revenue");
    assertThat(unnamed.code()).isEqualTo(2);
    assertThat(unnamed.err()).contains("--creator is missing; the store has 4");
  }

  @Test
  void wrongDaysZonesAndCurrenciesAreUsage() {
    String creator = creators().getFirst();
    assertUsage("--to (31.1.2026) is no day", "--creator", creator, "--to", "31.1.2026");
    assertUsage("--zone (Mars) is unknown", "--creator", creator, "--zone", "Mars");
    assertUsage("currency (XYZ) is unknown", "--creator", creator, "--currency", "XYZ");
    assertUsage(
        "is after --to", "--creator", creator, "--from", "2026-08-02", "--to", "2026-08-01");
  }

  @Test
  void aMissingRateIsNamed() {
    CommandRun run =
        run("analyze", "revenue", "--creator", creators().getFirst(), "--currency", "CHF");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains("to CHF for")
        .contains("are missing:")
        .contains("Ingest them in a CSV");
  }

  /** One bad row in many: the rest is stored, the row is told, and the exit code says success. */
  @Test
  void wrongRowsAreRejectedAlone() throws IOException {
    StringBuilder rows = new StringBuilder("id,time,type,creator,source,amount,currency\n");
    for (int row = 1; row <= 1_000; row++) {
      String amount = row == 7 ? "lots" : "5.00";
      String currency = row == 8 ? "ABC" : "USD";
      String time = row == 9 ? "9999-01-01T00:00:00Z" : "2026-08-01T12:00:00Z";
      rows.append("e%d,%s,tip,ada,shop,%s,%s%n".formatted(row, time, amount, currency));
    }
    Files.writeString(other.resolve("tips.csv"), rows);
    CommandRun run = CommandRun.in(other, "ingest", "tips.csv", "--json");
    assertThat(run.code()).as(run.err()).isZero();
    JsonNode report = JSON.readTree(run.out()).get(0).get("report");
    assertThat(report.get("accepted").asLong()).isEqualTo(997);
    assertThat(report.get("rejected").asLong()).isEqualTo(3);
    CommandRun text = CommandRun.in(other, "ingest", "tips.csv");
    assertThat(text.out()).contains("0 accepted, 997 there already, 0 in conflict, 3 rejected");
    assertThat(CommandRun.in(other, "ingest", "tips.csv", "--strict").code()).isEqualTo(1);
  }

  @Test
  void filesThatAreNoEventsAreNamed() throws IOException {
    Files.write(other.resolve("picture.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 1});
    Files.writeString(other.resolve("empty.csv"), "");
    Files.writeString(other.resolve("odd.csv"), "colour,taste\nred,sweet\n");
    for (String name : List.of("picture.png", "empty.csv", "odd.csv", "none.csv")) {
      CommandRun run = CommandRun.in(other, "ingest", name);
      assertThat(run.code()).as(name).isEqualTo(1);
      assertThat(run.err()).contains(name).doesNotContain("unexpected problem");
      assertThat(run.err().lines()).hasSize(1);
    }
  }

  @Test
  void aFileThatIsNoStoreIsNamed() throws IOException {
    Files.writeString(
        other.resolve("notes.duckdb"), "these are my notes, not a store ".repeat(999));
    CommandRun run = CommandRun.in(other, "export", "events", "--store", "notes.duckdb");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("notes.duckdb").doesNotContain("unexpected problem");
  }

  private static void assertUsage(String message, String... options) {
    String[] args = new String[2 + options.length];
    args[0] = "analyze";
    args[1] = "revenue";
    System.arraycopy(options, 0, args, 2, options.length);
    CommandRun run = run(args);
    assertThat(run.code()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(message);
  }

  private static List<String> creators() {
    return run("export", "creator")
        .out()
        .lines()
        .skip(1)
        .map(StoreCommandsTest::name)
        .filter(name -> !name.equals("platform"))
        .sorted()
        .toList();
  }

  private static String name(String line) {
    return line.substring(line.lastIndexOf(',') + 1);
  }

  private static CommandRun run(String... args) {
    return CommandRun.in(directory, args);
  }
}
