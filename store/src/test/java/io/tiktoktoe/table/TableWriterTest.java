package io.tiktoktoe.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableWriterTest {

  @Test
  void csvAndJsonHoldTheSameRows() throws IOException {
    assertThat(written(TableWriter.Style.CSV))
        .isEqualTo("name,count,share,sure\n\"a,\"\"b\"\"\",7,0.1,true\nc,-8,,\n");
    assertThat(written(TableWriter.Style.JSON))
        .isEqualTo(
            """
            [
            {"name":"a,\\"b\\"","count":7,"share":0.1,"sure":true},
            {"name":"c","count":-8,"share":null,"sure":null}
            ]
            """);
    assertThat(written(TableWriter.Style.NDJSON).lines()).hasSize(2);
  }

  @Test
  void numbersReadBackExactly() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    StringWriter out = new StringWriter();
    TableWriter rows = TableWriter.open(out, TableWriter.Style.CSV, List.of("x"));
    double[] values = random.longs(10_000).mapToDouble(Double::longBitsToDouble).toArray();
    for (double value : values) {
      rows.number(value).endRow();
    }
    List<String> lines = out.toString().lines().skip(1).toList();
    for (int i = 0; i < values.length; i++) {
      if (Double.isFinite(values[i])) {
        assertThat(Double.parseDouble(lines.get(i))).isEqualTo(values[i]);
      } else {
        assertThat(lines.get(i)).isEmpty();
      }
    }
  }

  /** RELIABILITY 28: inert text, and an amount of -5 stays a number. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "=HYPERLINK(1)|'=HYPERLINK(1)",
        "@SUM(A1)|'@SUM(A1)",
        "+cmd!A1|'+cmd!A1",
        "-2+3|'-2+3",
        "-5|-5",
        "+1.5e3|+1.5e3",
        "plain|plain"
      })
  void textThatASpreadsheetWouldRunIsInert(String text, String cell) throws IOException {
    StringWriter out = new StringWriter();
    TableWriter.open(out, TableWriter.Style.CSV, List.of("x")).text(text).endRow();
    assertThat(out.toString()).isEqualTo("x\n" + cell + "\n");
  }

  @Test
  void rowsOfAnotherLengthAreABug() throws IOException {
    TableWriter rows =
        TableWriter.open(new StringWriter(), TableWriter.Style.CSV, List.of("a", "b"));
    assertThatThrownBy(() -> rows.text("1").endRow()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anEmptyJsonTableIsAnEmptyArray() throws IOException {
    StringWriter out = new StringWriter();
    TableWriter.open(out, TableWriter.Style.JSON, List.of("a")).end();
    assertThat(out.toString()).isEqualTo("[]\n");
  }

  private static String written(TableWriter.Style style) throws IOException {
    StringWriter out = new StringWriter();
    TableWriter rows = TableWriter.open(out, style, List.of("name", "count", "share", "sure"));
    rows.text("a,\"b\"").number(7).number(0.1).flag(true).endRow();
    rows.text("c").number(-8).number(Double.NaN).missing().endRow();
    rows.end();
    return out.toString();
  }
}
