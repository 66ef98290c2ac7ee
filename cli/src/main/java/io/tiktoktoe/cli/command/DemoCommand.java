package io.tiktoktoe.cli.command;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.cli.option.EconomySize;
import io.tiktoktoe.cli.option.RatesFile;
import io.tiktoktoe.cli.option.StoreLocation;
import io.tiktoktoe.cli.report.RevenueReport;
import io.tiktoktoe.cli.terminal.FailureException;
import io.tiktoktoe.cli.terminal.MadeFiles;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.connect.Connectors;
import io.tiktoktoe.connect.Reading;
import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.revenue.RevenueAnalytics;
import io.tiktoktoe.revenue.insight.RevenueContext;
import io.tiktoktoe.revenue.insight.RevenueInsights;
import io.tiktoktoe.service.json.JsonAnswer;
import io.tiktoktoe.simulation.EconomyOptions;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.IngestReport;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Simulates, ingests and analyses: the whole way in one command. */
@picocli.CommandLine.Command(
    name = "demo",
    description = {
      "Simulate a creator economy, take it in, and report one creator's revenue.",
      "",
      "Everything it makes lies in one directory and can be deleted with it. It replaces only what"
          + " an earlier demo made there; a store or a file of your own is not touched.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  ./tiktoktoe demo --creators 10 --months 3")
final class DemoCommand extends Command {

  private static final String STORE = "store.duckdb";
  private static final String EVENTS = "events.parquet";

  private static final List<String> NAMES =
      Stream.concat(Stream.of(STORE, STORE + ".wal", EVENTS), Simulated.TRUTH_NAMES.stream())
          .toList();

  @Mixin private EconomySize size = new EconomySize();

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      defaultValue = ".tiktoktoe/demo",
      description = "Where its files go (${DEFAULT-VALUE}).")
  private Path dir = Path.of(".tiktoktoe", "demo");

  private final List<Stage> stages = new ArrayList<>();

  DemoCommand(Surroundings surroundings) {
    super(surroundings);
  }

  /** One finished step with its wall-clock time. */
  record Stage(String what, double seconds) {}

  /** The answer in JSON. */
  record Answer(List<Stage> stages, String store, RevenueInsights revenue) {}

  @Override
  int run(Progress progress) throws IOException {
    Path folder = surroundings.directory().resolve(dir);
    Path file = folder.resolve(STORE);
    Path events = folder.resolve(EVENTS);
    MadeFiles.in(folder, NAMES).begin();
    long started = System.nanoTime();
    Simulated simulated = Simulated.write(economy(), events, folder, progress);
    started =
        stage(
            "simulated %,d creators over %d months: %,d deliveries"
                .formatted(size.creators, size.months, simulated.deliveries()),
            started);
    RevenueInsights insights;
    ReadOptions options = ReadOptions.defaults().withCancellation(surroundings.cancellation());
    try (Reading reading = Connectors.open(events, options);
        Store store = StoreLocation.openOrMake(file, surroundings, reading.files())) {
      IngestReport report = ingest(store, reading, simulated.profiles(), folder, progress);
      started =
          stage(
              "took in %,d events, %,d repeated deliveries dropped"
                  .formatted(report.accepted(), report.duplicates()),
              started);
      insights = analyze(store, simulated, progress);
      stage("analysed creator " + insights.creator().creator(), started);
    }
    answer(insights, file);
    return OK;
  }

  /** The last of its months is the one before this. */
  private EconomyOptions economy() {
    LocalDate thisMonth =
        LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC).withDayOfMonth(1);
    return size.from(thisMonth.minusMonths(size.months), 0);
  }

  private IngestReport ingest(
      Store store, Reading reading, List<CreatorProfile> profiles, Path folder, Progress progress) {
    List<ExchangeRates.Rate> rates =
        RatesFile.read(folder.resolve("rates.csv")).map(RatesFile::rates).orElse(List.of());
    store.settings().addRates(rates);
    profiles.forEach(store.settings()::setProfile);
    IngestReport report =
        store
            .events()
            .ingest(
                reading.relation(),
                IngestOptions.of("demo", surroundings.clock().instant()).withProgress(progress));
    progress.report("sorting", 0, -1);
    store.events().compact();
    return report;
  }

  private RevenueInsights analyze(Store store, Simulated simulated, Progress progress) {
    String busiest =
        simulated
            .busiest()
            .orElseThrow(
                () -> new FailureException("nobody paid anything. Simulate more --months."));
    CreatorProfile profile = store.settings().profileOrGuess(busiest);
    LocalDate last = economy().end().minusDays(1);
    return RevenueAnalytics.of(store.revenue())
        .analyzeRevenueStreams(
            profile,
            io.tiktoktoe.event.Period.ofDays(last.minusDays(29), last, profile.zone()),
            RevenueContext.at(surroundings.clock().instant(), size.seed).withProgress(progress));
  }

  private void answer(RevenueInsights insights, Path file) throws IOException {
    if (common.json) {
      JsonAnswer.write(new Answer(stages, file.toString(), insights), surroundings.out());
      return;
    }
    line("");
    surroundings.out().write(RevenueReport.text(insights, surroundings.look()));
    String store = " --store " + file;
    line("");
    line("Next:");
    line("  tiktoktoe analyze risk --creator " + insights.creator().creator() + store);
    line("  tiktoktoe forecast --all --horizon 30" + store + " --out forecast.csv");
    line("  tiktoktoe export" + store);
    line("  tiktoktoe ingest YOUR-FILE.csv        (into a store of your own)");
  }

  private long stage(String what, long started) throws IOException {
    long now = System.nanoTime();
    Stage stage = new Stage(what, (now - started) / 1e9);
    stages.add(stage);
    if (!common.json) {
      line("%6.1f s  %s".formatted(stage.seconds(), what));
      surroundings.out().flush();
    }
    return now;
  }
}
