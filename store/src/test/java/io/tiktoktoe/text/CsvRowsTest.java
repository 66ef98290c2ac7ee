package io.tiktoktoe.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class CsvRowsTest {

  private static List<FileRow> rows(Reader text, char delimiter) throws IOException {
    List<FileRow> rows = new ArrayList<>();
    try (CsvRows csv = CsvRows.open(text, delimiter, 1)) {
      for (Optional<FileRow> row = csv.next(); row.isPresent(); row = csv.next()) {
        rows.add(row.get());
      }
    }
    return rows;
  }

  private static List<FileRow> rows(String text) throws IOException {
    return rows(new StringReader(text), ',');
  }

  private static List<String> told(String text) throws IOException {
    return rows(text).stream().map(row -> row.line() + " " + row.raw()).toList();
  }

  @Test
  void everyRowKeepsItsTextAndLine() throws IOException {
    assertThat(told("a,b\n1,\"x \"\"y\"\"\nz\"\r\n\r\n  \n2,3\r4,\"5\r6\"\r\n7,8"))
        .containsExactly("2 1,\"x \"\"y\"\"\nz\"", "6 2,3", "7 4,\"5\r6\"", "9 7,8");
    assertThat(rows("a,b\n1,\"x \"\"y\"\"\nz\"\n").getFirst().get("b")).isEqualTo("x \"y\"\nz");
  }

  @Test
  void whatStandsBehindAQuoteBelongsToItsCell() throws IOException {
    FileRow row = rows("a,b\n\"x\"y,5\" disc\n").getFirst();
    assertThat(row.get("a")).isEqualTo("xy");
    assertThat(row.get("b")).isEqualTo("5\" disc");
    assertThat(row.raw()).isEqualTo("\"x\"y,5\" disc");
  }

  @Test
  void aQuoteThatIsNeverClosedCostsItsLineAlone() throws IOException {
    List<FileRow> rows = rows("a,b\r\n1,2\r\n3,\"4\r\n5,6\r\n7,8\r\n");
    assertThat(rows).extracting(FileRow::line).containsExactly(2L, 3L, 4L, 5L);
    assertThat(rows.get(1).problem()).isEqualTo("has a quote that is never closed");
    assertThat(rows)
        .filteredOn(row -> row.problem().isEmpty())
        .extracting(FileRow::raw)
        .containsExactly("1,2", "5,6", "7,8");
  }

  @Test
  void aTextThatIsReadBitByBitGivesTheSameRows() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder("a;b\n");
      for (int c = random.nextInt(60); c > 0; c--) {
        text.append("xy;;\"\"\n\r1 ".charAt(random.nextInt(10)));
      }
      Reader slow =
          new FilterReader(new StringReader(text.toString())) {
            @Override
            public int read(char[] buffer, int offset, int length) throws IOException {
              return super.read(buffer, offset, Math.min(length, 1 + random.nextInt(3)));
            }
          };
      assertThat(rows(slow, ';'))
          .as(text.toString())
          .isEqualTo(rows(new StringReader(text.toString()), ';'));
    }
  }

  @Test
  void aRowThatIsTooLongIsRejectedAlone() throws IOException {
    String cell = "x".repeat(1 << 19);
    List<FileRow> rows =
        rows("a,b\n1," + cell + "\n" + cell + ',' + cell + "\n\"2\",3\n" + cell + cell);
    assertThat(rows).extracting(FileRow::line).containsExactly(2L, 3L, 4L, 5L);
    assertThat(rows.get(0).problem()).isEmpty();
    assertThat(rows.get(1).problem()).contains("is longer than");
    assertThat(rows.get(2).raw()).isEqualTo("\"2\",3");
    assertThat(rows.get(3).problem()).contains("is longer than");
  }

  @Test
  void aQuoteThatIsNeverClosedDoesNotSwallowALongFile() throws IOException {
    String good = "x," + "y".repeat(60) + "\r\n";
    List<FileRow> rows = rows("a,b\r\n\"stray,1\r\n" + good.repeat(40_000));
    assertThat(rows).hasSize(1 + 40_000);
    assertThat(rows.getFirst().problem()).isEqualTo("has a quote that is never closed");
    assertThat(rows.getLast().line()).isEqualTo(2 + 40_000);
    assertThat(rows.getLast().raw()).isEqualTo(good.strip());
  }

  @Test
  void whatStopsTheReadingIsThrownAsItIs() {
    assertThatThrownBy(() -> rows(failing(new IOException("disk")), ','))
        .isInstanceOf(IOException.class)
        .hasMessage("disk");
    assertThatThrownBy(() -> rows(failing(new CancellationException("stop")), ','))
        .isInstanceOf(CancellationException.class);
  }

  /** Gives a row and then fails. */
  private static Reader failing(Exception failure) {
    return new FilterReader(new StringReader("a,b\n1,\"2")) {
      @Override
      public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read < 0) {
          switch (failure) {
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            default -> throw new IllegalArgumentException(failure);
          }
        }
        return read;
      }
    };
  }
}
