package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which action each segment of a file should get: columns, limits, and what happens to wrong ones.
 */
class AllocateCommandTest {

  private static final JsonMapper JSON = new JsonMapper();

  private static final String HEADER = "segment,action,cost,retention,monetization,growth\n";

  @TempDir Path directory;

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  private CommandRun allocate(String arguments) {
    return CommandRun.in(directory, ("allocate " + arguments).split(" "));
  }

  @Test
  void theChosenRowsAreThoseOfTheFile() throws IOException {
    write("a.csv", HEADER + "fans,thank,4,3,0,0\nfans,offer,5,2,9,0\nstars,thank,4,5,0,1\n");
    CommandRun run = allocate("a.csv --budget 8");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .isEqualTo(HEADER + "fans,thank,4.0,3.0,0.0,0.0\nstars,thank,4.0,5.0,0.0,1.0\n");
    assertThat(run.err()).contains("no plan within the limits has more retention; that is proved");
  }

  @Test
  void jsonTellsPlanFrontBoundAndGap() throws IOException {
    write("a.csv", HEADER + "fans,thank,4,3,0,0\nfans,offer,5,2,9,0\nstars,thank,4,5,0,1\n");
    JsonNode answer = JSON.readTree(allocate("a.csv --budget 9 --json").out());
    assertThat(answer.get("plan")).hasSize(2);
    assertThat(answer.get("bound").asDouble()).isEqualTo(8);
    assertThat(answer.get("gap").asDouble()).isZero();
    assertThat(answer.get("exact").asBoolean()).isTrue();
    assertThat(answer.get("certified").asBoolean()).isTrue();
    assertThat(answer.get("front")).hasSize(2);
    assertThat(answer.get("front").get(1).get("monetization").asDouble()).isEqualTo(9);
    assertThat(answer.get("front").get(1).get("plan")).hasSize(2);
    assertThat(answer.get("limits").get(0).get("kind").asString()).isEqualTo("budget");
    assertThat(answer.get("totals").get("cost").asDouble()).isCloseTo(8, within(1e-12));
  }

  @Test
  void capsLimitsAndPrioritiesHold() throws IOException {
    write(
        "a.csv",
        "segment,action,cost,hours,retention,monetization,growth\n"
            + "a,thank,1,3,5,0,0\nb,thank,1,3,4,0,0\nb,offer,1,1,3,8,0\nc,thank,1,3,2,0,0\n");
    write("caps.csv", "action,cap\nthank,1\n");
    assertThat(allocate("a.csv --budget 9 --caps caps.csv").out())
        .contains("a,thank", "b,offer")
        .doesNotContain("c,");
    assertThat(allocate("a.csv --budget 9 --limit hours=3").out())
        .contains("a,thank")
        .doesNotContain("b,");
    assertThat(allocate("a.csv --budget 1 --priorities monetization").out()).contains("b,offer");
    assertThat(allocate("a.csv --budget 1 --weights 1,1,0").out()).contains("b,offer");
  }

  @Test
  void doesNothingWhereEveryActionHarmsOrCosts() throws IOException {
    write("a.csv", HEADER + "fans,thank,0,-3,-1,0\nstars,offer,2,1,1,1\n");
    CommandRun run = allocate("a.csv --budget 0");
    assertThat(run.out()).isEqualTo(HEADER);
    assertThat(run.code()).isZero();
  }

