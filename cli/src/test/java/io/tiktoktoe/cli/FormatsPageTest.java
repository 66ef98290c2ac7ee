package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.connect.Connectors;
import io.tiktoktoe.connect.file.Format;
import io.tiktoktoe.connect.file.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/formats.md lists every format, and where its header was seen. */
class FormatsPageTest {

  @TempDir Path folder;

  @Test
  void everyFormatStandsInItsTableWithTheSourceOfItsHeader() throws IOException {
    List<String> rows =
        Files.readAllLines(CommandRun.project().resolve("docs/formats.md")).stream()
            .filter(line -> line.startsWith("| `"))
            .filter(line -> line.split(" \\| ").length >= 4)
            .toList();
    List<Format> formats = Connectors.formats(ReadOptions.defaults().withFolder(folder));

    assertThat(formats).hasSizeGreaterThan(40);
    assertThat(formats)
        .allSatisfy(
            format ->
                assertThat(rows)
                    .as(format.name())
                    .anyMatch(row -> row.contains("`" + format.name() + "`")));
  }
}
