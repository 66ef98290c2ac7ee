package io.tiktoktoe.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tiktoktoe.work.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesFileTest {

  @TempDir Path directory;

  @Test
  void seriesMayBeInterleavedAndUnsortedAndHaveGaps() throws IOException {
    SeriesTable table = read("series_id,step,value\nb,2,6\na,0,1\nb,0,4\na,1,2.5\na,4,\n");
    assertThat(table.series()).extracting(one -> one.series().id()).containsExactly("b", "a");
    assertThat(table.series().get(0).series().toArray()).containsExactly(4, Double.NaN, 6);
    assertThat(table.series().get(1).series().toArray())
        .containsExactly(1, 2.5, Double.NaN, Double.NaN, Double.NaN);
  }

  @Test
  void oneSeriesNeedsNoId() throws IOException {
    SeriesTable table = read("step,value\n5,1\n6,2\n");
    assertThat(table.series()).hasSize(1);
    assertThat(table.series().getFirst().series().id()).isEqualTo("input");
    assertThat(table.series().getFirst().firstStep()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NaN", "nan", "NA", "null"})
  void missingValuesAreNaN(String text) throws IOException {
    double[] values =
        read("step,value\n0,1\n1," + text + "\n2,3\n").series().getFirst().series().toArray();
    assertThat(values).containsExactly(1, Double.NaN, 3);
  }

  @Test
  void numbersReadExactly() throws IOException {
    double[] values =
        read("step,value\n0,0.1\n1,1e-308\n2,-9007199254740993\n3,9.999999999999999e74\n4,-0.0\n")
            .series()
            .getFirst()
            .series()
            .toArray();
    assertThat(values)
        .containsExactly(0.1, 1e-308, -9007199254740993.0, 9.999999999999999e74, -0.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "abc|value (abc) is not a number",
        "1,5x|value (1,5x) is not a number",
        "12d|is not a number",
        "0x1p3|is not a number",
        "Infinity|is not finite",
        "-inf|is not finite",
        "1e400|is not finite"
      })
  void wrongValuesNameFileRowValueAndRemedy(String text, String message) throws IOException {
    StringBuilder rows = new StringBuilder("step;value\n");
    for (int row = 1; row <= 10; row++) {
      rows.append(row).append(';').append(row == 7 ? text : "1").append('\n');
    }
    assertThatThrownBy(() -> read(rows.toString()))
        .isInstanceOf(TableException.class)
        .hasMessageContaining("input.csv: row 7: ")
        .hasMessageContaining(message);
  }

  @Test
  void numbersWithAMillionDigitsAreRefusedQuickly() {
    assertThatThrownBy(() -> read("step,value\n0," + "9".repeat(1_000_000) + "\n"))
        .isInstanceOf(TableException.class)
        .hasMessageContaining("row 1: value (9999")
        .hasMessageContaining("...)");
  }

  @Test
  void duplicateStepsNameBothRows() {
    assertThatThrownBy(() -> read("series_id,step,value\na,0,1\na,1,2\nb,1,2\na,0,3\n"))
        .hasMessageContaining("rows 1 and 4 give series a the same step");
  }

  @Test
  void hugeGapsAreRefusedInsteadOfFillingMemory() {
    assertThatThrownBy(() -> read("step,value\n0,1\n1,2\n1000000000,3\n"))
        .hasMessageContaining("row 3: series input leaves far more steps out");
    assertThatThrownBy(() -> read("step,value\n-9223372036854775808,1\n9223372036854775807,2\n"))
        .hasMessageContaining("row 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,b|column value is missing; the file has a, b",
        "series_id,value|column step or timestamp is missing",
        "step,value,Value|two columns are value",
        "step,step,value|column step stands twice"
      })
  void wrongHeadersSayWhatIsThere(String header, String message) {
    assertThatThrownBy(() -> read(header + "\n1,2\n"))
        .isInstanceOf(TableException.class)
        .hasMessageContaining(message);
  }

  @Test
  void columnsCanBeNamedOtherwiseAndTheRestIsTold() throws IOException {
    Path file = write("Date,Sales,Colour\n2026-01-01,1,red\n2026-01-02,2,blue\n");
    SeriesTable table =
        SeriesFile.read(file, Map.of("Date", "timestamp", "Sales", "value"), Progress.SILENT);
    assertThat(table.unusedColumns()).containsExactly("Colour");
    assertThatThrownBy(() -> SeriesFile.read(file, Map.of("Day", "timestamp"), Progress.SILENT))
        .hasMessageContaining("column Day of map does not exist; the file has Date, Sales, Colour");
  }

  @Test
  void timestampsOfEveryWidthFindTheirGrid() throws IOException {
    assertThat(dates("2026-01-01\n2026-01-02\n2026-01-04\n").width()).isEqualTo(Duration.ofDays(1));
    assertThat(dates("2026-01-31\n2026-02-28\n2026-04-30\n").width()).isEqualTo(Period.ofMonths(1));
    assertThat(dates("2026-01\n2026-04\n2026-10\n").width()).isEqualTo(Period.ofMonths(3));
    assertThat(dates("2026-01-05\n2026-01-12\n").width()).isEqualTo(Duration.ofDays(7));
    assertThat(dates("2026-01-01T00:00Z\n2026-01-01T01:00Z\n").width())
        .isEqualTo(Duration.ofHours(1));
    assertThat(dates("2026-01-01 00:15:00\n2026-01-01 00:00:00\n"))
        .isEqualTo(
            new TimedSeries.Dates(LocalDateTime.of(2026, 1, 1, 0, 0), Duration.ofMinutes(15)));
    assertThat(dates("1767225600\n1767225660\n").width()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void daysOfAZoneAreEvenAcrossTheClockChange() throws IOException {
    TimedSeries.Dates dates =
        dates(
            """
            2026-03-28T00:00:00+01:00
            2026-03-29T00:00:00+01:00
            2026-03-30T00:00:00+02:00
            2026-03-31T00:00:00+02:00
            """);
    assertThat(dates.width()).isEqualTo(Duration.ofDays(1));
    TimedSeries.Dates hours =
        dates(
            """
            2026-10-25T01:00:00+02:00
            2026-10-25T02:00:00+02:00
            2026-10-25T02:00:00+01:00
            2026-10-25T03:00:00+01:00
            """);
    assertThat(hours.width()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void aTimestampOffTheGridIsNamed() {
    StringBuilder days = new StringBuilder("timestamp,value\n");
    for (int day = 1; day <= 28; day++) {
      days.append("2026-02-%02dT%s,1%n".formatted(day, day == 9 ? "12:00" : "00:00"));
    }
    assertThatThrownBy(() -> read(days.toString()))
        .hasMessageContaining("row 9: timestamp 2026-02-09T12:00")
        .hasMessageContaining("24H apart");
  }

  @ParameterizedTest
  @ValueSource(strings = {"31.02.2026", "2026-13-01", "yesterday", "", "2026-02-30", "12345"})
  void textThatIsNoTimeIsRefused(String text) {
    assertThatThrownBy(() -> read("timestamp,value\n2026-01-01,1\n" + text + ",2\n"))
        .isInstanceOf(TableException.class)
        .hasMessageContaining("row 2: timestamp (" + text + ") is no date or time");
  }

  @Test
  void gzipNdjsonAndParquetReadAlike() throws IOException, SQLException {
    String csv = "series_id,step,value\nx,0,0.1\nx,1,\nx,2,-3\n";
    SeriesTable expected = read(csv);
    Path gzip = directory.resolve("a.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      out.write(csv.getBytes(StandardCharsets.UTF_8));
    }
    Path ndjson = directory.resolve("a.ndjson");
    Files.writeString(
        ndjson,
        """
        {"series_id":"x","step":0,"value":0.1}
        {"step":1,"value":null,"series_id":"x","more":{"a":[1,2]}}

        {"series_id":"x","step":2,"value":"-3"}
        """);
    Path parquet = directory.resolve("a[1]*.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT * FROM (VALUES ('x', 0, 0.1::DOUBLE), ('x', 1, NULL), ('x', 2, -3)) "
              + "AS rows(series_id, step, value)) TO '"
              + parquet
              + "' (FORMAT parquet)");
    }
    for (Path file : new Path[] {gzip, ndjson, parquet}) {
      assertThat(SeriesFile.read(file, Map.of(), Progress.SILENT).series())
          .as(file.toString())
          .isEqualTo(expected.series());
    }
  }

  @Test
  void excelHabitsAreUnderstood() throws IOException {
    double[] values =
        read("\uFEFFstep;\"value\"\r\n0;\"1.5\"\r\n1;2\r\n\r\n")
            .series()
            .getFirst()
            .series()
            .toArray();
    assertThat(values).containsExactly(1.5, 2);
  }

  @Test
  void textReadsInEveryEncodingAndCompression() throws IOException, SQLException {
    String csv = "series_id,step,value\nJosé,0,1.5\nJosé,1,2\n";
    SeriesTable expected = read(csv);
    Path windows = directory.resolve("windows.csv");
    Files.write(windows, csv.getBytes(Charset.forName("windows-1252")));
    Path little = directory.resolve("little.csv");
    Files.write(little, ("\uFEFF" + csv).getBytes(StandardCharsets.UTF_16LE));
    Path big = directory.resolve("big.csv");
    Files.write(big, ("\uFEFF" + csv).getBytes(StandardCharsets.UTF_16BE));
    Path unmarked = directory.resolve("unmarked.csv");
    Files.write(unmarked, csv.getBytes(StandardCharsets.UTF_16LE));
    Path unmarkedBig = directory.resolve("unmarked-big.csv");
    Files.write(unmarkedBig, csv.getBytes(StandardCharsets.UTF_16BE));
    Path dos = directory.resolve("dos.csv");
    Files.writeString(dos, csv + '\u001a');
    Path members = directory.resolve("members.csv.gz");
    try (OutputStream out = Files.newOutputStream(members)) {
      for (String part : csv.split("(?<=\n)")) {
        ByteArrayOutputStream member = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(member)) {
          gzip.write(part.getBytes(StandardCharsets.UTF_8));
        }
        out.write(member.toByteArray());
      }
    }
    Path zstd = directory.resolve("z.csv.zst");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT unnest(['series_id,step,value', 'José,0,1.5', 'José,1,2'])) TO '%s' (FORMAT csv, HEADER false, QUOTE '', DELIMITER '\\x01', COMPRESSION zstd)"
              .formatted(zstd));
    }
    Path array = directory.resolve("array.json");
    Files.writeString(
        array,
        """
        [{"series_id": "José", "step": 0, "value": 1.5},
         {"series_id": "José", "step": 1, "value": 2}]
        """);
    for (Path file :
        List.of(windows, little, big, unmarked, unmarkedBig, dos, members, zstd, array)) {
      assertThat(SeriesFile.read(file, Map.of(), Progress.SILENT).series())
          .as(file.toString())
          .isEqualTo(expected.series());
    }
  }

  @Test
  void numbersAndDaysReadAsTheirFileWritesThem() throws IOException {
    SeriesTable german =
        read("timestamp;value\n30.01.2026;1.234,50\n31.01.2026;\n01.02.2026;1.234\n");
    assertThat(german.series().getFirst().series().toArray())
        .containsExactly(1234.5, Double.NaN, 1234);
    assertThat(german.series().getFirst().dates().orElseThrow())
        .isEqualTo(new TimedSeries.Dates(LocalDateTime.of(2026, 1, 30, 0, 0), Duration.ofDays(1)));
    SeriesTable american =
        read("timestamp,value\n1/30/2026 11:00 PM,\"1,234\"\n1/31/2026 12:00 AM,2\n");
    assertThat(american.series().getFirst().series().toArray()).containsExactly(1234, 2);
    assertThat(american.series().getFirst().dates().orElseThrow())
        .isEqualTo(
            new TimedSeries.Dates(LocalDateTime.of(2026, 1, 30, 23, 0), Duration.ofHours(1)));
    assertThatThrownBy(() -> read("timestamp,value\n1/2/2026,1\n1/3/2026,2\n"))
        .hasMessageContaining("row 1: timestamp (1/2/2026) may be day/month or month/day");
    assertThatThrownBy(() -> read("step;value\n1;1.085\n2;1\n"))
        .hasMessageContaining("number 1.085 has a decimal or a thousands point");
    assertThat(read("step;value\n1;1.085\n2;1.5\n").series().getFirst().series().toArray())
        .containsExactly(1.085, 1.5);
    assertThatThrownBy(() -> read("step;value\n1;1.5\n2;1,5\n3;2.5\n4;2,5\n"))
        .hasMessageContaining("mixes decimal points, such as 2.5, and decimal commas");
  }

  @Test
  void aPipeIsReadAsAFileIs() throws IOException, InterruptedException {
    Path pipe = directory.resolve("pipe.csv");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    Thread writing =
        Thread.startVirtualThread(
            () -> {
              try {
                Files.writeString(pipe, "step;value\n0;1,5\n1;2\n");
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    SeriesTable table = SeriesFile.read(pipe, Map.of(), Progress.SILENT);
    writing.join();
    assertThat(table.series().getFirst().series().toArray()).containsExactly(1.5, 2);
  }

  private TimedSeries.Dates dates(String lines) throws IOException {
    String rows = lines.strip().lines().map(line -> line + ",1\n").reduce("", String::concat);
    return read("timestamp,value\n" + rows).series().getFirst().dates().orElseThrow();
  }

  private SeriesTable read(String text) throws IOException {
    return SeriesFile.read(write(text), Map.of(), Progress.SILENT);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(directory.resolve("input.csv"), text);
  }
}
