package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.cli.report.picture.TerminalPicture;
import io.tiktoktoe.work.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * README's picture shows what the program says today; {@code mvn -pl cli -am test
 * -Dtest=PictureTest -Dsurefire.failIfNoSpecifiedTests=false -Dpicture=write} draws it anew.
 */
class PictureTest {

  private static final Path PICTURE =
      CommandRun.project().resolve("docs/pictures/revenue-report.svg");

  private static final List<String> DEMO =
      List.of("demo", "--creators", "8", "--months", "6", "--seed", "5");

  /** The first section that the picture has no room for. */
  private static final String CUT = "Where from and who";

  @TempDir Path directory;

  private CommandRun run(List<String> args) {
    CommandRun run =
        CommandRun.in(directory, Map.of(), new Cancellation(), true, args.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  @Test
  void readmeShowsTheReportAsItIs() throws IOException {
    List<String> report =
        run(DEMO)
            .out()
            .lines()
            .dropWhile(line -> !line.contains("Revenue of "))
            .takeWhile(line -> !line.contains(CUT))
            .toList();
    List<String> shown = new ArrayList<>();
    shown.add("\u001b[1m$ ./tiktoktoe " + String.join(" ", DEMO) + "\u001b[0m");
    shown.add("");
    shown.addAll(report.subList(0, report.size() - 1));
    String picture = TerminalPicture.of("A creator's revenue report in a terminal", shown);
    if ("write".equals(System.getProperty("picture"))) {
      Files.writeString(PICTURE, picture);
    }
    assertThat(PICTURE).as("README's picture").hasContent(picture);
    assertThat(CommandRun.project().resolve("README.md"))
        .content()
        .contains("docs/pictures/" + PICTURE.getFileName());
    everybodyCanDrawTheirs(report);
  }

  private void everybodyCanDrawTheirs(List<String> report) throws IOException {
    String[] words = report.getFirst().split(" +");
    run(
        List.of(
            "analyze",
            "revenue",
            "--creator",
            words[2],
            "--from",
            words[3],
            "--to",
            words[5],
            "--seed",
            DEMO.getLast(),
            "--store",
            ".tiktoktoe/demo/store.duckdb",
            "--out",
            "mine.svg"));
    String mine = Files.readString(directory.resolve("mine.svg"));
    assertThat(mine).startsWith("<svg ").endsWith("</svg>\n").doesNotContain("\u001b");
    String text = mine.replaceAll("<[^>]*>", "").replace("&lt;", "<").replace("&amp;", "&");
    for (String line : report) {
      assertThat(text).contains(line.replaceAll("\u001b\\[\\d+m", ""));
    }
  }
}
