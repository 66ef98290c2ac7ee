package io.tiktoktoe.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableReaderTest {

  @TempDir Path directory;

  @Test
  void quotedCellsKeepDelimitersQuotesAndLineEnds() throws IOException {
    List<List<String>> rows = rows("a,b\n\"x,\"\"y\"\"\",\"two\nlines\"\n,\n");
    assertThat(rows).containsExactly(List.of("x,\"y\"", "two\nlines"), List.of("", ""));
  }

  @Test
  void aRowOfAnotherLengthIsNamedWithItsLine() {
    assertThatThrownBy(() -> rows("a,b\n1,\"2\n3\"\n4\n"))
        .hasMessageContaining("row 2 (line 4) has 1 cells, the header has 2");
  }

  @Test
  void everyKindOfLineEndCountsWithinQuotes() {
    assertThatThrownBy(() -> rows("a,b\r1,\"2\r3\r\n4\n5\"\r\n6\n"))
        .hasMessageContaining("row 2 (line 6) has 1 cells, the header has 2");
  }

  @Test
  void anOpenQuoteIsNamed() {
    assertThatThrownBy(() -> rows("a,b\n1,\"2\n3\n"))
        .hasMessageContaining("row 1 (line 2) has a quote that is never closed");
  }

  @Test
  void whatIsNoTableIsNamed() {
    assertProblem(new byte[0], "is empty");
    assertProblem(new byte[] {'P', 'K', 3, 4, 0}, "a ZIP archive or a spreadsheet");
    assertProblem(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1}, "a binary file");
    assertProblem("a,b\n1,\u0000\n".getBytes(StandardCharsets.UTF_8), "a binary file");
    assertProblem(new byte[] {0x1f, (byte) 0x8b, 8, 0}, "is cut");
    assertProblem("PAR1 is not enough".getBytes(StandardCharsets.UTF_8), "as Parquet");
    assertProblem("\n\n\n".getBytes(StandardCharsets.UTF_8), "is empty");
    assertProblem("{\"a\":1}\n{\"a\":".getBytes(StandardCharsets.UTF_8), "row 2 is not valid JSON");
    assertProblem("{\"a\":1}\n7\n".getBytes(StandardCharsets.UTF_8), "row 2 is not a JSON object");
    assertProblem(
        ("{\"a\":" + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8), "is not valid JSON");
  }

  @Test
  void missingFilesAndDirectoriesAreNamed() {
    assertThatThrownBy(() -> TableReader.open(directory.resolve("none.csv")))
        .isInstanceOf(TableException.class)
        .hasMessageEndingWith("none.csv does not exist. Check the path.");
    assertThatThrownBy(() -> TableReader.open(directory)).hasMessageContaining("is a folder");
  }

  @Test
  void aCellWithoutEndDoesNotFillMemory() {
    assertThatThrownBy(() -> rows("a\n" + "x".repeat((1 << 20) + 1)))
        .hasMessageContaining("row 1 (line 2) is longer than");
  }

  private void assertProblem(byte[] content, String message) {
    assertThatThrownBy(
            () -> {
              Path file = Files.write(directory.resolve("thing.bin"), content);
              try (TableReader reader = TableReader.open(file)) {
                while (reader.next()) {
                  reader.cell(0);
                }
              }
            })
        .isInstanceOf(TableException.class)
        .hasMessageContaining("thing.bin")
        .hasMessageContaining(message);
  }

  private List<List<String>> rows(String text) throws IOException {
    Path file = Files.writeString(directory.resolve("rows.csv"), text);
    List<List<String>> rows = new ArrayList<>();
    try (TableReader reader = TableReader.open(file)) {
      while (reader.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < reader.columns().size(); i++) {
          row.add(reader.cell(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
