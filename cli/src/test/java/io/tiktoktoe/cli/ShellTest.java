package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.work.Cancellation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellTest {

  @TempDir Path directory;

  @Test
  void helpListsEveryCommand() {
    CommandRun run = CommandRun.in(directory, "--help");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("demo", "ingest", "analyze", "forecast", "decompose", "anomalies")
        .contains("simulate", "export", "doctor");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void versionIsOneLine() {
    CommandRun run = CommandRun.in(directory, "--version");
    assertThat(run.code()).isZero();
    assertThat(run.out().strip()).matches("tiktoktoe \\d+\\.\\d+\\.\\d+");
  }

  /** Usage errors exit with 2, say one line and where to look. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "|Name a command",
        "frobnicate|there is no command 'frobnicate'",
        "privacy frobnicate|there is no command 'frobnicate'",
        "forecats x.csv|there is no command 'forecats'; did you mean forecast",
        "forecast x.csv --horizn 3|Unknown option",
        "forecast x.csv|--horizon is missing",
        "forecast x.csv --horizon 0|horizon (0 steps) must be between 1 and 10000",
        "forecast x.csv --horizon many|'many' is no whole number",
        "forecast x.csv --horizon 3 --levels 120|--levels (120) must lie above 0",
        "forecast --horizon 3|give one of FILE, --creator and --all",
        "forecast x.csv --horizon 3 --all|give one of FILE",
        "decompose x.csv|--period",
        "decompose x.csv --period 1|period (1) must be at least 2",
        "decompose x.csv --period 7 --seasonal-window wide|must be an odd number or periodic",
        "decompose x.csv --period 7 --trend-degree 3|--trend-degree (3) must be 0 or 1",
        "anomalies x.csv --sensitivity 1.5|sensitivity (1.5)",
        "anomalies x.csv --map a=b|--map names field b",
        "analyze|Name an analysis",
        "simulate --creators 0|creators (0) must be 1 to 100000",
        "simulate --start soon|--start (soon) is no day",
        "simulate --world cruel|--world (cruel) must be hard, varied or kind",
        "simulate --without price:x=2|--without (price:x=2) is no such change",
        "simulate --with price:x|--with: change (price:x) is not understood",
        "simulate --creators 1 --months 1 --without content:x-p1|change names [x-p1]"
      })
  void wrongUsageExitsWithTwo(String line, String message) {
    String[] args = line == null ? new String[0] : line.split(" ");
    CommandRun run = CommandRun.in(directory, args);
    assertThat(run.code()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(message).contains("--help'.");
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.out()).isEmpty();
  }

  /** Work that cannot be done exits with 1 and says one line; no stack trace. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "decompose none.csv --period 7|none.csv does not exist. Check the path.",
        "analyze revenue --creator x|store.duckdb does not exist",
        "export events|store.duckdb does not exist",
        "ingest none.ndjson|none.ndjson"
      })
  void failuresExitWithOne(String line, String message) {
    CommandRun run = CommandRun.in(directory, line.split(" "));
    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(run.err()).startsWith("tiktoktoe: ").contains(message).doesNotContain("\tat ");
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void verboseTellsWhereAnErrorComesFrom() {
    CommandRun run =
        CommandRun.in(directory, "decompose", "none.csv", "--period", "7", "--verbose");
    assertThat(run.err()).contains("TableException", "\tat ");
  }

  @Test
  void anInterruptExitsWith130() throws IOException {
    Path file = Files.writeString(directory.resolve("a.csv"), "step,value\n0,1\n1,2\n");
    Cancellation cancellation = new Cancellation();
    cancellation.request();
    CommandRun run =
        CommandRun.in(directory, Map.of(), cancellation, false, "anomalies", file.toString());
    assertThat(run.code()).isEqualTo(130);
    assertThat(run.err()).contains("interrupted");
  }

  @Test
  void aReaderThatHasSeenEnoughIsNoError() {
    Writer gone =
        new Writer() {
          @Override
          public void write(char[] buffer, int offset, int length) throws IOException {
            throw new IOException("Broken pipe");
          }

          @Override
          public void flush() throws IOException {
            throw new IOException("Broken pipe");
          }

          @Override
          public void close() {}
        };
    StringWriter err = new StringWriter();
    Surroundings surroundings =
        new Surroundings(
            gone,
            new PrintWriter(err),
            false,
            false,
            Map.of(),
            CommandRun.project(),
            directory,
            InstantSource.fixed(CommandRun.NOW),
            new Cancellation());
    int code = Shell.run(surroundings, "anomalies", "docs/examples/daily-tips.csv", "--json");
    assertThat(code).isZero();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void namesOfSendersCannotCommandTheTerminal() throws IOException {
    Files.writeString(
        directory.resolve("a.csv"), "series_id,step,value\n\u001b[31mred,0,1\n\u001b[31mred,0,2\n");
    CommandRun run = CommandRun.in(directory, "anomalies", "a.csv");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("[31mred").doesNotContain("\u001b");
  }
}
