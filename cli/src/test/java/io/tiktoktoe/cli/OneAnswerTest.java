package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.calendar.WholeDays;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.Outlook;
import io.tiktoktoe.revenue.RevenueAnalytics;
import io.tiktoktoe.revenue.insight.RevenueContext;
import io.tiktoktoe.revenue.insight.RevenueInsights;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whichever door is asked for a creator's next days, the answer is the same to the cent. {@code
 * -Dcreators=50} asks for that many: agreed in 114 CPU seconds.
 */
class OneAnswerTest {

  private static final JsonMapper JSON = new JsonMapper();

  private static final List<Integer> HORIZONS = List.of(1, 7, 30, 90);

  /** A tenth of a minor unit: doors print whole currency units, whose last bits differ. */
  private static final double TENTH_OF_A_CENT = 0.1;

  @TempDir Path directory;

  @Test
  void everyDoorGivesTheSameAnswerForSimulatedCreators() {
    String creators = System.getProperty("creators", "6");
    run("simulate", "--creators", creators, "--months", "3", "--start", "2026-06-01", "--out", "s");
    run("ingest", "s/events.parquet", "s/rates.csv");
    everyDoorAgrees(HORIZONS);
  }

  @Test
  void everyDoorGivesTheSameAnswerForRareTips() throws IOException {
    SplittableRandom random = new SplittableRandom(5);
    StringBuilder rows = new StringBuilder("time,amount,fan\n");
    LocalDateTime start = LocalDateTime.parse("2025-01-01T12:00");
    for (int day = 0; day < 400; day++) {
      if (random.nextInt(6) == 0) {
        rows.append("%sZ,%d.00,f%d%n".formatted(start.plusDays(day), 5 * (1 + day % 9), day));
      }
    }
    rows.append("2026-02-05T12:00:00Z,5.00,last\n");
    ingest("rare.csv", rows.toString());
    everyDoorAgrees(List.of(1, 90));
  }

  @Test
  void everyDoorSetsRefundsOffAlike() throws IOException {
    SplittableRandom random = new SplittableRandom(6);
    StringBuilder rows = new StringBuilder();
    LocalDateTime start = LocalDateTime.parse("2025-06-01T12:00");
    for (int day = 0; day < 200; day++) {
      line(rows, "t" + day, start.plusDays(day), "tip", 500 + random.nextInt(1_000), "");
      if (day % 20 == 19) {
        // Refunds of several sales on one day: more goes back than comes in.
        for (int sale = day - 4; sale < day; sale++) {
          line(rows, "r" + sale, start.plusDays(day), "refund", 600, "t" + sale);
        }
      }
    }
    Files.writeString(directory.resolve("refunds.ndjson"), rows.toString());
    run("ingest", "refunds.ndjson");
    everyDoorAgrees(List.of(1, 90));
  }

  /** Five days old among creators of 80 days: borrows once a model is there, everywhere alike. */
  @Test
  void everyDoorLetsANewcomerBorrowAlike() throws IOException {
    SplittableRandom random = new SplittableRandom(8);
    StringBuilder rows = new StringBuilder("time,amount,who\n");
    LocalDateTime end = LocalDateTime.parse("2026-06-01T23:30");
    for (String who : List.of("old", "older", "new")) {
      for (int day = who.equals("new") ? 4 : 80; day >= 0; day--) {
        rows.append("%sZ,%d.00,%s%n".formatted(end.minusDays(day), 20 + random.nextInt(20), who));
      }
    }
    Files.writeString(directory.resolve("three.csv"), rows.toString());
    run(
        "ingest",
        "three.csv",
        "--source",
        "shop",
        "--map",
        "time=time,amount=amount,who=creator,type:tip,currency:EUR");
    assertThat(run("forecast", "--creator", "new", "--explain").out())
        .doesNotContain("creators alike");
    everyDoorAgrees(List.of(1, 90));
    assertThat(run("forecast", "--creator", "new", "--explain").out())
        .contains("total,part,creators alike,");
    assertThat(run("analyze", "revenue", "--creator", "new").out())
        .contains("Stands on creators alike");
    JsonNode options =
        JSON.readTree(run("analyze", "revenue", "--creator", "new", "--json").out())
            .get("predictions")
            .get("provenance")
            .get("options");
    assertThat(options.get("learned_from").asString()).startsWith("3 creators (model ");
  }

  private static void line(
      StringBuilder rows, String id, LocalDateTime time, String type, int cents, String refers) {
    rows.append(
        """
        {"id": "%s", "time": "%s:00Z", "type": "%s", "creator": "kit", "fan": "f", "source": "shop", \
        "amount": "%d.%02d", "currency": "EUR", "state": "final"%s}
        """
            .formatted(
                id,
                time,
                type,
                cents / 100,
                cents % 100,
                refers.isEmpty() ? "" : ", \"refers_to\": \"" + refers + "\""));
  }

  private void ingest(String file, String text) throws IOException {
    Files.writeString(directory.resolve(file), text);
    run(
        "ingest",
        file,
        "--creator",
        "kit",
        "--source",
        "shop",
        "--map",
        "time=time,amount=amount,fan=fan,type:tip,currency:EUR");
  }