  @Test
  void aGroupGetsItsShare() throws IOException {
    write(
        "a.csv",
        "segment,group,action,cost,retention,monetization,growth\n"
            + "a,rich,thank,5,9,0,0\nb,rich,thank,5,8,0,0\nc,poor,thank,5,1,0,0\n");
    assertThat(allocate("a.csv --budget 10").out()).contains("a,", "b,");
    CommandRun shared = allocate("a.csv --budget 10 --least-share 0.5");
    assertThat(shared.out()).contains("a,", "c,");
    assertThat(shared.err()).contains("one less of the share of group poor would bring about 7");
    CommandRun none = allocate("a.csv --budget 5 --least-share 0.5");
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.err()).contains("no plan keeps all limits", "budget from 5 to 10");
    assertThat(allocate("a.csv --budget 10 --least-share 0.5").code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fans,thank,-4,3,0,0|row 1: cost (-4.0) must be at least 0",
        "fans,thank,NaN,3,0,0|row 1: cost is missing",
        "fans,thank,4,x,0,0|row 1: retention (x) is not a number",
        "fans,thank,4,,0,0|row 1: retention is missing",
        "fans,thank,1e99,1,0,0|row 1: cost (1e99) is beyond 1e75",
        "fans,,4,1,0,0|row 1: action is empty",
        ",thank,4,1,0,0|row 1: segment is empty"
      })
  void wrongRowsAreNamedWithARemedy(String row, String message) throws IOException {
    write("a.csv", HEADER + row + "\n");
    CommandRun run = allocate("a.csv --budget 8");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void rowsThatAreThereTwiceAreNamed() throws IOException {
    write("a.csv", HEADER + "fans,thank,4,3,0,0\nstars,thank,4,3,0,0\nfans,thank,5,3,0,0\n");
    CommandRun run = allocate("a.csv --budget 8");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains("rows 1 and 3 give segment fans the action thank twice. Leave one out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "thanks,1|row 1: action thanks is in no row of the actions, which are thank",
        "thank,-1|row 1: cap (-1.0) must be at least 0",
        "thank,|row 1: cap is missing"
      })
  void wrongCapsAreNamedWithARemedy(String row, String message) throws IOException {
    write("a.csv", HEADER + "fans,thank,4,3,0,0\n");
    write("caps.csv", "action,cap\n" + row + "\n");
    CommandRun run = allocate("a.csv --budget 8 --caps caps.csv");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|--budget",
        "--budget -1|--budget (-1.0) must be from 0 to 1e75",
        "--budget 1e300|--budget (1.0E300) must be from 0 to 1e75",
        "--budget NaN|is no number that can be reckoned with",
        "--budget 1 --tolerance 1|--tolerance (1.0) must be from 0 to below 1",
        "--budget 1 --least-share 2|--least-share (2.0) must be from 0 to 1",
        "--budget 1 --least-share 1|--least-share needs a column group",
        "--budget 1 --limit hours=-1|--limit (hours=-1.0) must be from 0 to 1e75",
        "--budget 1 --priorities fame|--priorities names fame",
        "--budget 1 --weights 1,2|--weights (1,2) must be three numbers",
        "--budget 1 --weights 0,0,0|must not all be 0",
        "--budget 1 --front 1|--front (1) must be 0 or from 2",
        "--budget 1 --least fame=1|--least names fame"
      })
  void wrongOptionsAreWrongUsage(String options, String message) throws IOException {
    write("a.csv", HEADER + "fans,thank,4,3,0,0\n");
    CommandRun run = allocate(("a.csv " + (options == null ? "" : options)).strip());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(message);
  }

  @Test
  void whatCannotBeReachedSaysWhatCan() throws IOException {
    write("a.csv", HEADER + "fans,thank,4,3,0,0\nstars,thank,4,5,0,0\n");
    CommandRun run = allocate("a.csv --budget 4 --least retention=8");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("budget from 4 to 8; or retention from 8 to 5");
    assertThat(allocate("a.csv --budget 8 --least retention=8").code()).isZero();
    assertThat(allocate("a.csv --budget 4 --least retention=5").code()).isZero();
  }

  @Test
  void aFileWithOneSegmentAndTheSameTwice() throws IOException {
    write("a.csv", HEADER + "fans,thank,0,1,1,1\nfans,offer,0,1,1,1\n");
    CommandRun once = allocate("a.csv --budget 0");
    assertThat(once.out().lines()).hasSize(2);
    assertThat(allocate("a.csv --budget 0").out()).isEqualTo(once.out());
  }
}
