package io.tiktoktoe.cli.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTableTest {

  private static final String[] WORDS = {
    "long", "silence", "takes", "no", "part", "subscription", "1,234.50", "-0.75", "98.5%", "to"
  };

  private static Look width(int columns) {
    return new Look(columns, false, true);
  }

  private static TextTable leavers() {
    return new TextTable("likely to leave", "risk", "95%", "worth", "<because")
        .row("fan-22m", "54.8%", "18.6% to 86.6%", "1,525", "long silence, comes less often")
        .row("fan-19q", "67.9%", "38.2% to 88.1%", "270", "no subscription");
  }

  @Test
  void whatFitsStaysAsItIs() {
    assertThat(leavers().lines(width(80)))
        .containsExactly(
            "  likely to leave   risk             95%  worth  because",
            "  fan-22m          54.8%  18.6% to 86.6%  1,525  long silence, comes less often",
            "  fan-19q          67.9%  38.2% to 88.1%    270  no subscription");
  }

  @Test
  void headingsAndTextFoldBeforeNumbersDo() {
    assertThat(leavers().lines(width(60)))
        .containsExactly(
            "  likely    risk             95%  worth  because",
            "  to",
            "  leave",
            "  fan-22m  54.8%  18.6% to 86.6%  1,525  long silence, comes",
            "                                         less often",
            "  fan-19q  67.9%  38.2% to 88.1%    270  no subscription");
  }

  @Test
  void columnsThatDoNotFitStandBelowWithTheFirst() {
    TextTable table = new TextTable("", "views", "direct", "influenced");
    table.row("ada:p1", "10,000,000", "1,000,000", "2,000,000");
    assertThat(table.lines(width(32)))
        .containsExactly(
            "               views     direct",
            "  ada:p1  10,000,000  1,000,000",
            "          influenced",
            "  ada:p1   2,000,000");
  }

  @Test
  void onVeryNarrowTerminalsEachRowIsToldByItself() {
    TextTable table = new TextTable("fan", "a", "b", "c", "d", "<note");
    table.row("fan-number-one", "1,000,000", "2,000,000", "3,000,000", "4,000,000", "so it is");
    assertThat(table.lines(width(30)))
        .containsExactly(
            "  fan",
            "  fan-number-one",
            "    a     1,000,000",
            "    b     2,000,000",
            "    c     3,000,000",
            "    d     4,000,000",
            "    note  so it is");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 100, 120})
  void noLineIsTooWideAndNothingIsLost(int width) {
    SplittableRandom random = new SplittableRandom(width);
    for (int repeat = 0; repeat < 100; repeat++) {
      int columns = 2 + random.nextInt(9);
      String[] headings = new String[columns];
      Arrays.setAll(headings, at -> (random.nextBoolean() ? "<" : "") + text(random, 3));
      TextTable table = new TextTable(headings);
      List<String> said = new ArrayList<>();
      for (int row = 0; row < 3; row++) {
        String[] cells = new String[columns];
        Arrays.setAll(cells, at -> text(random, 6));
        table.row(cells);
        said.addAll(Arrays.asList(cells));
      }
      List<String> lines = table.lines(width(width));
      assertThat(lines).allMatch(line -> Look.columns(line) <= width);
      List<String> words = List.of(String.join(" ", lines).strip().split(" +"));
      for (String cell : said) {
        assertThat(words).containsAll(List.of(cell.split(" ")));
      }
    }
  }

  private static String text(SplittableRandom random, int most) {
    List<String> words = new ArrayList<>();
    for (int word = random.nextInt(most); word >= 0; word--) {
      words.add(WORDS[random.nextInt(WORDS.length)]);
    }
    return String.join(" ", words);
  }

  @Test
  void longNamesBreakBetweenTheirParts() {
    assertThat(Folding.lines("comedy-0002-p10010-directors-cut", 14))
        .containsExactly("comedy-0002-", "p10010-", "directors-cut");
    assertThat(Folding.lines("2026-11-01 1,234,567.89", 10))
        .containsExactly("2026-11-01", "1,234,567.89");
  }

  @Test
  void lettersOfTwoColumnsCountAsTwo() {
    assertThat(Look.columns("東京 5")).isEqualTo(6);
    assertThat(Look.columns("e\u0301")).isEqualTo(1);
    assertThat(Look.columns("\u001b[32mok\u001b[0m")).isEqualTo(2);
  }

  @Test
  void drawingsAreNotFolded() {
    TextTable table = new TextTable("part", "|a   b", "<text");
    table.row("one", "#   #", "some words that must give way");
    assertThat(table.lines(width(34)))
        .containsExactly(
            "  part  a   b  text",
            "  one   #   #  some words that",
            "               must give way");
  }
}
