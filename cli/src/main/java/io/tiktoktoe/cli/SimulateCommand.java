package io.tiktoktoe.cli;

import io.tiktoktoe.cli.json.JsonAnswer;
import io.tiktoktoe.metric.Progress;
import io.tiktoktoe.simulation.EconomyOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Writes a simulated creator economy and its truth. */
@picocli.CommandLine.Command(
    name = "simulate",
    description = {
      "Simulate a creator economy: events as they would arrive, exchange rates, and the truth.",
      "",
      "The same options and seed give the same files. With a directory, events go to"
          + " events.parquet, rates to rates.csv and what is true to truth_*.csv in it; with a"
          + " file, rates and truth go to the directory FILE-truth beside it.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  ./tiktoktoe simulate --creators 5 --months 3 --out simulated")
final class SimulateCommand extends Command {

  @Option(
      names = "--creators",
      paramLabel = "N",
      defaultValue = "200",
      description = "How many creators (${DEFAULT-VALUE}).")
  private int creators;

  @Option(
      names = "--months",
      paramLabel = "N",
      defaultValue = "18",
      description = "How many whole months (${DEFAULT-VALUE}).")
  private int months;

  @Option(
      names = "--start",
      paramLabel = "DATE",
      defaultValue = "2025-03-01",
      description = "First day (${DEFAULT-VALUE}).")
  private String start = "";

  @Option(
      names = "--events",
      paramLabel = "N",
      defaultValue = "0",
      description = "About how many deliveries; 0 for 280 a creator and month.")
  private long events;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "7",
      description = "Seed of random draws (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR|FILE",
      defaultValue = "simulated",
      description = "Directory, or file ending in .ndjson, .csv (each also .gz) or .parquet.")
  private Path out = Path.of("simulated");

  SimulateCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int run(Progress progress) throws IOException {
    Path target = surroundings.directory().resolve(out);
    boolean file = namesFile(target);
    Path events = file ? target : target.resolve("events.parquet");
    Path truth = file ? target.resolveSibling(target.getFileName() + "-truth") : target;
    Simulated simulated = Simulated.write(options(), events, truth, progress);
    if (common.json) {
      JsonAnswer.write(
          new Answer(events.toString(), truth.toString(), simulated.deliveries(), seed),
          surroundings.out());
    } else {
      line("%,d deliveries in %s".formatted(simulated.deliveries(), events));
      line("exchange rates and truth in " + truth);
      line("next: tiktoktoe ingest %s %s".formatted(events, truth.resolve("rates.csv")));
    }
    return OK;
  }

  /** What was written. */
  record Answer(String events, String truth, long deliveries, long seed) {}

  private EconomyOptions options() {
    try {
      return EconomyOptions.defaults()
          .withCreators(creators)
          .withMonths(Days.parse("--start", start), months)
          .withTargetEvents(this.events)
          .withSeed(seed);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }

  private static boolean namesFile(Path target) {
    String name = String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT);
    return name.matches(".*\\.(parquet|(ndjson|csv)(\\.gz)?)");
  }
}
