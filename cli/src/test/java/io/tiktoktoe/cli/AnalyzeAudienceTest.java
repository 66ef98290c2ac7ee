package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code analyze audience} over one small simulated creator. Nothing is left to chance. */
class AnalyzeAudienceTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String TO = "2026-08-20";

  private static final Pattern NAME = Pattern.compile("[a-z]+-000\\d(?=,)");

  @TempDir static Path directory;

  /** The creator of whom most is known. */
  private static String creator;

  @BeforeAll
  static void takeInASimulatedCreator() {
    run("simulate", "--creators", "3", "--months", "6", "--start", "2026-03-01", "--out", "sim");
    CommandRun ingested = run("ingest", "sim/events.parquet", "sim/rates.csv");
    assertThat(ingested.code()).as(ingested.err()).isZero();
    Map<String, Integer> events = new TreeMap<>();
    run("export", "current_events")
        .out()
        .lines()
        .forEach(
            line -> {
              Matcher name = NAME.matcher(line);
              if (name.find()) {
                events.merge(name.group(), 1, Integer::sum);
              }
            });
    creator = events.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  private static CommandRun run(String... arguments) {
    return CommandRun.in(directory, arguments);
  }

  private static CommandRun analyze(String... arguments) {
    List<String> all = new ArrayList<>(List.of("analyze", "audience", "--creator", creator));
    all.addAll(List.of(arguments));
    return run(all.toArray(new String[0]));
  }

  @Test
  void theReportHasEveryPart() {
    CommandRun report = analyze("--to", TO, "--budget", "100");
    assertThat(report.code()).as(report.err()).isZero();
    assertThat(report.out())
        .contains(
            "Audience of ",
            "as of " + TO,
            "active in the last 30 days",
            "from nobody in particular",
            "Segments",
            "What they will bring  (365 days)",
            "Who leaves",
            "Use: of the fans active in the 30 days before",
            "Who comes back",
            "What to do  (30 days)",
            "Within: budget 100",
            "audience value optimizer, seed 0");
    assertThat(report.out().lines()).allMatch(line -> line.length() <= 110);
  }

  @Test
  void jsonAndTextAgree() {
    CommandRun told = analyze("--to", TO, "--json");
    JsonNode answer = JSON.readTree(told.out());
    CommandRun report = analyze("--to", TO);
    long fans = answer.get("size").get("fans").asLong();
    assertThat(fans).isPositive();
    assertThat(report.out()).contains("%,d fans".formatted(fans));
    int counted = 0;
    for (JsonNode segment : answer.get("segments")) {
      counted += segment.get("fans").asInt();
    }
    assertThat(counted).isEqualTo((int) fans);
  }

  @Test
  void aPictureIsDrawn() throws Exception {
    CommandRun drawn = analyze("--to", TO, "--out", "audience.svg");
    assertThat(drawn.code()).as(drawn.err()).isZero();
    assertThat(Files.readString(directory.resolve("audience.svg"))).startsWith("<svg");
  }

  @Test
  void aRecordedPlanIsAmongTheStoresDecisions() {
    CommandRun recorded = analyze("--to", TO, "--budget", "500", "--record", "--json");
    assertThat(recorded.code()).as(recorded.err()).isZero();
    JsonNode plan = JSON.readTree(recorded.out()).get("strategy").get("plan");
    CommandRun events = run("export", "current_events");
    long decisions = events.out().lines().filter(line -> line.contains("decision.taken")).count();
    assertThat(plan.size()).isPositive();
    assertThat(decisions).isGreaterThanOrEqualTo(plan.size());
  }

  @Test
  void anActionOfOnesOwnIsPlanned() throws Exception {
    Files.writeString(
        directory.resolve("own.csv"), "action,cost,retention,retention_sd\nvisit,0.01,0.9,0.01\n");
    CommandRun planned = analyze("--to", TO, "--budget", "500", "--actions", "own.csv", "--json");
    assertThat(planned.code()).as(planned.err()).isZero();
    JsonNode plan = JSON.readTree(planned.out()).get("strategy").get("plan");
    assertThat(plan.size()).isPositive();
    assertThat(plan.toString()).contains("\"visit\"");
    assertThat(analyze("--actions", "none.csv").code()).isEqualTo(1);
  }

  @Test
  void anImpossiblePlanSaysWhatToChangeAndItWorks() {
    String[] none = {"--to", TO, "--budget", "0", "--least-share", "0.5"};
    String told = analyze(none).out().replaceAll("\\s+", " ");
    assertThat(told)
        .contains("no plan keeps all of these means. Change ")
        .doesNotContain("No plan within these means is better");
    Matcher budget = Pattern.compile("the budget to ([0-9.,]+) \\(now 0.00\\)").matcher(told);
    assertThat(budget.find()).as(told).isTrue();
    none[3] = budget.group(1).replace(",", "");
    assertThat(analyze(none).out()).doesNotContain("Nothing:");
  }

  @Test
  void aNameInAMessageIsTheOptions() {
    for (String[] wrong :
        List.of(
            new String[] {"--least-share", "2"},
            new String[] {"--horizon", "0"},
            new String[] {"--weights", "-1,1,1"},
            new String[] {"--budget", "abc"},
            new String[] {"--messages", "1e300"},
            new String[] {"--priorities", "growth,growth,growth"})) {
      CommandRun refused = analyze(wrong);
      assertThat(refused.code()).as(refused.err()).isEqualTo(2);
      assertThat(refused.err())
          .contains(wrong[0] + " (")
          .doesNotContain("java.", "LIFETIME", "RETENTION");
    }
  }

  @Test
  void whatAnAudienceDoesNotUseIsRefused() {
    assertThat(analyze("--country", "DE").code()).isEqualTo(2);
    assertThat(run("analyze", "audience", "--help").out()).doesNotContain("--country", "--events");
  }

  @Test
  void wrongWordsAreWrongUsage() {
    assertThat(analyze("--weights", "1,2").code()).isEqualTo(2);
    assertThat(analyze("--weights", "0,0,0").code()).isEqualTo(2);
    assertThat(analyze("--segments", "many").code()).isEqualTo(2);
    assertThat(analyze("--priorities", "growth").code()).isEqualTo(2);
    assertThat(analyze("--budget", "-5").code()).isEqualTo(2);
    assertThat(analyze("--from", TO, "--to", "2026-08-01").code()).isEqualTo(2);
    assertThat(analyze("--to", "2099-01-01").code()).isEqualTo(1);
  }
}
