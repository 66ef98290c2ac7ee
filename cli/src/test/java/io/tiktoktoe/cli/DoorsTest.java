package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.terminal.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Absurd options, values and places: one sentence with file, line or option, soon. */
class DoorsTest {

  @TempDir Path folder;

  @BeforeEach
  void writeSeries() throws IOException {
    StringBuilder text = new StringBuilder("step,value\n");
    for (int i = 0; i < 60; i++) {
      text.append("%d,%d\n".formatted(i, 100 + i % 7));
    }
    Files.writeString(folder.resolve("series.csv"), text.toString());
  }

  private static void assertOneSentence(CommandRun run, int code, String... parts) {
    assertThat(run.code()).as(run.err()).isEqualTo(code);
    assertThat(run.err().lines()).as(run.err()).hasSize(1);
    assertThat(run.err()).contains(parts).doesNotContain("Exception", "unexpected problem");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "abc | --levels (abc) is no percentage",
        "68,68 | --levels names 68 twice",
        "68,68.0 | --levels names 68.0 twice",
        "1e-999999999 | is no percentage",
        "99.5 | must lie above 0 and be at most 99",
        "0 | must lie above 0 and be at most 99"
      })
  void wrongLevelsAreNamed(String levels, String message) {
    CommandRun run =
        CommandRun.in(folder, "forecast", "series.csv", "--horizon", "2", "--levels", levels);
    assertOneSentence(run, Command.USAGE, message);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aSeasonLongerThanAnySeriesIsToldAndLeftOut() {
    String told = "--period 1000000 is left out: it takes 2,000,000 steps to see it twice";
    CommandRun anomalies = CommandRun.in(folder, "anomalies", "series.csv", "--period", "1000000");
    CommandRun forecast =
        CommandRun.in(folder, "forecast", "series.csv", "--horizon", "1", "--period", "1000000");
    assertOneSentence(anomalies, Command.OK, told);
    assertOneSentence(forecast, Command.OK, told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"forecast --horizon 2", "anomalies", "decompose --period 7"})
  void valuesBeyondComputingAreRefusedBeforeAnythingIsPrinted(String command) throws IOException {
    Files.writeString(folder.resolve("huge.csv"), "step,value\n0,1\n1,-1.7e308\n2,3\n");
    String[] words = command.split(" ");
    String[] args = new String[words.length + 1];
    System.arraycopy(words, 0, args, 0, words.length);
    args[words.length] = "huge.csv";

    CommandRun run = CommandRun.in(folder, args);

    assertOneSentence(run, Command.FAILURE, "huge.csv: row 2: value (-1.7e308) is beyond 1e75");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aPeriodOfTenThousandYearsIsRefused() throws IOException {
    ingestOneTip();
    CommandRun centuries =
        CommandRun.in(folder, "analyze", "revenue", "--from", "0001-01-01", "--to", "9999-12-31");
    CommandRun beyond =
        CommandRun.in(
            folder, "analyze", "risk", "--from", "-999999999-01-01", "--to", "2026-01-01");

    assertOneSentence(
        centuries, Command.USAGE, "--from (0001-01-01) to --to (9999-12-31)", "36,525");
    assertOneSentence(beyond, Command.USAGE, "--from (-999999999-01-01) is no day");
  }

  @Test
  void anUnknownCreatorIsToldWhoseNamesAreAlike() throws IOException {
    StringBuilder rows = new StringBuilder("id,time,type,creator,amount,currency,source\n");
    for (String name : new String[] {"anna", "bo", "carl", "dora", "emil", "zoe-0012"}) {
      rows.append("%1$s,2026-01-01T00:00:00Z,tip,%1$s,5.00,USD,shop\n".formatted(name));
    }
    Files.writeString(folder.resolve("six.csv"), rows.toString());
    assertThat(CommandRun.in(folder, "ingest", "six.csv").code()).isZero();

    CommandRun run = CommandRun.in(folder, "analyze", "revenue", "--creator", "Zoe-012");

    assertOneSentence(run, Command.FAILURE, "Name one of its 6 creators, such as zoe-0012, ");
  }

  private void ingestOneTip() throws IOException {
    Files.writeString(
        folder.resolve("tips.csv"),
        "id,time,type,creator,amount,currency,source\n"
            + "1,2026-01-01T00:00:00Z,tip,ada,5.00,USD,shop\n");
    assertThat(CommandRun.in(folder, "ingest", "tips.csv").code()).isZero();
  }

  @Test
  void escapeSequencesReachTheTerminalNowhere() throws IOException {
    String name = "a\u001b[31m\u009b2J\u202e.csv";
    Files.writeString(folder.resolve(name), "a,b\n1,2\n");
    Files.writeString(
        folder.resolve("rates\u001b[1m.csv"), "date,from,to,rate\n2026-01-01,EUR,USD,1\n");
    for (String[] args :
        new String[][] {
          {"anomalies", name, "--verbose"},
          {"ingest", name, "--verbose"},
          {"ingest", "rates\u001b[1m.csv"},
          {"ingest", "none\u001b[31m.csv", "--verbose"},
          {"forecast", "none\u001b[31m.csv", "--horizon", "1", "--verbose"},
          {"none\u001b[31m", "--verbose"}
        }) {
      CommandRun run = CommandRun.in(folder, args);
      assertThat(run.err() + run.out()).isNotEmpty().doesNotContain("\u001b", "\u009b", "\u202e");
    }
  }

  @Test
  void aFileInTheWayOfTheHomeFolderIsNamed() throws IOException {
    Files.writeString(folder.resolve("home"), "no folder");
    Files.writeString(folder.resolve("gifts.csv"), "When,Sum\n2026-01-01T00:00:00Z,5\n");

    CommandRun run =
        CommandRun.in(
            folder,
            "ingest",
            "gifts.csv",
            "--map",
            "When=time,Sum=amount,currency:USD,type:tip,creator:ada",
            "--save-mapping",
            "mine");

    assertOneSentence(run, Command.FAILURE, "home", "cannot be read or written");
  }

  @Test
  void aUserWithoutHomeGetsNoFolderOfThatName() {
    assertThat(Surroundings.home("?", Map.of())).isEqualTo(Path.of("/"));
    assertThat(Surroundings.home("?", Map.of("HOME", "/home/ada"))).isEqualTo(Path.of("/home/ada"));
    assertThat(Surroundings.home("/root", Map.of())).isEqualTo(Path.of("/root"));
  }

  @Test
  void aRateOfABillionDigitsIsRefused() throws IOException {
    Files.writeString(
        folder.resolve("rates.csv"), "date,from,to,rate\n2026-01-01,EUR,USD,1e999999999\n");
    assertOneSentence(
        CommandRun.in(folder, "ingest", "rates.csv"), Command.FAILURE, "rates.csv: row 1: ");
  }
}
