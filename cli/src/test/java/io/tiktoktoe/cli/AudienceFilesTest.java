package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Segments and influence of plain files: columns, order, numbers, and what is wrong with a file.
 */
class AudienceFilesTest {

  private static final JsonMapper JSON = new JsonMapper();

  /** Three pairs and a row between two of them. */
  private static final String ROWS =
      "id,x,y\na,1,2\nb,2,2\nc,4,1\nd,4,1\ne,9,5\nf,8,5\ng,1,3\nh,5,5\n";

  @TempDir Path directory;

  @Test
  void segmentsAreNumberedBySizeInTheOrderOfTheFile() throws IOException {
    Files.writeString(directory.resolve("a.csv"), ROWS);
    CommandRun run =
        CommandRun.in(
            directory,
            "segments",
            "a.csv",
            "--segments",
            "3",
            "--scale",
            "none",
            "--merges",
            "m.csv");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo("id,segment\na,1\nb,1\nc,3\nd,3\ne,2\nf,2\ng,1\nh,2\n");
    List<String> merges = Files.readAllLines(directory.resolve("m.csv"));
    assertThat(merges.getFirst()).isEqualTo("step,left,right,height,size");
    assertThat(merges).hasSize(8).contains("4,-7,2,1.2909944487358058,3");
    assertThat(merges.getLast()).startsWith("7,5,6,11.3871272350258").endsWith(",8");
  }

  @Test
  void everyLinkageJoinsAsItShould() throws IOException {
    Files.writeString(directory.resolve("a.csv"), ROWS);
    for (String linkage : List.of("ward", "average", "complete", "single")) {
      CommandRun run =
          CommandRun.in(
              directory,
              "segments",
              "a.csv",
              "--scale",
              "none",
              "--linkage",
              linkage,
              "--merges",
              "m.csv");
      assertThat(run.code()).as(run.err()).isZero();
      String last = Files.readAllLines(directory.resolve("m.csv")).getLast();
      double height =
          switch (linkage) {
            case "ward" -> 11.387127235025815;
            case "average" -> 6.1394013264843466;
            case "complete" -> 8.5440037453175304;
            default -> 4.1231056256176606;
          };
      assertThat(Double.parseDouble(last.split(",")[3])).isCloseTo(height, within(1e-12));
    }
  }

  @Test
  void jsonTellsNumberQualityAndWhatSetsApart() throws IOException {
    StringBuilder rows = new StringBuilder("id,spend,visits\n");
    for (int fan = 0; fan < 60; fan++) {
      rows.append("f%d,%d,%d%n".formatted(fan, fan % 2 * (100 + fan), 10 + fan % 7));
    }
    Files.writeString(directory.resolve("a.csv"), rows);
    CommandRun run = CommandRun.in(directory, "segments", "a.csv", "--json", "--seed", "3");
    assertThat(run.code()).as(run.err()).isZero();
    JsonNode json = JSON.readTree(run.out());
    assertThat(json.get("k").asInt()).isEqualTo(2);
    assertThat(json.get("quality").get("silhouette").asDouble()).isGreaterThan(0.5);
    assertThat(json.get("assigned")).hasSize(60);
    assertThat(json.get("assigned").get(1).get("id").asString()).isEqualTo("f1");
    JsonNode payers =
        json.get("segments").get(json.get("assigned").get(1).get("segment").asInt() - 1);
    assertThat(payers.get("description").asString())
        .startsWith("Has spend where most others have none (");
    assertThat(payers.get("traits").get(0).get("code").asString()).isEqualTo("segment-only");
    CommandRun report =
        CommandRun.in(directory, "segments", "a.csv", "--out", "o.ndjson", "--seed", "3");
    assertThat(report.out())
        .contains("2 segments of 60", "Which segments are nearest", "segment 1");
    assertThat(Files.readAllLines(directory.resolve("o.ndjson")).getFirst())
        .isEqualTo("{\"id\":\"f0\",\"segment\":1}");
  }

  @Test
  void oneRowAndRowsAlikeAreOneSegment() throws IOException {
    Files.writeString(directory.resolve("a.csv"), "id,x\na,5\n");
    CommandRun one = CommandRun.in(directory, "segments", "a.csv", "--merges", "m.csv");
    assertThat(one.out()).isEqualTo("id,segment\na,1\n");
    assertThat(directory.resolve("m.csv")).hasContent("step,left,right,height,size");
    Files.writeString(directory.resolve("a.csv"), "id,x\na,5\nb,5\nc,5\n");
    CommandRun alike = CommandRun.in(directory, "segments", "a.csv", "--out", "o.csv");
    assertThat(alike.out()).contains("1 segment of 3", "All are alike.", "too few different rows");
  }

