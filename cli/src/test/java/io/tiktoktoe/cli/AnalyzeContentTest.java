package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code analyze content} over the example. Nothing is left to chance. */
class AnalyzeContentTest {

  @TempDir static Path directory;

  @BeforeAll
  static void ingest() {
    Path example = CommandRun.project().resolve("docs").resolve("examples").resolve("watching.csv");
    assertThat(CommandRun.in(directory, "ingest", example.toString()).code()).isZero();
  }

  private static CommandRun analyze(String... more) {
    String[] all = new String[2 + more.length];
    all[0] = "analyze";
    all[1] = "content";
    System.arraycopy(more, 0, all, 2, more.length);
    return CommandRun.in(directory, all);
  }

  @Test
  void ranksContentsAndSaysWhatFiguresMean() {
    CommandRun run = analyze("--creator", "ada");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains(
            "clip-6",
            "clip-3",
            "half-life",
            "Direct: the part",
            "Books before costs ",
            "unattributed");
  }

  @Test
  void drawsTheReportCardOfOne() {
    CommandRun run = analyze("--content", "clip-3");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("Report card", "share velocity", "Compared with", "How it fades", "views a day")
        .doesNotContain("clip-6");
  }

  private static void watched(String store, String... times) throws IOException {
    StringBuilder rows = new StringBuilder("id,time,type,creator,fan,source,content\n");
    for (String time : times) {
      rows.append(time).append(',').append(time).append(",view,bea,cy,youtube,only\n");
    }
    Files.writeString(directory.resolve(store + ".csv"), rows);
    CommandRun run = CommandRun.in(directory, "ingest", store + ".csv", "--store", store);
    assertThat(run.code()).as(run.err()).isZero();
  }

  /** Nobody asked for a day: the first one is not over, and its remedy works. */
  @Test
  void theFirstDayOfDataIsToldWhenAskedFor() throws IOException {
    watched("young.duckdb", "2026-06-04T19:29:34Z");
    assertThat(analyze("--store", "young.duckdb").err())
        .contains(
            "data of creator bea begin on 2026-06-04, and no day of them is whole yet."
                + " Give --to 2026-06-04 to take that day as it is.");
    CommandRun asked = analyze("--store", "young.duckdb", "--to", "2026-06-04");
    assertThat(asked.code()).as(asked.err()).isZero();
    assertThat(asked.out().replaceAll("\\s+", " ")).contains("1 view by people, 1 named fan.");
    assertThat(analyze("--store", "young.duckdb", "--to", "2026-06-01").err())
        .contains("--to (2026-06-01) is before 2026-06-04, the first day that has data.");
  }

  /** Without another content there is no usual value: none is shown, not zero. */
  @Test
  void aContentWithoutItsLikeHasNoUsualValue() throws IOException {
    watched("alone.duckdb", "2026-06-04T19:29:34Z", "2026-06-14T19:29:34Z");
    CommandRun run = analyze("--store", "alone.duckdb");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("Compared with nothing")
        .containsPattern("views .*1 +16 to +0.0%\n +84\n");
  }

  /** Twenty-five contents: people get twenty of them, programs all. */
  @Test
  void programsGetTheWholeRanking() throws IOException {
    StringBuilder rows = new StringBuilder("id,time,type,creator,fan,source,content\n");
    for (int at = 0; at < 25; at++) {
      rows.append(
          "w%d,2026-06-%02dT10:00:00Z,view,eve,cy,youtube,one-%d\n".formatted(at, 1 + at, at));
    }
    rows.append("last,2026-06-28T10:00:00Z,view,eve,cy,youtube,one-0\n");
    Files.writeString(directory.resolve("many.csv"), rows);
    assertThat(CommandRun.in(directory, "ingest", "many.csv", "--store", "many.duckdb").code())
        .isZero();
    assertThat(analyze("--store", "many.duckdb").out()).contains("5 more contents (--most)");
    CommandRun json = analyze("--store", "many.duckdb", "--json");
    assertThat(json.out().split("\"machine_views\"", -1)).hasSize(26);
    assertThat(analyze("--store", "many.duckdb", "--out", "all.csv").code()).isZero();
    assertThat(Files.readAllLines(directory.resolve("all.csv"))).hasSize(26);
  }

  /** In forty columns the ranking stands in blocks, each with the contents' names. */
  @Test
  void theRankingFitsIntoFortyColumns() {
    CommandRun ranking = CommandRun.in(directory, Map.of("COLUMNS", "40"), "analyze", "content");
    assertThat(ranking.code()).as(ranking.err()).isZero();
    List<String> rows = ranking.out().lines().filter(line -> line.startsWith("  clip-")).toList();
    assertThat(rows).hasSizeGreaterThan(20).allMatch(line -> line.length() <= 40);
  }

  @Test
  void writesTheRankingAsATable() throws IOException {
    assertThat(analyze("--most", "3", "--out", "ranking.csv").code()).isZero();
    assertThat(Files.readAllLines(directory.resolve("ranking.csv")))
        .hasSize(4)
        .first()
        .asString()
        .startsWith("content,type,published,state,views,direct");
    CommandRun picture = analyze("--content", "clip-3", "--out", "card.svg");
    assertThat(picture.code()).as(picture.err()).isZero();
    assertThat(directory.resolve("card.svg")).content().startsWith("<svg");
  }

  @Test
  void refusesWhatCannotBe() {
    CommandRun unknown = analyze("--content", "nope");
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).contains("--content (nope) is no content of ada", "clip-8");
    CommandRun wide = analyze("--window", "900");
    assertThat(wide.code()).isEqualTo(2);
    assertThat(wide.err()).contains("--window (900)", "between 1 and 90");
    CommandRun none = analyze("--most", "0");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("--most (0)");
  }
}
