package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands about prices: columns, JSON, pictures, and files that say little or nonsense. */
class PricingCommandsTest {

  private static final JsonMapper JSON = new JsonMapper();

  private static final String SURVEY =
      """
      respondent,too_cheap,cheap,expensive,too_expensive
      1,1,3,6,9
      2,2,4,7,10
      3,3,5,8,11
      4,2,9,5,12
      """;

  private static final String LOG =
      """
      arm,reward,propensity,policy
      a,1,.5,.2
      b,0,.5,.8
      a,0,.5,.2
      b,2,.5,.8
      """;

  @TempDir Path directory;

  private CommandRun run(String content, String... args) throws IOException {
    Files.writeString(directory.resolve("f.csv"), content);
    return CommandRun.in(directory, args);
  }

  @Test
  void aSurveyHasTheContractsColumnsAndKeys() throws IOException {
    CommandRun table = run(SURVEY, "wtp", "f.csv");
    assertThat(table.code()).as(table.err()).isZero();
    assertThat(table.out().lines()).hasSize(2);
    assertThat(table.out()).startsWith("PMC,IDP,OPP,PME,curve\n3.0,5.0,3.0,8.0,\"[[1.0,1.0,1.0");
    assertThat(table.err()).contains("1 of 4 respondents named prices that do not rise");
    JsonNode json = JSON.readTree(run(SURVEY, "wtp", "f.csv", "--json").out());
    assertThat(json.get("pmc").asDouble()).isEqualTo(3);
    assertThat(json.get("curve")).hasSize(11);
    assertThat(json.get("curve").get(0).get("too_cheap").asDouble()).isEqualTo(1);
    assertThat(json.get("intervals")).hasSize(4);
    CommandRun picture = run(SURVEY, "wtp", "f.csv", "--picture", "--keep-disordered");
    assertThat(picture.out()).contains("Shares over prices", "OPP");
    assertThat(run(SURVEY, "wtp", "f.csv", "--out", "p.svg").code()).isZero();
    assertThat(directory.resolve("p.svg")).content().startsWith("<svg");
  }

  @Test
  void elasticitiesHaveTheContractsColumnsAndKeysFromEveryFormat() throws IOException {
    CommandRun table = run(history(), "elasticity", "f.csv");
    assertThat(table.code()).as(table.err()).isZero();
    List<String> lines = table.out().lines().toList();
    assertThat(lines.getFirst()).isEqualTo("product,elasticity,lo95,hi95");
    assertThat(lines).hasSize(3);
    assertThat(Double.parseDouble(lines.get(1).split(",")[1])).isCloseTo(-1.5, within(.3));
    JsonNode json = JSON.readTree(run(history(), "elasticity", "f.csv", "--json").out());
    assertThat(json.get(1).get("product").asString()).isEqualTo("q");
    assertThat(json.get(1).get("evidence").asString()).isEqualTo("price_never_changed");
    assertThat(json.get(0).get("method").asString()).isEqualTo("log_log");
    try (GZIPOutputStream gzip =
        new GZIPOutputStream(Files.newOutputStream(directory.resolve("g.csv.gz")))) {
      gzip.write(history().getBytes(StandardCharsets.UTF_8));
    }
    assertThat(CommandRun.in(directory, "elasticity", "g.csv.gz").out()).isEqualTo(table.out());
    StringBuilder ndjson = new StringBuilder();
    String[] names = history().lines().findFirst().orElseThrow().split(",");
    history()
        .lines()
        .skip(1)
        .forEach(
            line -> {
              String[] cells = line.split(",");
              ndjson.append("{");
              for (int at = 0; at < cells.length; at++) {
                ndjson.append("\"%s\":\"%s\",".formatted(names[at], cells[at]));
              }
              ndjson.setLength(ndjson.length() - 1);
              ndjson.append("}\n");
            });
    Files.writeString(directory.resolve("n.ndjson"), ndjson);
    assertThat(CommandRun.in(directory, "elasticity", "n.ndjson").out()).isEqualTo(table.out());
  }

