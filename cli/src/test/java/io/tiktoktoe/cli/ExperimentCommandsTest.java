package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Price tests from the command line. */
class ExperimentCommandsTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path directory;

  private CommandRun run(String line) {
    return CommandRun.in(directory, line.split(" "));
  }

  private CommandRun make(String more) {
    return run(
        "experiment create spring --creator ada --product club --arm today=5 --arm high=6"
            + " --traffic 500 --conversion 0.2"
            + more);
  }

  @Test
  void aFileWithABadRowInTheMiddleKeepsAllOthersAndNamesIt() throws IOException {
    assertThat(make("").code()).isZero();
    List<String> fans =
        IntStream.range(0, 10_000)
            .mapToObj(fan -> fan == 5_000 ? ",5000" : "fan-%1$d,%1$d".formatted(fan))
            .toList();
    Files.writeString(
        directory.resolve("fans.csv"),
        fans.stream().collect(Collectors.joining("\n", "fan,n\n", "\n")));
    CommandRun assigned = run("experiment assign spring --file fans.csv");
    assertThat(assigned.code()).as(assigned.err()).isZero();
    assertThat(assigned.out().lines()).hasSize(10_000);
    assertThat(assigned.err()).contains("row 5,001 was refused: fan is empty");
    List<String> outcomes = new ArrayList<>(List.of("id,fan,kind,amount"));
    for (int row = 0; row < 10_000; row++) {
      String fan = "fan-" + (row == 5_000 ? 4_999 : row);
      outcomes.add("o-%d,%s,purchase,%s".formatted(row, fan, row == 7_000 ? "much" : "4.5"));
    }
    Files.write(directory.resolve("outcomes.csv"), outcomes);
    CommandRun recorded = run("experiment record spring --file outcomes.csv");
    assertThat(recorded.code()).as(recorded.err()).isZero();
    assertThat(recorded.out()).contains("9,999 recorded, 0 known before, 1 refused");
    assertThat(recorded.err())
        .contains("row 7,001 (o-7000) was refused: amount (much) is no amount of USD");
    JsonNode again =
        JSON.readTree(run("experiment record spring --file outcomes.csv --json").out());
    assertThat(again.get("duplicates").asLong()).isEqualTo(9_999);
    assertThat(again.get("refused").get(0).get("row").asLong()).isEqualTo(7_001);
    JsonNode report = JSON.readTree(run("experiment show spring --json").out());
    assertThat(report.get("verdict").asString()).isEqualTo("not_yet");
    assertThat(report.get("persons").asLong()).isEqualTo(9_999);
    assertThat(report.get("arms")).hasSize(2);
    CommandRun audit = run("experiment show spring --audit");
    assertThat(audit.code()).as(audit.out()).isZero();
    assertThat(audit.out()).contains("The log holds", "9,999 persons", "posteriors, 0 come out");
    assertThat(report.get("arms").get(1).get("chance_of_best").asDouble()).isBetween(0.0, 1.0);
  }

  @Test
  void whoGotAllBackDidNotBuy() throws IOException {
    assertThat(make(" --window 0").code()).isZero();
    run("experiment assign spring ada ben cleo dora");
    Files.writeString(
        directory.resolve("outcomes.csv"),
        "id,fan,kind,amount\n1,ada,purchase,5\n2,ben,purchase,5\n3,ben,refund,5\n"
            + "4,cleo,purchase,5\n5,cleo,refund,1\n");
    assertThat(run("experiment record spring --file outcomes.csv").code()).isZero();

    JsonNode arms = JSON.readTree(run("experiment show spring --json").out()).get("arms");
    long bought = 0;
    long refunded = 0;
    for (JsonNode arm : arms) {
      bought += arm.get("bought").asLong();
      refunded += arm.get("refunded").asLong();
    }

    assertThat(bought).isEqualTo(2);
    assertThat(refunded).isEqualTo(1);
    assertThat(run("experiment show spring").out())
        .contains("1 more bought and got all of their money back");
  }

  @Test
  void largePricesAreWrittenWithoutExponent() {
    CommandRun made =
        run(
            "experiment create yen --creator ada --currency JPY --arm today=12000000"
                + " --arm high=13000000 --traffic 500 --conversion 0.2");
    assertThat(made.code()).as(made.err()).isZero();
    assertThat(run("experiment assign yen zoe").out())
        .containsPattern(",1[23]000000,JPY|,1[23]000000.0,JPY")
        .doesNotContain("E7");
  }

  @Test
  void whoCountsIsTold() throws IOException {
    assertThat(make(" --window 0").code()).isZero();
    run("experiment assign spring zoe ben");
    assertThat(run("experiment show spring").out())
        .contains("2 persons were shown a price, all of them count.");
  }

  @Test
  void aRowOfAnotherWidthIsRefusedAlone() throws IOException {
    make("");
    Files.writeString(directory.resolve("f.csv"), "fan,x\na,1\nb\nc,3\n");
    CommandRun run = run("experiment assign spring --file f.csv");
    assertThat(run.code()).isZero();
    assertThat(run.out().lines()).hasSize(3);
    assertThat(run.err()).contains("row 2 was refused").contains("has 1 cells, the header has 2");
    Files.writeString(directory.resolve("g.csv"), "name\na\n");
    CommandRun wrong = run("experiment assign spring --file g.csv");
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.err()).contains("has no column fan; it has name");
  }

  @Test
  void wrongUsageIsToldAndNothingIsMade() {
    assertThat(make(" --ceiling 5.5").code()).isEqualTo(2);
    assertThat(make(" --ceiling 5.5").err())
        .contains("--arm high has price 6.0, which is not from --floor (0.0) to --ceiling (5.5)");
    assertThat(make(" --alpha 2").code()).isNotZero();
    assertThat(make(" --control other").err()).contains("--control (other) is no --arm");
    assertThat(make(" --arm x").err()).contains("--arm (x) has no name and price");
    assertThat(make(" --arm x=5,trail=3").err()).contains("has an unknown part, trail");
    assertThat(make(" --longest 20").err()).contains("Give --effect");
    assertThat(make(" --dry-run").out()).contains("planned only");
    CommandRun unknown = run("experiment show spring");
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).contains("there is no price test spring");
    assertThat(run("experiment assign spring").code()).isEqualTo(2);
    assertThat(make("").code()).isZero();
    assertThat(run("experiment stop spring --arm today").err())
        .contains("--arm (today) is charged today");
    assertThat(run("experiment stop spring --charge nothing").err())
        .contains("is no arm of spring");
  }

  @Test
  void settingsOutOfRangeAreUsageAndNameTheirOption() {
    Map<String, String> wrong =
        Map.of(
            " --alpha 0", "--alpha (0.0) must be between 0 and 1, both excluded",
            " --minimum -1", "--minimum (-1.0) must be 0 persons or more",
            " --cap 0", "--cap (0.0) must be above 0",
            " --exploration 2", "--exploration (2.0) must be from 0 to 1",
            " --stop-loss NaN", "'NaN' is no number that can be",
            " --effect 1e9", "--effect (1.0E9) must be above 0, to 100");
    wrong.forEach(
        (more, said) -> {
          CommandRun run = make(more);
          assertThat(run.code()).as(more).isEqualTo(2);
          assertThat(run.err()).contains(said);
        });
    assertThat(make(" --arm same=5").err()).contains("--arm same offers the same as today");
    assertThat(make(" --arm trial=5,trial=7 --longest 400 --dry-run").code()).isZero();
  }

  @Test
  void pricesHaveTheDecimalsOfTheirCurrency() {
    String yen = make(" --currency JPY --dry-run").out();
    assertThat(yen)
        .contains("today (today)      5")
        .doesNotContain("5.00 ")
        .doesNotContain(".00 JPY");
    assertThat(
            run("experiment create k --creator ada --arm a=5.125 --arm b=6.255 --traffic 500"
                    + " --conversion 0.2 --currency KWD --dry-run")
                .out())
        .contains("5.125", "6.255");
  }

  @Test
  void whatIsRefusedNamesTheOptionThatWasGivenAndARemedyThatWorks() throws IOException {
    make(" --window 0");
    assertThat(run("experiment stop spring --charge nothing").err())
        .contains("--charge (nothing) is no arm of spring. Name one of today, high.");
    String fresh = run("experiment show spring").out();
    assertThat(fresh).contains("Nobody was shown a price yet.");
    run("experiment assign spring zoe-1 ben-2");
    run("experiment record spring --id 1 --fan zoe-1 --amount 4.50");
    Files.writeString(directory.resolve("o.csv"), "id,fan,kind,amount\n2,ben-2,purchase,4.5\n");
    assertThat(run("experiment record spring --file o.csv --id 3").code()).isEqualTo(2);
    assertThat(run("experiment stop spring --arm high").out())
        .contains("2 persons were shown a price, all of them count.");
    run("experiment stop spring --charge high");
    assertThat(run("experiment assign spring late").out()).contains("charged");
    assertThat(run("experiment record spring --id 4 --fan late --amount 4.50").err())
        .contains("--fan (late) was never shown an arm of spring, which is over");
    run(
        "experiment create next --creator ada --product club --arm today=5 --arm low=4"
            + " --traffic 500 --conversion 0.2");
    assertThat(run("experiment assign next zoe-1").out()).contains("promised");
    assertThat(run("experiment record next --id 5 --fan zoe-1 --amount 4.50").err())
        .contains("--fan (zoe-1) keeps the price of an earlier test and is not in next");
  }

  @Test
  void anErasedFanLeavesTheLogUnnamed() throws IOException {
    make("");
    run("experiment assign spring zoe-1 ben-2");
    run("experiment record spring --id 1 --fan zoe-1 --amount 4.50");
    CommandRun erased = run("erase zoe-1 --yes");
    assertThat(erased.code()).as(erased.err()).isZero();
    JsonNode report = JSON.readTree(run("experiment show spring --json").out());
    assertThat(report.get("persons").asLong()).isEqualTo(2);
    assertThat(report.get("oddities").get("erased").asLong()).isEqualTo(1);
    assertThat(run("experiment rollback spring --json").out()).doesNotContain("zoe-1");
    assertThat(run("experiment record spring --id 2 --fan zoe-1 --amount 4.50").err())
        .contains("--fan (zoe-1) was never shown an arm");
  }

  @Test
  void aBackupTakesPriceTestsAlong() throws IOException {
    make("");
    String told = run("experiment assign spring zoe-1 ben-2 mia-3 tom-4").out();
    assertThat(run("backup saved").code()).isZero();
    assertThat(run("restore saved --store other.duckdb").code()).isZero();
    CommandRun again = run("experiment assign spring zoe-1 ben-2 mia-3 tom-4 --store other.duckdb");
    assertThat(again.out()).isEqualTo(told.replace(",drawn", ",kept"));
  }

  /** Processes of their own: one process at a time owns a store. */
  @Test
  void stepsAtOnceTakeTurns() throws IOException, InterruptedException {
    make("");
    List<ChildProgram> children = new ArrayList<>();
    for (int child = 0; child < 3; child++) {
      children.add(
          ChildProgram.start(
              directory,
              directory.resolve("child-" + child),
              List.of(
                  Main.class.getName(),
                  "experiment",
                  "assign",
                  "spring",
                  "zoe-1",
                  "--wait",
                  "200")));
    }
    List<String> arms = new ArrayList<>();
    for (ChildProgram child : children) {
      assertThat(child.end()).as(child.err()).isZero();
      arms.add(child.out().split(",")[10]);
    }
    assertThat(arms).hasSize(3);
    assertThat(arms.stream().distinct()).hasSize(1);
    assertThat(List.of("today", "high")).contains(arms.getFirst());
  }
}
