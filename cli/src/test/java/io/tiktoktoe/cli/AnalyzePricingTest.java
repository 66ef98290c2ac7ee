package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prices of the example's creator as a person asks for them. */
class AnalyzePricingTest {

  @TempDir static Path directory;

  @BeforeAll
  static void ingest() throws IOException {
    Path example = CommandRun.project().resolve("docs/examples/price-orders.csv");
    Files.copy(example, directory.resolve("price-orders.csv"));
    CommandRun taken = CommandRun.in(directory, "ingest", "price-orders.csv");
    assertThat(taken.code()).as(taken.err()).isZero();
  }

  private static CommandRun analyze(String... options) {
    String[] args = new String[options.length + 4];
    args[0] = "analyze";
    args[1] = "pricing";
    args[2] = "--creator";
    args[3] = "ada";
    System.arraycopy(options, 0, args, 4, options.length);
    return CommandRun.in(directory, args);
  }

  @Test
  void theReportSaysWhatToDoAndWhatItRestsOn() {
    CommandRun told = analyze("--endings", ".99", "--days-between", "0");
    assertThat(told.code()).as(told.err()).isZero();
    assertThat(told.out().replaceAll("\\s+", " "))
        .startsWith("Prices of ada as of 2026-07-03 (EUR)")
        .contains("poster", "12.99", "print-house", "Learned from sales alone")
        .contains("share of those who would buy at some price")
        .contains("competitors' prices moved it by");
  }

  @Test
  void jsonHasEveryFigureAndTheSameTwice() throws IOException {
    CommandRun told = analyze("--json", "--product", "poster", "--seed", "3");
    JsonNode json = new JsonMapper().readTree(told.out());
    JsonNode poster = json.get("products").get(0);
    assertThat(poster.get("elasticity").get("interval").get("lo").asDouble()).isNegative();
    assertThat(poster.get("strategy").get("today").asDouble()).isEqualTo(12.99);
    assertThat(poster.get("facts").get("price").asDouble()).isEqualTo(12.99);
    assertThat(analyze("--json", "--product", "poster", "--seed", "3").out()).isEqualTo(told.out());
  }

  @Test
  void pricesByCountryAndConstraintsComeFromTables() throws IOException {
    Files.writeString(directory.resolve("ladder.csv"), "country,factor\nIN,0.5\nPL,0.8\n");
    Files.writeString(directory.resolve("limits.csv"), "product,floor,endings\nposter,7,.49 .99\n");
    CommandRun told = analyze("--ladder", "ladder.csv", "--constraints", "limits.csv");
    assertThat(told.code()).as(told.err()).isZero();
    assertThat(told.out()).contains("IN        0.50   7.49").contains("PL        0.80  10.49");
    Files.writeString(directory.resolve("ladder.csv"), "country,factor\nIndia,0.5\n");
    assertThat(analyze("--ladder", "ladder.csv").err())
        .contains("country (India) must be two capital letters, such as IN.");
  }

  @Test
  void wrongOptionsAreNamedWithARemedy() {
    assertThat(analyze("--product", "mug").err())
        .contains("product mug is none of creator ada, who has 1: poster. Use one of these.");
    assertThat(analyze("--as-of", "2026-01-01").err())
        .contains("--as-of (2026-01-01) is before 2026-01-05");
    assertThat(analyze("--competitor", "foo").err()).contains("knows print-house");
    assertThat(analyze("--endings", "x").code()).isEqualTo(2);
    assertThat(analyze("--floor", "-1").err()).contains("--floor (-1.0) must be above 0");
    assertThat(analyze("--floor", "20", "--ceiling", "3").err())
        .contains("--floor (20.0) must be at most --ceiling (3.0)");
  }

  @Test
  void competitorsPricesComeFromAnyFile() throws IOException {
    Files.writeString(
        directory.resolve("rivals.csv"),
        "Day,Item,Price,Shop\n"
            + "2026-03-01,poster,14.00,frame-co\n"
            + "2026-06-01,poster,13.50,frame-co\n");
    CommandRun taken =
        CommandRun.in(
            directory,
            "ingest",
            "rivals.csv",
            "--map",
            "Day=time,Item=product,Price=amount,Shop=attributes.competitor,currency:EUR,"
                + "type:price.observed,creator:ada,source:shops");
    assertThat(taken.code()).as(taken.err()).isZero();
    assertThat(analyze("--competitor", "frame-co").out()).contains("frame-co").contains("13.50");
  }

  @Test
  void aDecisionOfTodayDoesNotMoveTheNewestDay(@TempDir Path other) throws IOException {
    Path example = CommandRun.project().resolve("docs/examples/price-orders.csv");
    Files.copy(example, other.resolve("price-orders.csv"));
    CommandRun.in(other, "ingest", "price-orders.csv");
    String made =
        "experiment create spring --creator ada --product poster --arm today=12.99 --arm high=13.99"
            + " --traffic 500 --conversion 0.2";
    CommandRun created = CommandRun.in(other, made.split(" "));
    assertThat(created.code()).as(created.err()).isZero();
    assertThat(CommandRun.in(other, "analyze", "pricing", "--creator", "ada").out())
        .startsWith("Prices of ada as of 2026-07-03 ");
  }

  @Test
  void limitsThatCannotBeAreNamedAsOptions() {
    assertThat(analyze("--margin", "1").err()).contains("--margin (1.0) must be");
    assertThat(analyze("--floor", "9", "--ceiling", "8").err())
        .contains("--floor (9.0) must be at most --ceiling (8.0)");
    CommandRun vast = analyze("--floor", "1e308");
    assertThat(vast.err()).contains("--floor (1.0E308) must be above 0 and below 1e12");
    assertThat(vast.code()).isEqualTo(2);
  }
}
