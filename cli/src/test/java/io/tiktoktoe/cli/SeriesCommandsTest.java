package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands on plain files: columns, steps, numbers, and what happens to wrong files. */
class SeriesCommandsTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path directory;

  @Test
  void decomposedPartsAddUp() throws IOException {
    Files.writeString(directory.resolve("a.csv"), weekly(8));
    CommandRun run = CommandRun.in(directory, "decompose", "a.csv", "--period", "7");
    assertThat(run.code()).as(run.err()).isZero();
    List<String> lines = run.out().lines().toList();
    assertThat(lines.getFirst())
        .isEqualTo("series_id,step,observed,trend,seasonal_7,remainder,weight");
    assertThat(lines).hasSize(1 + 56);
    for (int step = 0; step < 56; step++) {
      String[] cells = lines.get(1 + step).split(",");
      assertThat(cells[0]).isEqualTo("a");
      assertThat(cells[1]).isEqualTo(Integer.toString(step));
      double sum =
          Double.parseDouble(cells[3])
              + Double.parseDouble(cells[4])
              + Double.parseDouble(cells[5]);
      assertThat(sum).isCloseTo(Double.parseDouble(cells[2]), within(1e-9));
    }
  }

  @Test
  void severalPeriodsGiveAColumnEach() throws IOException {
    Files.writeString(directory.resolve("a.csv"), weekly(12));
    CommandRun run = CommandRun.in(directory, "decompose", "a.csv", "--period", "28,7", "--robust");
    assertThat(run.out())
        .startsWith("series_id,step,observed,trend,seasonal_7,seasonal_28,remainder,weight\n");
  }

  @Test
  void aSeriesThatIsTooShortIsLeftOutAndTold() throws IOException {
    Files.writeString(
        directory.resolve("a.csv"),
        weekly(4).replace("step", "series_id,step").replaceAll("(?m)^(\\d)", "long,$1")
            + "short,0,1\n");
    CommandRun run = CommandRun.in(directory, "decompose", "a.csv", "--period", "7");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out().lines()).hasSize(1 + 28);
    assertThat(run.err())
        .contains("series short has 1 steps, this needs 14. Give more history")
        .contains("1 of 2 series were left out");
  }

  @Test
  void noSeasonCanBeAskedFor() throws IOException {
    StringBuilder days = new StringBuilder("timestamp,value\n");
    for (int day = 0; day < 84; day++) {
      days.append(LocalDate.of(2026, 1, 5).plusDays(day)).append(day % 7 == 2 ? ",90\n" : ",20\n");
    }
    Files.writeString(directory.resolve("a.csv"), days);
    String[] forecast = {"forecast", "a.csv", "--horizon", "7"};
    assertThat(highestMean(CommandRun.in(directory, forecast))).isBetween(80.0, 100.0);
    for (String none : List.of("none", "1")) {
      CommandRun run =
          CommandRun.in(directory, "forecast", "a.csv", "--horizon", "7", "--period", none);
      assertThat(highestMean(run)).isBetween(20.0, 60.0);
    }
    for (String wrong : List.of("0", "none,7", "week")) {
      CommandRun run =
          CommandRun.in(directory, "forecast", "a.csv", "--horizon", "7", "--period", wrong);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).containsPattern("no season|nor none");
    }
  }

  @Test
  void retailMonthsAreMonths() throws IOException {
    StringBuilder months = new StringBuilder("timestamp,value\n");
    LocalDate day = LocalDate.of(2023, 1, 30);
    for (int month = 0; month < 33; month++) {
      // The year that ends in January 2024 has a 53rd week.
      int weeks = month % 3 == 2 ? (month == 11 ? 6 : 5) : 4;
      months.append(day).append(',').append(250 * weeks + month % 2).append('\n');
      day = day.plusWeeks(weeks);
    }
    Files.writeString(directory.resolve("retail.csv"), months);
    CommandRun run =
        CommandRun.in(directory, "forecast", "retail.csv", "--horizon", "3", "--dated");
    assertThat(run.err()).doesNotContain("left out");
    List<String> lines = run.out().lines().skip(1).toList();
    assertThat(lines).hasSize(3);
    for (int step = 0; step < 3; step++) {
      assertThat(lines.get(step)).endsWith(day.toString());
      double mean = Double.parseDouble(lines.get(step).split(",")[2]);
      assertThat(mean).isCloseTo(step == 2 ? 1_250 : 1_000, within(60.0));
      day = day.plusWeeks(4);
    }
  }

  @Test
  void goalBeyondTheHorizonIsTold() throws IOException {
    StringBuilder days = new StringBuilder("timestamp,value\n");
    for (int day = 0; day < 60; day++) {
      days.append(LocalDate.of(2026, 1, 5).plusDays(day)).append(day % 7 == 2 ? ",90\n" : ",20\n");
    }
    Files.writeString(directory.resolve("a.csv"), days);
    String campaign = "drive=2026-03-01/2026-03-15/500";
    String[] near = {"forecast", "a.csv", "--horizon", "3", "--campaign", campaign};
    CommandRun run = CommandRun.in(directory, near);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("campaign drive ends after the 3 steps asked for")
        .contains("goal of 500")
        .contains("--horizon 10");
    near[3] = "10";
    assertThat(CommandRun.in(directory, near).err())
        .contains("campaign drive reaches its goal of 500")
        .doesNotContain("asked for");
  }

  private static double highestMean(CommandRun run) {
    assertThat(run.code()).as(run.err()).isZero();
    return run.out()
        .lines()
        .skip(1)
        .mapToDouble(line -> number(line.split(","), 2))
        .max()
        .orElseThrow();
  }

  @Test
  void forecastsHaveTheContractsColumnsAndOrderedQuantiles() throws IOException {
    Files.writeString(directory.resolve("a.csv"), weekly(10));
    CommandRun run =
        CommandRun.in(directory, "forecast", "a.csv", "--horizon", "5", "--period", "7");
    assertThat(run.code()).as(run.err()).isZero();
    List<String> lines = run.out().lines().toList();
    assertThat(lines.getFirst())
        .isEqualTo("series_id,step,mean,p50,lo68,hi68,lo95,hi95,conservative,likely,optimistic");
    assertThat(lines).hasSize(6);
    for (int step = 1; step <= 5; step++) {
      String[] cells = lines.get(step).split(",");
      assertThat(cells[1]).isEqualTo(Integer.toString(step));
      double[] ordered = {
        number(cells, 6),
        number(cells, 4),
        number(cells, 8),
        number(cells, 3),
        number(cells, 10),
        number(cells, 5),
        number(cells, 7)
      };
      assertThat(ordered).isSorted();
      assertThat(cells[9]).isEqualTo(cells[3]);
    }
  }

  @Test
  void stepsAheadTellTheirTimeWhenAsked() throws IOException {
    Files.writeString(
        directory.resolve("m.csv"),
        "timestamp,value\n2026-01,10\n2026-02,11\n2026-03,12\n2026-04,11\n2026-05,12\n");
    CommandRun run = CommandRun.in(directory, "forecast", "m.csv", "--horizon", "9", "--dated");
    assertThat(run.code()).as(run.err()).isZero();
    List<String> lines = run.out().lines().toList();
    assertThat(lines.getFirst()).endsWith("likely,optimistic,timestamp");
    assertThat(lines.get(1)).endsWith(",2026-06-01");
    assertThat(lines.getLast()).endsWith(",2027-02-01");
    Files.writeString(
        directory.resolve("h.csv"),
        "timestamp,value\n2026-01-31T22:00,10\n2026-01-31T23:00,11\n2026-02-01T00:00,12\n");
    assertThat(CommandRun.in(directory, "forecast", "h.csv", "--horizon", "1", "--dated").out())
        .endsWith(",2026-02-01T01:00\n");
    Files.writeString(directory.resolve("a.csv"), weekly(3));
    CommandRun steps = CommandRun.in(directory, "forecast", "a.csv", "--horizon", "1", "--dated");
    assertThat(steps.code()).isEqualTo(2);
    assertThat(steps.err()).contains("--dated needs timestamps");
  }

  @Test
  void theSeasonOfPlainStepsIsFoundInTheValues() throws IOException {
    Files.writeString(directory.resolve("a.csv"), weekly(10));
    String found = CommandRun.in(directory, "forecast", "a.csv", "--horizon", "9").out();
    String given =
        CommandRun.in(directory, "forecast", "a.csv", "--horizon", "9", "--period", "7").out();
    assertThat(found).isNotEmpty().isEqualTo(given);
  }

  @Test
  void otherLevelsNameTheirColumns() throws IOException {
    Files.writeString(directory.resolve("a.csv"), weekly(6));
    CommandRun run =
        CommandRun.in(directory, "forecast", "a.csv", "--horizon", "1", "--levels", "50,97.5");
    assertThat(run.out())
        .startsWith("series_id,step,mean,p50,lo50,hi50,lo97.5,hi97.5,conservative");
  }

  @Test
  void theSameSeedGivesTheSameAnswer() {
    String[] args = {
      "forecast", "docs/examples/daily-tips.csv", "--horizon", "14", "--period", "7", "--seed", "5"
    };
    CommandRun first = CommandRun.in(CommandRun.project(), args);
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(CommandRun.in(CommandRun.project(), args)).isEqualTo(first);
  }

  @Test
  void aPlantedSpikeIsAnAnomalyInCsvAndJson() throws IOException {
    CommandRun csv =
        CommandRun.in(CommandRun.project(), "anomalies", "docs/examples/daily-tips.csv");
    assertThat(csv.out()).startsWith("series_id,step,value,expected,lo,hi,score,anomaly,kind\n");
    assertThat(csv.out().lines().filter(line -> line.startsWith("ada,150,")))
        .singleElement()
        .asString()
        .endsWith(",true,point");
    CommandRun json =
        CommandRun.in(CommandRun.project(), "anomalies", "docs/examples/daily-tips.csv", "--json");
    JsonNode rows = JSON.readTree(json.out());
    assertThat(rows.size()).isEqualTo(420);
    JsonNode spike = rows.get(150);
    assertThat(spike.get("anomaly").asBoolean()).isTrue();
    assertThat(spike.get("score").asDouble()).isBetween(0.5, 1.0);
    assertThat(rows.get(210 + 60).get("value").isNull()).isTrue();
  }

  @Test
  void filesAppearOnlyWhole() throws IOException {
    Files.writeString(directory.resolve("a.csv"), weekly(4));
    CommandRun run =
        CommandRun.in(directory, "decompose", "a.csv", "--period", "7", "--out", "b.csv.gz");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEmpty();
    byte[] packed = Files.readAllBytes(directory.resolve("b.csv.gz"));
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).startsWith("series_id,");
    }
    Files.writeString(directory.resolve("bad.csv"), "step,value\n0,x\n");
    CommandRun failed =
        CommandRun.in(directory, "decompose", "bad.csv", "--period", "7", "--out", "b.csv.gz");
    assertThat(failed.code()).isEqualTo(1);
    assertThat(Files.readAllBytes(directory.resolve("b.csv.gz"))).isEqualTo(packed);
    try (var files = Files.list(directory)) {
      assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
    }
  }

  @Test
  void anAnswerGoesOnlyWhereItCan() throws IOException {
    Files.writeString(directory.resolve("a.csv"), weekly(4));
    CommandRun nowhere = CommandRun.in(directory, "anomalies", "a.csv", "--out", "none/b.csv");
    assertThat(nowhere.code()).isEqualTo(1);
    assertThat(nowhere.err()).contains("none does not exist. Create it.");
    CommandRun excel = CommandRun.in(directory, "anomalies", "a.csv", "--out", "b.xlsx");
    assertThat(excel.code()).isEqualTo(2);
    assertThat(excel.err()).contains("Use .csv, .json or .ndjson");
  }

  /** Each wrong file is one message that names file, place and remedy, and exit code 1. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|is empty. Export it again, or leave it out",
        "'a,b\n1,2\n'|column value is missing; the file has a, b",
        "'step,value\n'|has a header and no rows",
        "'step,value\n1,2\n1,3\n'|rows 1 and 2 give series wrong the same step",
        "'step,value\n1,2,3\n'|row 1 (line 2) has 3 cells, the header has 2",
        "'step,value\n0,inf\n'|row 1: value (inf) is not finite",
        "'step,value\nx,1\n'|row 1: step (x) is not a whole number"
      })
  void wrongFilesAreNamed(String text, String message) throws IOException {
    Files.writeString(directory.resolve("wrong.csv"), text);
    CommandRun run = CommandRun.in(directory, "anomalies", "wrong.csv");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("wrong.csv").contains(message);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void theSeventhOfTenThousandRowsIsNamed() throws IOException {
    StringBuilder rows = new StringBuilder("series_id,step,value\n");
    for (int row = 1; row <= 10_000; row++) {
      rows.append("s,").append(row).append(row == 7 ? ",oops\n" : ",1\n");
    }
    Files.writeString(directory.resolve("many.csv"), rows);
    CommandRun run = CommandRun.in(directory, "forecast", "many.csv", "--horizon", "1");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains("many.csv: row 7: value (oops) is not a number. Write it like 12.5");
  }

  private static double number(String[] cells, int column) {
    return Double.parseDouble(cells[column]);
  }

  /** A week's shape on a slope. */
  private static String weekly(int weeks) {
    double[] shape = {1, 2, 1.5, 3, 6, 9, 4};
    StringBuilder rows = new StringBuilder("step,value\n");
    for (int step = 0; step < 7 * weeks; step++) {
      rows.append(step).append(',').append(10 + shape[step % 7] + 0.1 * step).append('\n');
    }
    return rows.toString();
  }

  @Test
  void whatCannotBeWrittenIsWrongUsageInEveryCommand(@TempDir Path place) throws IOException {
    Files.createDirectory(place.resolve("folder.csv"));
    Files.writeString(
        place.resolve("t.ndjson"),
        "{\"id\":\"1\",\"time\":\"2026-01-05T10:00:00Z\",\"type\":\"tip\",\"creator\":\"ada\",\"source\":\"s\",\"amount\":\"5\",\"currency\":\"EUR\"}\n");
    Files.writeString(place.resolve("s.csv"), "step,value\n1,2\n2,3\n3,4\n");
    CommandRun.in(place, "ingest", "t.ndjson", "--store", "st.duckdb");
    Files.writeString(place.resolve("st.duckdb.wal"), "");
    Files.copy(place.resolve("st.duckdb"), place.resolve("copy.csv"));
    for (String out : List.of("x.pdf", "folder.csv", "st.duckdb.wal", "copy.csv")) {
      for (String command :
          List.of("analyze revenue --creator ada", "forecast s.csv --horizon 1", "export fan")) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of("--out", out));
        if (!command.startsWith("forecast")) {
          words.addAll(List.of("--store", "st.duckdb"));
        }
        CommandRun run = CommandRun.in(place, words.toArray(String[]::new));
        assertThat(run.code()).as(command + " " + out + run.err()).isEqualTo(2);
      }
    }
  }
}
