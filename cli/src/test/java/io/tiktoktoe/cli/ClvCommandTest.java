package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lifetime value of a file's customers: columns, kinds of files, and what happens to wrong ones.
 */
class ClvCommandTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String COLUMNS =
      "customer,x,t_x,T,p_alive,expected_purchases,expected_value";

  private static final String PURCHASES =
      """
      customer,date,amount
      ann,2026-01-05,10
      ann,2026-01-19,12.5
      ann,2026-01-19,2.5
      ben,2026-02-02,7
      ann,2026-03-02,9
      cleo,2026-05-01,5
      """;

  @TempDir Path directory;

  private CommandRun clv(String... options) {
    String[] all = new String[options.length + 1];
    all[0] = "clv";
    System.arraycopy(options, 0, all, 1, options.length);
    return CommandRun.in(directory, all);
  }

  @Test
  void rowsHaveTheContractsColumns() throws IOException {
    Files.writeString(directory.resolve("a.csv"), PURCHASES);
    CommandRun run = clv("a.csv", "--until", "2026-03-30", "--horizon", "13w");
    assertThat(run.code()).as(run.err()).isZero();
    List<String> lines = run.out().lines().toList();
    assertThat(lines.getFirst()).isEqualTo(COLUMNS);
    assertThat(lines).as("cleo came later").hasSize(3);
    String[] ann = lines.get(1).split(",");
    assertThat(ann[0]).isEqualTo("ann");
    assertThat(ann[1]).as("one purchase a day, without the first").isEqualTo("2");
    assertThat(Double.parseDouble(ann[2])).isCloseTo(8, within(1e-12));
    assertThat(Double.parseDouble(ann[3])).isCloseTo(12, within(1e-12));
    assertThat(Double.parseDouble(ann[4])).isBetween(0.0, 1.0);
    assertThat(Double.parseDouble(ann[5])).isPositive();
    assertThat(Double.parseDouble(ann[6])).isPositive();
    assertThat(lines.get(2)).startsWith("ben,0,0.0,8.0,");
  }

  @Test
  void everyKindOfFileGivesTheSame() throws IOException {
    Files.writeString(directory.resolve("a.csv"), PURCHASES);
    String[] options = {"--until", "2026-03-30", "--horizon", "91d"};
    String expected = clv("a.csv", options[0], options[1], options[2], options[3]).out();
    try (OutputStream gzip =
        new GZIPOutputStream(Files.newOutputStream(directory.resolve("a.csv.gz")))) {
      gzip.write(PURCHASES.getBytes(StandardCharsets.UTF_8));
    }
    StringBuilder lines = new StringBuilder();
    PURCHASES
        .lines()
        .skip(1)
        .map(line -> line.split(","))
        .forEach(
            row ->
                lines.append(
                    "{\"date\":\"%s\",\"customer\":\"%s\",\"amount\":%s}\n"
                        .formatted(row[1], row[0], row[2])));
    Files.writeString(directory.resolve("a.ndjson"), lines.toString());
    Files.writeString(
        directory.resolve("b.csv"),
        PURCHASES.replace("customer,date,amount", "id,on,paid").replace("2026-01-19", "20260119"));
    for (String file : List.of("a.csv.gz", "a.ndjson")) {
      assertThat(clv(file, options[0], options[1], options[2], options[3]).out())
          .as(file)
          .isEqualTo(expected);
    }
    CommandRun mapped =
        clv(
            "b.csv",
            "--map",
            "id=customer,on=date,paid=amount",
            options[0],
            options[1],
            options[2],
            options[3]);
    assertThat(mapped.out()).as(mapped.err()).isEqualTo(expected);
    assertThat(clv("a.csv", options[0], options[1], "--horizon", "13w").out()).isEqualTo(expected);
  }

  @Test
  void jsonTellsModelsTrialAndHoldout() {
    CommandRun run =
        CommandRun.in(
            CommandRun.project(),
            "clv",
            "docs/examples/purchases.csv",
            "--until",
            "2026-03-31",
            "--horizon",
            "13w",
            "--json");
    assertThat(run.code()).as(run.err()).isZero();
    JsonNode answer = JSON.readTree(run.out());
    JsonNode first = answer.get("models").get(0);
    assertThat(first.get("name").asString()).isEqualTo("BG/NBD");
    assertThat(first.get("parameters").propertyNames()).contains("r", "alpha", "a", "b");
    assertThat(first.get("log_likelihood").asDouble()).isNegative();
    assertThat(answer.get("models").findValuesAsString("name"))
        .contains("MBG/NBD", "Pareto/NBD", "Gamma-Gamma");
    assertThat(answer.get("holdout").get("weeks").asDouble()).isCloseTo(13, within(.01));
    assertThat(answer.get("holdout").get("scores").findValuesAsString("model"))
        .contains("stacked", "BG/NBD");
    assertThat(answer.get("trial").get("deciles").get("actual").size()).isEqualTo(10);
    JsonNode row = answer.get("customers").get(0);
    assertThat(row.propertyNames())
        .containsSubsequence(
            "customer", "x", "t_x", "T", "p_alive", "expected_purchases", "expected_value", "hi95");
    double sum = 0;
    for (JsonNode customer : answer.get("customers")) {
      sum += customer.get("expected_value").asDouble();
    }
    assertThat(answer.get("total").get("value").asDouble()).isCloseTo(sum, within(1e-6));
  }

  @Test
  void withoutAmountsValueIsMissing() throws IOException {
    Files.writeString(
        directory.resolve("a.csv"), PURCHASES.replaceAll("(?m)^(\\w+,[^,]+),.*$", "$1"));
    CommandRun run = clv("a.csv", "--until", "2026-03-30", "--horizon", "1y", "--out", "v.csv");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Files.readString(directory.resolve("v.csv")).lines().skip(1))
        .allMatch(line -> line.endsWith(","));
  }

  @Test
  void rowsThatTellNothingAreCounted() throws IOException {
    Files.writeString(
        directory.resolve("a.csv"),
        PURCHASES + ",2026-01-01,5\nann,,5\nben,2026-01-03,\nben,2026-03-01,-7\n");
    CommandRun run = clv("a.csv", "--until", "2026-03-30", "--horizon", "13w");
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .contains("3 of 10 rows are left out: 1 have no customer, 1 no date, 1 no amount");
    assertThat(run.out().lines().toList().get(2))
        .as("money back is no purchase")
        .startsWith("ben,0,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.csv --until 2025-12-31 --horizon 13w|2|--until (2025-12-31) lies before the first
          a.csv --until soon --horizon 13w|2|--until (soon) is no day. Write it like 2026-01-31
          a.csv --until 2026-03-30 --horizon 13|2|--horizon (13) is no length
          a.csv --until 2026-03-30 --horizon 0w|2|--horizon (0.0 days) must be above 0
          a.csv --until 2026-03-30 --horizon 13w --discount -1|2|--discount (-1.0) must be
          a.csv --until 9999-01-01 --horizon 13w|2|more than a century after
          a.csv --until 2026-03-30 --horizon 13w --map date=day|2|--map names field day
          a.csv --until 2026-03-30 --horizon 13w --map nope=date|2|column nope of --map
          a.csv --horizon 13w|2|--until
          b.csv --until 2026-03-30 --horizon 13w|1|column customer is missing; the file has who
          c.csv --until 2026-03-30 --horizon 13w|1|row 1: date (yesterday) is no date or time
          d.csv --until 2026-03-30 --horizon 13w|1|row 1: amount (much) is not a number
          e.csv --until 2026-03-30 --horizon 13w|1|no row with a customer and a date
          none.csv --until 2026-03-30 --horizon 13w|1|does not exist
          """)
  void wrongFilesAndOptionsAreNamedWithARemedy(String options, int code, String message)
      throws IOException {
    Files.writeString(directory.resolve("a.csv"), PURCHASES);
    Files.writeString(directory.resolve("b.csv"), "who,date\nann,2026-01-01\n");
    Files.writeString(directory.resolve("c.csv"), "customer,date\nann,yesterday\n");
    Files.writeString(directory.resolve("d.csv"), "customer,date,amount\nann,2026-01-01,much\n");
    Files.writeString(directory.resolve("e.csv"), "customer,date\n,2026-01-01\n");
    CommandRun run = clv(options.split(" "));
    assertThat(run.code()).as(run.err()).isEqualTo(code);
    assertThat(run.err()).contains(message);
  }
}
