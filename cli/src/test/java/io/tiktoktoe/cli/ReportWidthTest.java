package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.cli.report.page.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports fit the terminal: no line is wider, unless a single word is. */
class ReportWidthTest {

  private static final List<Integer> WIDTHS = List.of(60, 80, 100, 120);

  @TempDir static Path directory;

  private static String creator = "";

  @BeforeAll
  static void makeStore() throws IOException {
    run("simulate", "--creators", "1", "--months", "3", "--start", "2026-06-01", "--out", "s");
    run("ingest", "s/events.parquet", "s/rates.csv");
    run("export", "creator", "--out", "creators.csv");
    creator =
        Files.readString(directory.resolve("creators.csv"))
            .lines()
            .flatMap(line -> Arrays.stream(line.split(",")))
            .filter(cell -> cell.matches("[a-z]+-0001"))
            .findFirst()
            .orElseThrow();
  }

  private static CommandRun run(String... args) {
    CommandRun run = CommandRun.in(directory, args);
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  @ParameterizedTest
  @CsvSource({
    "analyze revenue",
    "analyze audience",
    "analyze risk",
    "analyze content",
    "analyze pricing",
  })
  void noLineIsWiderThanTheTerminal(String report) {
    String[] words = (report + " --creator " + creator).split(" ");
    for (int width : WIDTHS) {
      CommandRun run = CommandRun.in(directory, Map.of("COLUMNS", Integer.toString(width)), words);
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.out().lines())
          .hasSizeGreaterThan(10)
          .filteredOn(line -> Look.columns(line) > width)
          .allMatch(line -> !line.strip().contains(" "), "at most %d columns".formatted(width));
    }
  }
}