  @Test
  void rowsWithoutAQuantityAreForetold() throws IOException {
    String asked = history() + "p,80,2,,north\n";
    CommandRun run = run(asked, "elasticity", "f.csv", "--expected");
    assertThat(run.code()).as(run.err()).isZero();
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst()).isEqualTo("product,unit,period,price,quantity");
    assertThat(lines.get(1)).startsWith("p,all,80,2.0,");
    double truth = Math.exp(4 - 1.5 * Math.log(2));
    assertThat(Double.parseDouble(lines.get(1).split(",")[4]))
        .isCloseTo(truth, within(.15 * truth));
    assertThat(run(history(), "elasticity", "f.csv", "--expected").err())
        .contains("every row has a quantity");
  }

  @Test
  void aPolicyMayShowWhatTheLogNeverDid() throws IOException {
    String log =
        """
        arm,reward,propensity,policy_a,policy_b,policy_c
        a,1,.5,.2,.3,.5
        b,0,.5,.2,.3,.5
        """;
    assertThat(run(log, "bandit", "evaluate", "f.csv").out().lines()).hasSize(5);
  }

  /** Product p with an elasticity of -1.5, and q, whose price never changes. */
  private static String history() {
    SplittableRandom random = new SplittableRandom(3);
    StringBuilder rows = new StringBuilder("product,period,price,quantity,region\n");
    for (int week = 0; week < 80; week++) {
      double log = .3 * random.nextGaussian();
      double sold = Math.exp(4 - 1.5 * log + .1 * random.nextGaussian());
      String region = week % 2 == 0 ? "north" : "south";
      rows.append("p,%d,%s,%s,%s\n".formatted(week, Math.exp(log), sold, region));
      rows.append("q,%d,5,%d,%s\n".formatted(week, 20 + week % 3, region));
    }
    return rows.toString();
  }

  @Test
  void aLoggedPolicyHasTheContractsColumns() throws IOException {
    CommandRun table = run(LOG, "bandit", "evaluate", "f.csv");
    assertThat(table.code()).as(table.err()).isZero();
    assertThat(table.out().lines().map(line -> line.split(",")[0]))
        .containsExactly("estimator", "ips", "snips", "dr", "switch_dr");
    assertThat(table.out()).startsWith("estimator,value,lo95,hi95\nips,0.9,");
    assertThat(table.err()).contains("says as much as 3");
    JsonNode json =
        JSON.readTree(run(LOG, "bandit", "evaluate", "f.csv", "--policy", "b", "--json").out());
    assertThat(json.get(1).get("value").asDouble()).isEqualTo(1);
    String two =
        """
        arm,reward,propensity,policy_old,policy_new
        a,1,.5,.5,.9
        b,0,.5,.5,.1
        a,0,.5,.5,.9
        b,2,.5,.5,.1
        """;
    List<String> lines = run(two, "bandit", "evaluate", "f.csv").out().lines().toList();
    assertThat(lines).hasSize(9);
    assertThat(lines.getFirst()).isEqualTo("policy,estimator,value,lo95,hi95");
    assertThat(lines.get(1)).startsWith("policy_old,ips,0.75,");
    assertThat(lines.get(5)).startsWith("policy_new,ips,0.55,");
  }

  /** Exit code 2 for wrong usage, 1 for a file that cannot be used; a remedy in both. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wtp f.csv | 1 | cheap,expensive;1,2 | column too_expensive is missing",
        "wtp f.csv | 1 | cheap,expensive,too_expensive;9,5,1 | none of 1 respondents",
        "wtp f.csv | 1 | cheap,expensive,too_expensive;-1,5,9 | row 1: cheap (-1.0) must be a"
            + " price",
        "wtp f.csv | 1 | cheap,expensive,too_expensive;x,5,9 | row 1: cheap (x) is not a number",
        "wtp f.csv | 1 | respondent,cheap,expensive,too_expensive;a,1,2,3;a,1,2,3 | Keep one"
            + " answer",
        "wtp f.csv | 1 | cheap,expensive,too_expensive,pi_cheap;1,5,9,7 | pi_cheap (7.0)",
        "wtp f.csv --crossing top | 2 | cheap,expensive,too_expensive;1,5,9 | --crossing",
        "wtp f.csv --map nix=cheap | 2 | cheap,expensive,too_expensive;1,5,9 | column nix of --map",
        "wtp nix.csv | 1 | a | does not exist",
        "elasticity f.csv | 1 | product,price,quantity;a,5,-3 | row 1: quantity (-3.0)",
        "elasticity f.csv | 1 | product,price,quantity;a,5,3 | too few rows",
        "elasticity f.csv | 1 | product,price,quantity;a,0,3;a,0,4;a,0,5 | free all along",
        "elasticity f.csv | 1 | product,price,quantity;a,5,3;a,5,4;a,5,6;a,5,2 | never changed",
        "elasticity f.csv | 1 | product,price,quantity;a,NaN,3;a,5,NaN | 2 rows were not used",
        "elasticity f.csv | 1 | product,price,quantity,period;a,5,3,soon | Write it like 12",
        "elasticity f.csv | 1 | product,price,quantity,sold_out;a,5,3,maybe | sold_out (maybe)",
        "elasticity f.csv | 1 | product,price,quantity;a,5,1e80 | beyond 1e75",
        "elasticity f.csv --season -3 | 2 | product,price,quantity;a,5,3 | --season (-3.0)",
        "elasticity f.csv --cross some | 2 | product,price,quantity;a,5,3 | --cross",
        "bandit evaluate f.csv | 1 | arm,reward,propensity,policy;a,1,0,1 | row 1: propensity"
            + " (0.0)",
        "bandit evaluate f.csv | 1 | arm,reward,propensity,policy;a,1,.5,2 | row 1: policy (2.0)",
        "bandit evaluate f.csv | 1 | arm,reward,propensity;a,1,.5 | ask for --policy uniform",
        "bandit evaluate f.csv | 1 | arm,reward,propensity,policy;a,1,.5,0 | overlaps with the log",
        "bandit evaluate f.csv | 1 | arm,reward,propensity,policy;a,,.5,1 | row 1: reward (NaN)",
        "bandit evaluate f.csv | 1 | arm,reward,propensity,policy;a,1,.5,x | must hold chances",
        "bandit evaluate f.csv | 1 | arm,reward,propensity,policy_a;a,1,.5,.2;b,0,.5,.8 | but not"
            + " policy_b",
        "bandit evaluate f.csv --policy z | 2 | arm,reward,propensity;a,1,.5 | --policy (z)",
        "bandit | 2 | a | Name a question"
      })
  void whatCannotBeIsSaidWithARemedy(String args, int code, String rows, String said)
      throws IOException {
    CommandRun run = run(rows.replace(';', '\n') + "\n", args.split(" "));
    assertThat(run.err()).contains(said);
    assertThat(run.code()).as(run.err()).isEqualTo(code);
  }

  @Test
  void hugeRewardsAndOneRespondentHaveAnAnswer() throws IOException {
    String huge = "arm,reward,propensity,policy\na,1e60,.5,.5\nb,2e60,.5,.5\na,0,.5,.5\n";
    assertThat(run(huge, "bandit", "evaluate", "f.csv").out())
        .contains("ips,")
        .doesNotContain("NaN");
    CommandRun one = run("cheap,expensive,too_expensive\n3,6,9\n", "wtp", "f.csv");
    assertThat(one.code()).as(one.err()).isZero();
    assertThat(one.out()).contains(",6.0,,");
  }
}
