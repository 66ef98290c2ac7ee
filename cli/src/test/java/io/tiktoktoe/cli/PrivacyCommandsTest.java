package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PrivacyCommandsTest {

  @TempDir Path folder;

  @Test
  void epsilonOfAFile() throws IOException {
    write("a.csv", "mechanism,parameter,sensitivity,count\ngaussian,36.3046904262,1,1\n");

    JsonNode cost = json("privacy", "epsilon", "a.csv", "--delta", "1e-6", "--json");

    assertThat(cost.propertyNames()).containsExactly("pld", "rdp");
    assertThat(cost.get("pld").asDouble()).isCloseTo(0.1, within(1e-8));
    assertThat(cost.get("rdp").asDouble()).isGreaterThan(0.1);
    assertThat(run("privacy", "epsilon", "a.csv").out())
        .startsWith("epsilon at delta 0.000001: 0.1");
  }

  @Test
  void otherNamesAndKindsOfFiles() throws IOException {
    write("a.ndjson", "{\"kind\":\"Laplace\",\"b\":10,\"sensitivity\":1}\n");

    JsonNode cost =
        json(
            "privacy",
            "epsilon",
            "a.ndjson",
            "--map",
            "kind=mechanism,b=parameter",
            "--delta",
            "0",
            "--json");

    assertThat(cost.get("pld").asDouble()).isCloseTo(0.1, within(1e-9));
  }

  @Test
  void noiseForStatistics() {
    JsonNode noise = json("privacy", "noise", "--count", "100", "--json");

    assertThat(noise.get("mechanism").asString()).isEqualTo("gaussian");
    assertThat(noise.get("scale").asDouble()).isCloseTo(363.0469, within(1e-3));
    assertThat(noise.get("standard_error").asDouble()).isEqualTo(noise.get("scale").asDouble());
    assertThat(run("privacy", "noise").out())
        .contains("laplace noise of scale 9.9998")
        .contains("14.1419 of the statistic;");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cauchy,1,1,1|1|row 1: mechanism (cauchy) is unknown. Use one of gaussian, laplace",
        "gaussian,0,1,1|1|row 1: parameter (0.0) must be a number above 0",
        "gaussian,x,1,1|1|row 1: parameter (x) is not a number",
        "gaussian,1,1,1.5|1|row 1: count (1.5) must be a whole number",
        "gaussian,1,NaN,1|1|row 1: sensitivity is missing"
      })
  void sayWhichCellIsWrong(String row, int code, String message) throws IOException {
    write("a.csv", "mechanism,parameter,sensitivity,count\n" + row + "\n");

    CommandRun run = run("privacy", "epsilon", "a.csv");

    assertThat(run.code()).isEqualTo(code);
    assertThat(run.err()).contains(message);
  }

  @ParameterizedTest
  @CsvSource({
    "--epsilon,0",
    "--epsilon,NaN",
    "--delta,1",
    "--delta,-1e-6",
    "--delta,4.9e-324",
    "--sensitivity,0",
    "--count,0"
  })
  void anOptionOutOfRangeIsWrongUsage(String option, String value) {
    CommandRun run = run("privacy", "noise", option, value);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(option).contains("Use").doesNotContain("{");
  }

  @Test
  void planOfAFile() throws IOException {
    write(
        "plan.csv",
        "name,measure,cells,partitions,expected\nfans,people,1,1,1000\ntitles,top,,2,500\n");

    JsonNode plan = json("privacy", "plan", "plan.csv", "--json");

    assertThat(plan.get("epsilon").asDouble()).isEqualTo(0.1);
    assertThat(plan.get("spent").asDouble()).isBetween(0.0999, 0.1);
    assertThat(plan.get("statistics").get(1).get("persons_to_appear").asLong()).isPositive();
    assertThat(plan.get("statistics").get(0).get("share").asDouble()).isPositive();
    assertThat(run("privacy", "plan", "plan.csv").out()).contains("fans (people): within");
    write(
        "few.csv",
        "name,measure,cells,partitions,expected,highest\n"
            + "fans,people,1,1,1,1\n"
            + "pay,total,1,1,1,1000000\n");
    assertThat(run("privacy", "plan", "few.csv").out())
        .containsPattern("\\d,\\d{3}% of the expected size")
        .containsPattern("within \\d+,\\d{3},\\d{3} in 95")
        .contains("delta 0.000001")
        .doesNotContain("e+");
  }

  @ParameterizedTest
  @CsvSource({
    "'fans,crowd,1,1,1', 'measure (crowd) is unknown'",
    "'fans,people,1.5,1,1', 'cells (1.5) must be a whole number'",
    "'fans,people,1,0,1', 'partitions (0) must lie between'",
    "'fans,people,1,1,-2', 'expected (-2.0)'",
    "'fans,running,,1,1', 'must be known'"
  })
  void planSaysWhichCellIsWrong(String row, String message) throws IOException {
    write("plan.csv", "name,measure,cells,partitions,expected\n" + row + "\n");

    CommandRun run = run("privacy", "plan", "plan.csv");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains(message);
  }

  /** What a person who plans releases for mischief may write; each is answered at once. */
  @Test
  void hostilePlansAreRefusedQuickly() throws IOException {
    String head = "name,measure,cells,partitions,weight,expected\n";
    write("many.csv", head + "x%d,people,1,1,1,1000\n".repeat(10_001).replace("%d", "x"));
    write("far.csv", head + "a,people,1,1,1e15,1000\nb,people,1,1,1e-15,1000\n");
    write("wide.csv", head + "a,quantiles,100000,10000,1,1e-15\n");
    write("twice.csv", head + "a,people,1,1,1,1000\na,people,1,1,1,1000\n");
    long start = System.nanoTime();

    assertThat(run("privacy", "plan", "many.csv").err()).contains("row 10001", "10,000 at most");
    assertThat(run("privacy", "plan", "far.csv").err()).contains("far.csv", "too far apart");
    assertThat(run("privacy", "plan", "twice.csv").err())
        .contains("name (a)")
        .doesNotContain("too far apart");
    CommandRun wide = run("privacy", "plan", "wide.csv", "--out", "plan.json");

    assertThat(wide.code()).as(wide.err()).isZero();
    assertThat(Files.readString(folder.resolve("plan.json"))).contains("\"standard_error\"");
    assertThat(System.nanoTime() - start).isLessThan(300_000_000_000L);
  }

  @Test
  void ledgerTellsWhatWasSpentAndWhenItCannotBeTrusted() throws IOException {
    Path store = folder.resolve(".tiktoktoe").resolve("store.duckdb");
    assertThat(run("privacy", "ledger").code()).isZero();
    assertThat(run("privacy", "ledger").err()).contains("There is no store", "store.duckdb");
    write("empty.csv", "id,time,type,creator,source\n");
    run("ingest", "empty.csv");
    assertThat(run("privacy", "ledger").out()).contains("Nothing was spent.");
    InstantSource clock = InstantSource.fixed(CommandRun.NOW);
    io.tiktoktoe.service.privacy.LedgerService.of(store, folder.resolve("home"), clock)
        .charge(
            new io.tiktoktoe.privacy.ledger.BudgetAccount("stage", "partners"),
            "key",
            "fans of march",
            new io.tiktoktoe.privacy.ledger.Price(40_000, 100));

    JsonNode account = json("privacy", "ledger", "--json").get("accounts").get(0);

    assertThat(account.get("epsilon_left").asDouble()).isEqualTo(0.06);
    assertThat(account.get("charges").get(0).get("about").asString()).isEqualTo("fans of march");
    assertThat(run("privacy", "ledger").out())
        .contains(
            "stage, all purposes: epsilon 0.04 of 0.1 spent within 30 days, 0.06 left;"
                + " delta 0.0000000001 of 0.000001, ",
            "stage, partners: epsilon 0.04 of 0.1 spent",
            "not finished: ask it again");
    assertThat(run("privacy", "ledger", "--renew").err()).contains("--renew is for a ledger");
    Files.writeString(store.resolveSibling("store.duckdb.ledger"), "");
    CommandRun broken = run("privacy", "ledger");
    assertThat(broken.code()).isEqualTo(1);
    assertThat(broken.out())
        .contains("PROBLEM", "privacy ledger --renew")
        .doesNotContain("Nothing was");
    assertThat(run("privacy", "ledger", "--renew").out()).contains("nothing is left until");
  }

  @Test
  void sharesOfPurposesAreGivenAndLimitTheirReleases() throws IOException {
    write(
        "tips.csv",
        "id,time,type,creator,source,fan,amount,currency\n"
            + "1,2025-06-02T10:00:00Z,tip,ada,tiktok,zoe,5,CHF\n");
    run("ingest", "tips.csv");

    String told = run("privacy", "ledger", "--share", "partners=0.3,benchmarks=0.2").out();
    JsonNode release =
        json(
            "analyze",
            "platform",
            "--from",
            "2025-06-01",
            "--to",
            "2025-06-30",
            "--purpose",
            "partners",
            "--json");

    assertThat(told).contains("store, partners (its share): epsilon 0 of 0.03 spent");
    assertThat(release.get("insights").get("privacy").get("epsilon").asDouble()).isEqualTo(0.03);
    CommandRun over =
        run(
            "analyze",
            "platform",
            "--from",
            "2025-06-01",
            "--to",
            "2025-06-29",
            "--purpose",
            "partners",
            "--epsilon",
            "0.05");
    assertThat(over.code()).isEqualTo(1);
    assertThat(over.err()).contains("of 0.03 over any 30 days 0.0 is left");
    CommandRun much = run("privacy", "ledger", "--share", "insight=0.6");
    assertThat(much.code()).isEqualTo(2);
    assertThat(much.err()).contains("--share", "0.6", "0.5");
    // The one that becomes smaller goes first, though the other is less.
    assertThat(run("privacy", "ledger", "--share", "benchmarks=0.65").code()).isZero();
    assertThat(run("privacy", "ledger", "--share", "partners=0.45,benchmarks=0.5").code()).isZero();
  }

  @Test
  void aReleaseNamesItsCurrencyAndWhatItDoesNotProtect() throws IOException {
    write(
        "tips.csv",
        "id,time,type,creator,source,fan,amount,currency\n"
            + "1,2025-06-02T10:00:00Z,tip,ada,tiktok,zoe,5,CHF\n");
    run("ingest", "tips.csv");
    String[] asked = {"analyze", "platform", "--from", "2025-06-01", "--to", "2025-06-30"};

    String text = run(asked).out();
    String[] json = {"analyze", "platform", "--from", "2025-06-01", "--to", "2025-06-30", "--json"};
    JsonNode answer = json(json);

    assertThat(text).contains("What people pay  (CHF)");
    JsonNode privacy = answer.get("insights").get("privacy");
    assertThat(privacy.get("repeated").asBoolean()).isTrue();
    assertThat(privacy.get("outside").get(0).asString()).isEqualTo("health");
  }

  /** What a script asked for and did not get is a failure, as for a period. */
  @Test
  void windowsOfWhichNoneIsReleasedAreAFailure() throws IOException {
    write(
        "tips.csv",
        "id,time,type,creator,source,fan,amount,currency\n"
            + "1,2025-06-02T10:00:00Z,tip,ada,tiktok,zoe,5,CHF\n"
            + "2,2025-06-05T10:00:00Z,tip,ada,tiktok,zoe,5,CHF\n");
    run("ingest", "tips.csv");
    run("analyze", "platform", "--from", "2025-06-01", "--to", "2025-06-03");

    CommandRun refused = run("analyze", "platform", "--window", "1d");

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.out()).contains("None was released.");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private CommandRun run(String... args) {
    return CommandRun.in(folder, args);
  }

  private JsonNode json(String... args) {
    CommandRun run = run(args);
    assertThat(run.code()).as(run.err()).isZero();
    return new JsonMapper().readTree(run.out());
  }
}
