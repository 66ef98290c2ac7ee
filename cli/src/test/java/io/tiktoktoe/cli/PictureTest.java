package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.call.Cancellation;
import io.tiktoktoe.cli.report.TerminalPicture;
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

  private static final List<String> DEMO = List.of("demo", "--creators", "10", "--months", "12");

  /** Lines of the report that are shown: up to what is unusual. */
  private static final int SHOWN = 60;

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
        run(DEMO).out().lines().dropWhile(line -> !line.contains("Revenue of ")).toList();
    List<String> shown = new ArrayList<>();
    shown.add("\u001b[1m$ ./tiktoktoe " + String.join(" ", DEMO) + "\u001b[0m");
    shown.add("");
    shown.addAll(report.subList(0, SHOWN));
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
    String creator = report.getFirst().replaceFirst(".*Revenue of (\\S+).*", "$1");
    run(
        List.of(
            "analyze",
            "revenue",
            "--creator",
            creator,
            "--store",
            ".tiktoktoe/demo/store.duckdb",
            "--out",
            "mine.svg"));
    String mine = Files.readString(directory.resolve("mine.svg"));
    assertThat(mine).startsWith("<svg ").endsWith("</svg>\n").doesNotContain("\u001b");
    String text = mine.replaceAll("<[^>]*>", "").replace("&lt;", "<").replace("&amp;", "&");
    for (String line : report.subList(0, SHOWN)) {
      assertThat(text).contains(line.replaceAll("\u001b\\[\\d+m", ""));
    }
  }
}
