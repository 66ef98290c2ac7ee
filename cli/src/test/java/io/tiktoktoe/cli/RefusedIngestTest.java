package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.cli.command.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is refused makes no store and leaves nothing in one. */
class RefusedIngestTest {

  @TempDir Path directory;

  @Test
  void aFileThatIsRefusedAtItsHeadMakesNoStore() throws IOException {
    Files.writeString(directory.resolve("odd.csv"), "a,b\n1,2\n");
    for (String file : new String[] {"none.csv", "odd.csv"}) {
      CommandRun run = CommandRun.in(directory, "ingest", file, "--store", "s.duckdb");
      assertThat(run.code()).as(run.err()).isEqualTo(Command.FAILURE);
    }
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(directory.resolve("odd.csv"));
    }
  }

  @Test
  void theLimitOfExpansionIsTheUsers() throws IOException {
    Path bomb = directory.resolve("bomb.ndjson.gz");
    byte[] line =
        "{\"id\":\"1\",\"time\":\"2026-01-01T00:00:00Z\",\"type\":\"follow\",\"creator\":\"a\",\"source\":\"x\"}\n"
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      for (int i = 0; i <= 1_000_000 / line.length; i++) {
        out.write(line);
      }
    }
    CommandRun refused = ingest("1");
    assertThat(refused.code()).isEqualTo(Command.FAILURE);
    assertThat(refused.err())
        .isEqualToIgnoringNewLines(
            "tiktoktoe: "
                + bomb
                + " expands to more than 1,000,000 bytes, the limit. If it comes from a source that"
                + " you trust, raise the limit with --expand-limit.");
    assertThat(ingest("2").code()).isZero();
    assertThat(ingest("0").code()).isEqualTo(Command.USAGE);
    assertThat(ingest("9223372036854775807").code()).isEqualTo(Command.USAGE);
    assertThat(directory.resolve("s.duckdb.spool"))
        .isDirectoryNotContaining(path -> !path.endsWith(".tiktoktoe-spool"));
  }

  private CommandRun ingest(String limit) {
    return CommandRun.in(
        directory, "ingest", "bomb.ndjson.gz", "--store", "s.duckdb", "--expand-limit", limit);
  }
}
