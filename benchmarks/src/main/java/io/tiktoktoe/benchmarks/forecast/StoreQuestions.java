package io.tiktoktoe.benchmarks.forecast;

import io.tiktoktoe.connect.Connectors;
import io.tiktoktoe.connect.EventFiles;
import io.tiktoktoe.connect.Reading;
import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.revenue.RevenueAnalytics;
import io.tiktoktoe.series.Series;
import io.tiktoktoe.simulation.CreatorEconomy;
import io.tiktoktoe.simulation.RunningEconomy;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.StoreOptions;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Rolling-origin cases through the store: an economy is lived and what has arrived is ingested
 * until each origin; every creator's income history is then read as every door reads it. Late
 * events, revisions and refunds are known only once they came.
 */
final class StoreQuestions {

  /** Days lived at each origin, on other days of week and month. */
  private static final int[] ORIGINS = {190, 345, 497, 640};

  private static final int MONTHS = 25;

  private final EconomyOptions options;
  private final Path folder;
  private final Store store;
  private final List<Question> questions = new ArrayList<>();

  private StoreQuestions(EconomyOptions options, Path folder, Store store) {
    this.options = options;
    this.folder = folder;
    this.store = store;
  }

  /** Questions of the hard world's creators under a seed. */
  static List<Question> of(int creators, long seed) throws IOException {
    return of(EconomyOptions.defaults().withCreators(creators).withSeed(seed));
  }

  /** Questions of these options' creators, over the months that all origins need. */
  static List<Question> of(EconomyOptions economy) throws IOException {
    EconomyOptions options = economy.withMonths(MONTHS);
    Path folder = Files.createTempDirectory("tiktoktoe-totals");
    try (Store store =
        Store.open(
            folder.resolve("store.duckdb"),
            StoreOptions.defaults().withReadable(List.of(folder.toAbsolutePath())))) {
      return new StoreQuestions(options, folder, store).live();
    } finally {
      try (var files = Files.walk(folder)) {
        for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private List<Question> live() throws IOException {
    CreatorEconomy economy = CreatorEconomy.of(options);
    store.settings().addRates(economy.exchangeRates());
    List<Event> arrived = new ArrayList<>();
    RunningEconomy running = economy.begin(arrived::add, truth -> {});
    List<Map<String, HistoricalMetrics>> known = new ArrayList<>();
    for (int days : ORIGINS) {
      while (running.today().isBefore(options.start().plusDays(days))) {
        running.step();
      }
      known.add(ask(arrived, running.today()));
    }
    running.finish(Progress.SILENT);
    Map<String, HistoricalMetrics> end = ask(arrived, options.end());
    for (int origin = 0; origin < known.size(); origin++) {
      for (Map.Entry<String, HistoricalMetrics> one : known.get(origin).entrySet()) {
        add(origin, one.getKey(), one.getValue(), Objects.requireNonNull(end.get(one.getKey())));
      }
    }
    return questions;
  }

  /** Ingests what has arrived and reads every creator's income. */
  private Map<String, HistoricalMetrics> ask(List<Event> arrived, LocalDate today)
      throws IOException {
    Path file = folder.resolve(today + ".parquet").toAbsolutePath();
    try (EventFiles columns = EventFiles.create(file)) {
      arrived.forEach(columns);
      columns.finish();
    }
    arrived.clear();
    Instant now = today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    try (Reading reading = Connectors.open(file, ReadOptions.defaults())) {
      store.events().ingest(reading.relation(), IngestOptions.of(today.toString(), now));
    }
    Map<String, HistoricalMetrics> incomes = new TreeMap<>();
    store.snapshot(
        source -> {
          for (String creator : store.settings().creators()) {
            RevenueAnalytics.of(source)
                .incomeHistory(store.settings().profileOrGuess(creator))
                .filter(StoreQuestions::hasIncome)
                .ifPresent(income -> incomes.put(creator, income));
          }
          return incomes.size();
        });
    return incomes;
  }

  private static boolean hasIncome(HistoricalMetrics income) {
    return income.series().stream()
        .map(Series::toArray)
        .anyMatch(days -> Arrays.stream(days).anyMatch(value -> value != 0));
  }

  private void add(int origin, String creator, HistoricalMetrics known, HistoricalMetrics end) {
    int from = Math.toIntExact(ChronoUnit.DAYS.between(end.start(), known.end()));
    if (end.length() < from + Question.AHEAD) {
      return;
    }
    double[][] came = new double[known.series().size()][];
    for (int s = 0; s < came.length; s++) {
      String id = known.series().get(s).id();
      came[s] =
          end.series().stream()
              .filter(series -> series.id().equals(id))
              .findFirst()
              .map(series -> Arrays.copyOfRange(series.toArray(), from, from + Question.AHEAD))
              .orElseThrow();
    }
    questions.add(new Question(options.seed(), origin, creator, known, came));
  }
}