  private CommandRun run(String... args) {
    CommandRun run = CommandRun.in(directory, args);
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  /** Before anything was learned from all creators, and afterwards. */
  private void everyDoorAgrees(List<Integer> horizons) {
    for (boolean learned : List.of(false, true)) {
      if (learned) {
        run("learn");
      }
      Map<String, RevenueInsights> library = library();
      assertThat(library).isNotEmpty();
      library.forEach(this::reportsAgree);
      for (int days : horizons) {
        // Without a model two horizons tell whether the first days hang on how many follow.
        if (learned || days > 7) {
          library.forEach((creator, insights) -> ownForecastAgrees(creator, days, insights));
        }
        if (learned) {
          everybodysForecastAgrees(days, library);
        }
      }
    }
  }

  private void ownForecastAgrees(String creator, int days, RevenueInsights insights) {
    Map<String, List<double[]>> own =
        rows(run("forecast", "--creator", creator, "--horizon", "" + days));
    for (Forecast stream : insights.predictions().series()) {
      same(stream, days, own.getOrDefault(stream.seriesId(), List.of()), insights);
    }
    same(insights.predictions().total(), days, present(own.get("total")), insights);
  }

  /** {@code --all} learns anew, from the same with the same seed. */
  private void everybodysForecastAgrees(int days, Map<String, RevenueInsights> library) {
    Map<String, List<double[]>> all = rows(run("forecast", "--all", "--horizon", "" + days));
    assertThat(all.keySet()).isEqualTo(library.keySet());
    library.forEach(
        (creator, insights) ->
            same(insights.predictions().total(), days, present(all.get(creator)), insights));
  }

  private static <T> T present(@org.jspecify.annotations.Nullable T value) {
    return java.util.Objects.requireNonNull(value);
  }

  /** Every creator with income, analysed by the library as the commands do. */
  private Map<String, RevenueInsights> library() {
    Map<String, RevenueInsights> found = new LinkedHashMap<>();
    try (Store store =
        Store.open(directory.resolve(".tiktoktoe/store.duckdb"), StoreOptions.defaults())) {
      for (String name : store.settings().creators()) {
        CreatorProfile profile = store.settings().profileOrGuess(name);
        LocalDate last = WholeDays.last(store.revenue().dataThrough(profile), profile.zone());
        RevenueInsights insights =
            RevenueAnalytics.of(store.revenue())
                .analyzeRevenueStreams(
                    profile,
                    DateRange.ofDays(last.minusDays(29), last, profile.zone()),
                    RevenueContext.at(CommandRun.NOW, 0).withLearned(store.models().newest()));
        if (!insights.predictions().total().steps().isEmpty()) {
          found.put(name, insights);
        }
      }
    }
    return found;
  }

  private void reportsAgree(String creator, RevenueInsights insights) {
    JsonNode revenue =
        JSON.readTree(run("analyze", "revenue", "--creator", creator, "--json").out());
    for (String level : List.of("band68", "band95")) {
      assertThat(revenue.get("predictions").findValues(level))
          .isNotEmpty()
          .allMatch(band -> band.get("hi").asDouble() > band.get("lo").asDouble());
    }
    JsonNode total = revenue.get("predictions").get("total");
    for (Forecast.HorizonOutlook horizon : insights.predictions().total().horizons()) {
      JsonNode sum =
          total.get("horizons").get(HORIZONS.indexOf(horizon.horizon().days())).get("sum");
      assertThat(sum.get("mean").asDouble()).isEqualTo(horizon.sum().mean());
      assertThat(sum.get("band95").get("lo").asDouble()).isEqualTo(horizon.sum().band95().lo());
      assertThat(sum.get("band95").get("hi").asDouble()).isEqualTo(horizon.sum().band95().hi());
    }
    JsonNode risk = JSON.readTree(run("analyze", "risk", "--creator", creator, "--json").out());
    JsonNode month = risk.get("risk").get("income_at_risk").get(0);
    assertThat(month.get("floor").asDouble())
        .isEqualTo(insights.risk().incomeAtRisk().getFirst().floor());
    assertThat(month.get("expected").asDouble())
        .isCloseTo(
            insights.predictions().total().horizons().get(2).sum().mean(), within(TENTH_OF_A_CENT));
  }

  /** Series, then a row of numbers for each step; a day behind them is left out. */
  private static Map<String, List<double[]>> rows(CommandRun run) {
    Map<String, List<double[]>> rows = new LinkedHashMap<>();
    int behind = run.out().lines().findFirst().orElse("").endsWith(",day") ? 1 : 0;
    run.out()
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .forEach(
            cells -> {
              double[] numbers = new double[cells.length - 2 - behind];
              for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Double.parseDouble(cells[i + 2]);
              }
              rows.computeIfAbsent(cells[0], key -> new ArrayList<>()).add(numbers);
            });
    return rows;
  }

  private static void same(
      Forecast expected, int days, List<double[]> rows, RevenueInsights insights) {
    assertThat(rows).hasSize(Math.min(days, expected.steps().size()));
    double scale = 1 / insights.predictions().unit().inMajor();
    for (int step = 0; step < rows.size(); step++) {
      Outlook outlook = expected.steps().get(step);
      double[] wanted = {
        outlook.mean(),
        outlook.likely(),
        outlook.band68().lo(),
        outlook.band68().hi(),
        outlook.band95().lo(),
        outlook.band95().hi(),
        outlook.conservative(),
        outlook.likely(),
        outlook.optimistic()
      };
      for (int i = 0; i < wanted.length; i++) {
        assertThat(scale * rows.get(step)[i])
            .as("%s, %d days, step %d, column %d", expected.seriesId(), days, step + 1, i)
            .isCloseTo(wanted[i], within(TENTH_OF_A_CENT));
      }
    }
  }
}
