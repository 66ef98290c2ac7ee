package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.work.Cancellation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** docs/specification.md: every class, command and test that it names is there. */
class SpecificationTest {

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private static List<String[]> rows = List.of();

  @BeforeAll
  static void read() throws IOException {
    rows =
        Files.readAllLines(CommandRun.project().resolve("docs/specification.md")).stream()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| specification"))
            .map(line -> line.substring(2, line.length() - 2).split(" \\| "))
            .toList();
  }

  @Test
  void everyRowSaysWhatKeepsItByWhichCommandAndTest() {
    assertThat(rows).hasSizeGreaterThan(60).allMatch(row -> row.length == 4);
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(named(row[1])).as(row[0]).isNotEmpty();
              assertThat(named(row[2])).as(row[0]).isNotEmpty();
              assertThat(named(row[3])).as(row[0]).anyMatch(name -> name.contains("Test"));
            });
  }

  @Test
  void everyComponentHasRows() {
    assertThat(String.join("\n", rows.stream().map(row -> row[0]).toList()))
        .contains(
            "RevenueAnalytics.analyzeRevenueStreams",
            "AudienceValueOptimizer.optimizeEngagement",
            "DynamicPricingEngine.optimizePricing",
            "ContentValueAssessor.assessContentValue",
            "IntegratedAnalyticsPipeline.processAnalytics",
            "PredictiveAnalyticsEngine.generatePredictions");
  }

  @Test
  void everyClassAndMemberIsThere() throws IOException {
    List<String> missing = new ArrayList<>();
    for (String[] row : rows) {
      for (String name : named(row[1])) {
        if (!isThere(name, "main")) {
          missing.add(name);
        }
      }
    }
    assertThat(missing).isEmpty();
    assertThat(isThere("revenue.RevenueAnalytics#nothingOfThisName", "main")).isFalse();
    assertThat(isThere("revenue.NothingOfThisName", "main")).isFalse();
  }

  @Test
  void everyTestIsThere() throws IOException {
    List<String> missing = new ArrayList<>();
    for (String[] row : rows) {
      for (String name : named(row[3])) {
        if (!isThere(name.contains("#") ? name : name + "#@Test", "test")) {
          missing.add(name);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyCommandAndOptionIsThere() {
    CommandLine root = commands();
    List<String> missing = new ArrayList<>();
    for (String[] row : rows) {
      for (String command : named(row[2])) {
        if (!isThere(root, command)) {
          missing.add(command);
        }
      }
    }
    assertThat(missing).isEmpty();
    assertThat(isThere(root, "analyze nothing")).isFalse();
    assertThat(isThere(root, "forecast --nothing")).isFalse();
  }

  /** What stands in code marks. */
  private static List<String> named(String cell) {
    return CODE.matcher(cell).results().map(match -> match.group(1)).toList();
  }

  private static boolean isThere(String name, String tree) throws IOException {
    String[] parts = name.split("#");
    Path file = Path.of("io/tiktoktoe", parts[0].replace('.', '/') + ".java");
    for (String module :
        List.of("core", "simulation", "store", "service", "cli", "training", "benchmarks")) {
      Path source =
          CommandRun.project().resolve(module).resolve("src/" + tree + "/java").resolve(file);
      if (Files.exists(source)) {
        return parts.length == 1
            || Pattern.compile("(?<!\\w)" + Pattern.quote(parts[1]) + "(?!\\w)")
                .matcher(Files.readString(source))
                .find();
      }
    }
    return false;
  }

  private static boolean isThere(CommandLine root, String words) {
    CommandLine at = root;
    for (String word : words.split(" ")) {
      if (word.startsWith("--")) {
        return at.getCommandSpec().findOption(word) != null;
      }
      CommandLine next = at.getSubcommands().get(word);
      if (next == null) {
        return false;
      }
      at = next;
    }
    return true;
  }

  private static CommandLine commands() {
    Path here = Path.of("").toAbsolutePath();
    Surroundings surroundings =
        new Surroundings(
            new StringWriter(),
            new PrintWriter(new StringWriter()),
            false,
            false,
            Map.of(),
            here,
            here.resolve("home"),
            InstantSource.fixed(CommandRun.NOW),
            new Cancellation());
    CommandLine root = new CommandLine(CommandLine.Model.CommandSpec.create());
    Commands.addTo(root, surroundings);
    return root;
  }
}
