package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command explains itself, and the examples it prints work as printed. */
class HelpExamplesTest {

  private static final String PROGRAM = "  ./tiktoktoe ";

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "ingest",
        "analyze",
        "analyze revenue",
        "analyze audience",
        "analyze platform",
        "analyze content",
        "analyze pricing",
        "analyze risk",
        "forecast",
        "learn",
        "decompose",
        "anomalies",
        "segments",
        "influence",
        "allocate",
        "bandit",
        "bandit evaluate",
        "elasticity",
        "wtp",
        "experiment",
        "experiment create",
        "experiment list",
        "experiment assign",
        "experiment record",
        "experiment show",
        "experiment stop",
        "experiment rollback",
        "privacy",
        "privacy epsilon",
        "privacy noise",
        "privacy plan",
        "privacy ledger",
        "clv",
        "simulate",
        "export",
        "undo",
        "backup",
        "restore",
        "erase",
        "doctor"
      })
  void examplesWorkAsPrinted(String command) throws IOException {
    copyExamples();
    CommandRun help = CommandRun.in(directory, (command + " --help").split(" "));
    assertThat(help.code()).isZero();
    assertThat(help.out()).startsWith("Usage: tiktoktoe " + command).contains("--json", "Example:");
    List<String> examples = help.out().lines().filter(line -> line.startsWith(PROGRAM)).toList();
    assertThat(examples).isNotEmpty();
    for (String example : examples) {
      CommandRun run =
          CommandRun.in(directory, example.substring(PROGRAM.length()).strip().split(" "));
      assertThat(run.code()).as(example + "\n" + run.err()).isZero();
      assertThat(run.out() + run.err()).isNotBlank();
    }
  }

  @Test
  void helpFitsEightyColumns() {
    for (String command : List.of("demo", "ingest", "forecast", "decompose", "export", "erase")) {
      assertThat(CommandRun.in(directory, command, "--help").out().lines())
          .allMatch(line -> line.length() <= 120, "at most 120 columns")
          .filteredOn(line -> !line.startsWith("  ./"))
          .allMatch(line -> line.length() <= 80, "at most 80 columns");
    }
  }

  private void copyExamples() throws IOException {
    Path from = CommandRun.project().resolve("docs").resolve("examples");
    Path to = Files.createDirectories(directory.resolve("docs").resolve("examples"));
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}