  @Test
  void missingValuesAreTold() throws IOException {
    Files.writeString(directory.resolve("a.csv"), "id,x,y\na,5,\nb,NaN,2\nc,5,1\n");
    CommandRun run = CommandRun.in(directory, "segments", "a.csv");
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("2 missing values: the median of their column stands in");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id,x;a,1;b,two | | a.csv: row 2: x (two) is not a number. Write it like 12.5, or leave it",
        "id,x;a,1;b,two | | name the columns to use with --features",
        "id,x;a,1;a,2 | | row 2: id (a) is that of row 1. Give each id one row",
        "id,x;a,inf | | row 1: x (inf) is not finite",
        "id,x;,1 | | row 1: id is empty",
        "customer,x;a,1 | | column id is missing; the file has customer, x. Rename one in the file,"
            + " or with --map",
        "id;a | | has no column of numbers beside id",
        "id,x | | has a header and no rows",
        "id,x;a,1 | --segments 2 | --segments (2) must be at most the number of rows (1)",
        "id,x;a,1 | --segments 0 | --segments (0) must be at least 1",
        "id,x;a,1 | --segments many | --segments (many) must be a whole number or auto",
        "id,x;a,1 | --linkage mean | --linkage (mean) must be one of ward, average, complete,"
            + " single",
        "id,x;a,1 | --scale log | --scale (log) must be one of robust, none",
        "id,x;a,1 | --features y | column y of --features does not exist; the file has x",
        "id,x;a,1 | --map x=name | --map names field name. Use id",
        "id,x;a,1 | --merges - | --merges - is where the answer goes. Name a file",
        "id,x;a,1 | --merges m.xlsx | --merges ",
      })
  void tellsWhatIsWrongWithFeatures(String rows, String options, String message)
      throws IOException {
    Files.writeString(directory.resolve("a.csv"), rows.replace(";", "\n") + "\n");
    String line = "segments a.csv" + (options == null ? "" : " " + options);
    CommandRun run = CommandRun.in(directory, line.split(" "));
    assertThat(run.code()).isEqualTo(options == null ? 1 : 2);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void mergesOfTooManyRowsAreRefused() throws IOException {
    StringBuilder rows = new StringBuilder("id,x\n");
    for (int row = 0; row <= 20_000; row++) {
      rows.append(row).append(',').append(row % 3 * 100 + row % 7).append('\n');
    }
    Files.writeString(directory.resolve("a.csv"), rows);
    CommandRun run =
        CommandRun.in(directory, "segments", "a.csv", "--segments", "3", "--merges", "m.csv");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--merges is for at most 20000 rows, here are 20001");
    assertThat(directory.resolve("m.csv")).doesNotExist();
    CommandRun average = CommandRun.in(directory, "segments", "a.csv", "--linkage", "average");
    assertThat(average.err()).contains("--linkage (average) is for at most 20000 rows");
  }

  /** A star: whoever is pointed to by all has most; loops and lone parts do no harm. */
  @Test
  void influenceFallsAndAddsUpToOne() throws IOException {
    Files.writeString(directory.resolve("a.csv"), "from,to\nb,a\nc,a\nd,a\na,b\ne,e\nf,g\n");
    CommandRun run = CommandRun.in(directory, "influence", "a.csv");
    assertThat(run.code()).as(run.err()).isZero();
    List<String> lines = run.out().lines().toList();
    assertThat(lines.getFirst()).isEqualTo("node,score");
    assertThat(lines.get(1)).startsWith("a,");
    double sum = 0;
    double before = 1;
    for (String line : lines.subList(1, lines.size())) {
      double score = Double.parseDouble(line.split(",")[1]);
      assertThat(score).isLessThanOrEqualTo(before);
      before = score;
      sum += score;
    }
    assertThat(lines).hasSize(8);
    assertThat(sum).isCloseTo(1, within(1e-12));
  }

  @Test
  void weightsDirectionAndIterationsCount() throws IOException {
    Files.writeString(directory.resolve("a.csv"), "who,whom,weight\na,b,3\na,c,1\na,d,0\n");
    String map = "who=from,whom=to";
    CommandRun run =
        CommandRun.in(directory, "influence", "a.csv", "--map", map, "--json", "--iterations", "1");
    JsonNode json = JSON.readTree(run.out());
    assertThat(json).hasSize(4);
    assertThat(json.get(0).get("node").asString()).isEqualTo("b");
    double even = 0.15 / 4 + 0.85 * 3 / 4 / 4;
    assertThat(json.get(0).get("score").asDouble())
        .isCloseTo(even + 0.85 / 4 * 0.75, within(1e-15));
    assertThat(json.get(2).get("score").asDouble()).isCloseTo(even, within(1e-15));
    CommandRun both = CommandRun.in(directory, "influence", "a.csv", "--map", map, "--undirected");
    assertThat(both.out().lines().toList().get(1)).startsWith("a,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from,to,weight;a,b,-1 | | row 1: weight (-1.0) must be at least 0",
        "from,to,weight;a,b, | | row 1: weight is missing. Write a number",
        "from,to,weight;a,b,x | | row 1: weight (x) is not a number",
        "from,to;a, | | row 1: to is empty. Fill it, or leave the row out",
        "from,whom;a,b | | column to is missing; the file has from, whom",
        "from,to | | has a header and no rows",
        "from,to;a,b | --damping 1 | --damping (1.0) must be at least 0 and below 1",
        "from,to;a,b | --map from=source | --map names field source. Use from, to, weight",
      })
  void tellsWhatIsWrongWithLinks(String rows, String options, String message) throws IOException {
    Files.writeString(directory.resolve("a.csv"), rows.replace(";", "\n") + "\n");
    String line = "influence a.csv" + (options == null ? "" : " " + options);
    CommandRun run = CommandRun.in(directory, line.split(" "));
    assertThat(run.code()).isEqualTo(options == null ? 1 : 2);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }
}
