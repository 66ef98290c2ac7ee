package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.work.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In which form an answer is given: exact for programs, with few digits for people. */
class AnswerFormTest {

  @TempDir Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    StringBuilder series = new StringBuilder("step,value\n");
    StringBuilder tips = new StringBuilder("id,time,type,creator,source,amount,currency\n");
    for (int day = 0; day < 40; day++) {
      series.append("%d,%d%n".formatted(day, 12_000_000 + day * day % 7));
      tips.append(
          "%d,%sT10:00:00Z,tip,mia,shop,%d,JPY%n"
              .formatted(day, LocalDate.of(2026, 10, 1).plusDays(day), 500 + day % 9));
    }
    Files.writeString(folder.resolve("s.csv"), series);
    Files.writeString(folder.resolve("tips.csv"), tips);
  }

  private CommandRun run(boolean terminal, String line) {
    return CommandRun.in(folder, Map.of(), new Cancellation(), terminal, line.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "csv.gz", "txt", "md", "svg"})
  void jsonIsNotWrittenUnderTheNameOfAnotherForm(String ending) {
    CommandRun run = run(false, "forecast s.csv --horizon 2 --json --out a." + ending);
    assertThat(run.code()).isEqualTo(Command.USAGE);
    assertThat(run.err())
        .contains("a." + ending, "Leave out --json for .", "or name the file .json");
    assertThat(folder.resolve("a." + ending)).doesNotExist();
    assertThat(run(false, "forecast s.csv --horizon 2 --json --out a.json").code()).isZero();
    assertThat(folder.resolve("a.json")).content().startsWith("[");
  }

  @Test
  void aSettingOfJsonDoesNotChangeWhatAFileIsNamed() throws IOException {
    CommandRun run =
        CommandRun.in(
            folder,
            Map.of("TIKTOKTOE_JSON", "true"),
            "forecast s.csv --horizon 2 --out a.csv".split(" "));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(folder.resolve("a.csv")).content().startsWith("series_id,step,mean");
  }

  @Test
  void peopleSeeSixDigitsAndProgramsAll() {
    String person = run(true, "forecast s.csv --horizon 2").out();
    String program = run(false, "forecast s.csv --horizon 2").out();

    assertThat(person.lines().skip(1))
        .isNotEmpty()
        .allMatch(line -> line.matches("[\\w]*,\\d(,\\d{8}){9}"));
    assertThat(program).containsPattern("\\d{8}\\.\\d{4,}").doesNotContain("E7");
  }

  @Test
  void aCreatorsIncomeHasTheDecimalsOfItsCurrency() {
    assertThat(run(false, "ingest tips.csv").code()).isZero();

    CommandRun run = run(true, "forecast --creator mia --horizon 2");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().lines().skip(1))
        .isNotEmpty()
        .allMatch(line -> line.matches("[a-z]+,\\d(,-?\\d+){9},2026-11-\\d\\d"));
  }
}
