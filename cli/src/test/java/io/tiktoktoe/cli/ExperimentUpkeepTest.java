package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What keeps price tests of one store in order: their list, whose they are, what stays. */
class ExperimentUpkeepTest {

  private static final String MAKE =
      "experiment create %s --creator %s --product %s --arm today=5 --arm high=6 --traffic 500"
          + " --conversion 0.2";

  @TempDir Path directory;

  private CommandRun run(String line) {
    return CommandRun.in(directory, line.split(" "));
  }

  private CommandRun make(String name, String creator, String product, String more) {
    return run(MAKE.formatted(name, creator, product) + more);
  }

  @Test
  void allTestsOfAStoreAreListedWithTheirState() {
    assertThat(make("spring", "ada", "club", "").code()).isZero();
    assertThat(make("summer", "ada", "mug", "").code()).isZero();
    run("experiment assign spring zoe ben");
    run("experiment stop spring --charge high");
    CommandRun list = run("experiment list");
    assertThat(list.code()).as(list.err()).isZero();
    assertThat(list.out().lines())
        .containsExactly(
            "name,creator,product,status,created,arms,persons,charged",
            "spring,ada,club,stopped,2026-11-22T12:00:00Z,2,2,high",
            "summer,ada,mug,running,2026-11-22T12:00:00Z,2,0,");
    JsonNode json = new JsonMapper().readTree(run("experiment list --json").out());
    assertThat(json.get(1).get("status").asString()).isEqualTo("running");
  }

  @Test
  void aStoreWithoutATestSaysSo() throws IOException {
    Files.writeString(
        directory.resolve("e.csv"),
        "id,time,type,creator,source,amount,currency\n1,2026-01-01T00:00:00Z,tip,ada,shop,5,EUR\n");
    run("ingest e.csv");
    CommandRun none = run("experiment list");
    assertThat(none.code()).isZero();
    assertThat(none.err()).contains("the store has no price test yet. Make one: experiment create");
  }

  @Test
  void aCreatorOfWhomNothingIsKnownIsTakenOnlyOnRequest() {
    assertThat(make("spring", "ada", "club", "").code()).isZero();
    CommandRun mistyped = make("summer", "adda", "mug", " --currency EUR");
    assertThat(mistyped.code()).isEqualTo(2);
    assertThat(mistyped.err())
        .contains(
            "--creator (adda) is nobody of whom the store knows: it has 1, such as ada. Correct it,"
                + " or say --new-creator where nothing of them was ingested yet.");
    assertThat(run("experiment list").out()).doesNotContain("summer");
    CommandRun asked = make("summer", "eve", "mug", " --currency EUR --new-creator");
    assertThat(asked.code()).as(asked.err()).isZero();
  }

  @Test
  void whatWasDecidedAboutATestIsNotUndoneBehindItsBack() {
    make("spring", "ada", "club", "");
    CommandRun undone = CommandRun.in(directory, "undo", "price test spring");
    assertThat(undone.code()).isEqualTo(1);
    assertThat(undone.err())
        .contains("price test spring is what was decided about price test spring")
        .contains("experiment rollback spring");
    assertThat(run("experiment rollback spring").code()).isZero();
    assertThat(run("experiment list").out()).contains("rolled_back");
  }

  @Test
  void aFileWithAHeaderOnlyIsSaid() throws IOException {
    make("spring", "ada", "club", "");
    Files.writeString(directory.resolve("f.csv"), "fan\n");
    CommandRun assigned = run("experiment assign spring --file f.csv");
    assertThat(assigned.code()).isEqualTo(1);
    assertThat(assigned.err())
        .contains("the file has no row below its header: nobody was assigned");
    Files.writeString(directory.resolve("o.csv"), "id,fan,kind,amount\n");
    assertThat(run("experiment record spring --file o.csv").err())
        .contains("the file has no row below its header: nothing was recorded");
  }

  @Test
  void anEstimateFromOneRowLiesInItsInterval() throws IOException {
    Files.writeString(directory.resolve("log.csv"), "arm,reward,propensity\na,1,0.2\n");
    JsonNode json =
        new JsonMapper().readTree(run("bandit evaluate log.csv --policy a --json").out());
    JsonNode rows = json.isArray() ? json : json.get("values");
    assertThat(rows.size()).isEqualTo(4);
    rows.forEach(
        row -> {
          assertThat(row.get("value").asDouble())
              .as(row.toString())
              .isBetween(row.get("lo95").asDouble(), row.get("hi95").asDouble());
          assertThat(row.get("hi95").asDouble() - row.get("lo95").asDouble()).isPositive();
        });
  }
}
