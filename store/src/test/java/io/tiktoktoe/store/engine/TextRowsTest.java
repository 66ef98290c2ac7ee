package io.tiktoktoe.store.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.sql.SqlText;
import io.tiktoktoe.store.Sample;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.store.model.Target;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextRowsTest {

  @TempDir Path folder;

  /** Every text that CSV has to quote, and those that it has not to. */
  private static final List<String> ODD =
      List.of(
          "", " ", "a,b", "a\"b", "\"", "a\nb", "a\r\nb", "#x", "x#", "null", "NULL", "a'b", "\tx",
          "é 🎈", "a;b", "\\", "\\n", "=1+1", "-5", "+x", "@x", "\u0001", "{}", "a b", "''");

  @Test
  void whatIsPrintedIsWhatIsExported() throws IOException {
    try (Store store = Sample.open(folder)) {
      Sample sample = new Sample();
      for (int i = 0; i < ODD.size(); i++) {
        sample.tip("id" + i + ODD.get(i), "2026-01-05 10:00:00", "c" + ODD.get(i), "1.5" + i % 10);
      }
      sample.tip("wrong", "2026-01-05 10:00:00", "a,\"b\"", "oops\n,");
      store.events().ingest(sample.relation(), Sample.options());
      for (String table : store.exporter().names()) {
        for (Target.Format format : List.of(Target.Format.CSV, Target.Format.NDJSON)) {
          Path file = folder.resolve("out." + format.extension());
          store.exporter().export(table, file);
          StringWriter printed = new StringWriter();
          store.exporter().print(table, format, printed);
          assertThat(printed.toString().lines().sorted().toList())
              .as(table + " as " + format)
              .isEqualTo(Files.readString(file).lines().sorted().toList());
        }
      }
      StringWriter events = new StringWriter();
      store.exporter().print("current_events", Target.Format.NDJSON, events);
      assertThat(events.toString().lines()).hasSizeGreaterThan(ODD.size() / 2);
    }
  }

  @Test
  void columnsAndTextsAreQuotedAsTheEngineDoes() throws IOException {
    try (Store store = Sample.open(folder)) {
      StringBuilder values = new StringBuilder();
      for (String text : ODD) {
        values.append(values.isEmpty() ? "" : ", ");
        values
            .append("(")
            .append(SqlText.literal(text))
            .append(", [")
            .append(SqlText.literal(text));
        values.append("], 1.50::DECIMAL(9, 2), 1e300, NULL::DATE, true)");
      }
      Sql query =
          Sql.of(
              "SELECT * FROM (VALUES "
                  + values
                  + ") AS t(\"a,b\", list, \"d\"\"e\", big, \"#day\", yes)");
      Path file = folder.resolve("q.parquet");
      store.exporter().export(query, file);
      Path csv = folder.resolve("q.csv");
      store.exporter().export(query, csv);
      StringWriter printed = new StringWriter();
      store.exporter().print(query, Target.Format.CSV, printed);
      assertThat(printed).hasToString(Files.readString(csv));
      assertThatThrownBy(() -> store.exporter().print(query, Target.Format.PARQUET, printed))
          .hasMessageContaining("is no text");
    }
  }

  @Test
  void anOutputThatFailsIsToldAsItself() {
    Writer broken =
        new Writer() {
          @Override
          public void write(char[] text, int offset, int length) throws IOException {
            throw new IOException("Broken pipe");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    try (Store store = Sample.open(folder)) {
      assertThatThrownBy(() -> store.exporter().print("currency", Target.Format.NDJSON, broken))
          .isInstanceOf(IOException.class)
          .hasMessage("Broken pipe");
    }
  }
}
