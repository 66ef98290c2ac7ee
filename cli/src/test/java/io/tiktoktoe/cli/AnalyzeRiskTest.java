package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code analyze risk} with what is told of the future, over one small simulated economy. */
class AnalyzeRiskTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir static Path directory;

  private static String creator = "";

  @BeforeAll
  static void takeInASimulatedEconomy() throws IOException {
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
    CommandRun ingested = run("ingest", "sim/events.parquet", "sim/rates.csv");
    assertThat(ingested.code()).as(ingested.err()).isZero();
    creator =
        Files.readAllLines(directory.resolve("sim/truth_ledger.csv")).stream()
            .skip(1)
            .map(line -> line.split(",")[0])
            .collect(
                java.util.stream.Collectors.groupingBy(
                    one -> one, java.util.stream.Collectors.counting()))
            .entrySet()
            .stream()
            .max(java.util.Map.Entry.comparingByValue())
            .orElseThrow()
            .getKey();
  }

  private static CommandRun run(String... args) {
    return CommandRun.in(directory, args);
  }

  private static CommandRun risk(String... more) {
    List<String> args = new java.util.ArrayList<>(List.of("analyze", "risk", "--creator", creator));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  private static JsonNode json(CommandRun run) {
    assertThat(run.code()).as(run.err()).isZero();
    return JSON.readTree(run.out());
  }

  @Test
  void aFileOfScenariosThatIsNotThereIsSaidSo() throws IOException {
    Files.createDirectories(directory.resolve("folder"));
    assertThat(risk("--scenarios", "absent.txt").err())
        .contains("absent.txt does not exist. Name a text file in UTF-8.");
    assertThat(risk("--scenarios", "folder").err())
        .contains("folder is no file. Name a text file in UTF-8.");
  }

  @Test
  void scenariosAddUpInTextAndJson() {
    JsonNode exposures =
        json(risk("--scenario", "tips -30%; refunds doubled; ads lost", "--json")).get("exposures");
    JsonNode scenario = exposures.get("scenarios").get(0);
    double sum = 0;
    for (JsonNode part : scenario.get("parts")) {
      sum += part.get("loss30").asDouble();
    }
    double loss = scenario.get("loss30").asDouble();
    assertThat(sum).isCloseTo(loss, within(1e-9 * Math.abs(loss)));
    assertThat(loss).isPositive();
  }

  @Test
  void theReportTellsScenariosOfAFileAndPlannedSpending() throws IOException {
    Files.writeString(
        directory.resolve("what-if.txt"), "[Ban]\nads lost\n\n[Slump]\ntips -20%\nads -10 %\n");
    Files.writeString(directory.resolve("rent.csv"), "date,amount\n2026-09-20,5\n");
    assertThat(risk("--scenarios", "what-if.txt", "--spending", "rent.csv").out())
        .contains("Scenario: Ban", "Scenario: Slump", "all together", "ads -10 %")
        .contains("Whether planned spending can be paid", "payment")
        .contains("If currencies fall", "What lowers it", "What it would cost");
  }

  @Test
  void whatCannotBeToldNamesWhatCan() {
    CommandRun unknown = risk("--scenario", "platform myspace closes");
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).contains("platform myspace", "There are: ");
    CommandRun past = risk("--scenario", "ads lost from 2020-01-01");
    assertThat(past.code()).isEqualTo(1);
    assertThat(past.err()).contains("in the past: the first day that is forecast is 2026-");
    CommandRun vague = risk("--scenario", "ads 30%");
    assertThat(vague.code()).isEqualTo(1);
    assertThat(vague.err()).contains("Write -30% or +30%");
    CommandRun alone = risk("--cash", "100");
    assertThat(alone.code()).isEqualTo(2);
    assertThat(alone.err()).contains("--cash says nothing without --spending");
    CommandRun days = risk("--payout-days", "400", "--spending", "what-if.txt");
    assertThat(days.code()).isNotZero();
    assertThat(days.err()).contains("--payout-days (400) must be 0 to 180");
  }

  @Test
  void plannedSpendingIsHeldAgainstPayouts() throws IOException {
    Files.writeString(
        directory.resolve("spending.csv"),
        "date,amount,what\n2026-09-10,100000000,studio\n2026-09-20,5,rent\n");
    JsonNode liquidity =
        json(risk("--spending", "spending.csv", "--cash", "10", "--json"))
            .get("exposures")
            .get("liquidity");
    assertThat(liquidity.get("chance").asDouble()).isGreaterThan(0.99).isLessThan(1);
    assertThat(liquidity.get("days")).hasSize(2);
    Files.writeString(directory.resolve("late.csv"), "date,amount\n2030-01-01,5\n");
    CommandRun late = risk("--spending", "late.csv");
    assertThat(late.code()).isEqualTo(1);
    assertThat(late.err()).contains("2030-01-01 (payment) must lie between 2026-");
  }

  @Test
  void mitigationsGoToAllocateAsPrinted() {
    CommandRun written = risk("--actions-out", "actions.csv");
    assertThat(written.code()).as(written.err()).isZero();
    String printed =
        written
            .err()
            .replaceAll("\\s+", " ")
            .replaceAll(".*(allocate actions.csv [^\"]*monetization).*", "$1")
            .strip();
    assertThat(printed).startsWith("allocate actions.csv --budget ");
    CommandRun allocated = run(printed.split(" "));
    assertThat(allocated.code()).as(allocated.err()).isZero();
    assertThat(allocated.out()).startsWith("segment,action,cost").contains("\n");
    assertThat(allocated.out().lines().count()).isGreaterThan(1);
  }

  @Test
  void oneDayOfIncomeHasNoCertainty() throws IOException {
    Files.writeString(
        directory.resolve("one.csv"),
        "id,time,type,creator,source,amount,currency\n"
            + "1,2026-08-30T12:00:00Z,tip,solo,direct,5.00,EUR\n");
    assertThat(run("ingest", "one.csv").code()).isZero();
    JsonNode answer = json(run("analyze", "risk", "--creator", "solo", "--json"));
    JsonNode exposures = answer.get("exposures");
    assertThat(exposures.get("content").isNull()).isTrue();
    assertThat(exposures.get("currencies")).isEmpty();
    JsonNode actions = exposures.get("actions");
    for (JsonNode action : actions) {
      assertThat(action.get("interval").get("hi").asDouble())
          .isGreaterThan(action.get("interval").get("lo").asDouble());
    }
  }
}
