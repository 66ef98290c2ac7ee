package io.tiktoktoe.cli.command;

import io.tiktoktoe.cli.option.Days;
import io.tiktoktoe.cli.option.EconomySize;
import io.tiktoktoe.cli.terminal.MadeFiles;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.file.Replaceable;
import io.tiktoktoe.service.json.JsonAnswer;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a simulated creator economy and its truth. */
@picocli.CommandLine.Command(
    name = "simulate",
    description = {
      "Simulate a creator economy: events as they would arrive, exchange rates, and the truth.",
      "",
      "The same options and seed give the same files. With a directory, events go to"
          + " events.parquet, rates to rates.csv and what is true to truth_*.csv in it; with a"
          + " file, rates and truth go to the directory FILE-truth beside it. Files of these names"
          + " that it did not make are refused, not replaced.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  ./tiktoktoe simulate --creators 5 --months 3 --out simulated")
final class SimulateCommand extends Command {

  @Mixin private EconomySize size = new EconomySize();

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
    List<String> made = new ArrayList<>(Simulated.TRUTH_NAMES);
    if (file) {
      Replaceable.require(events);
    } else {
      made.add(String.valueOf(events.getFileName()));
    }
    MadeFiles.in(truth, made).begin();
    Simulated simulated =
        Simulated.write(
            size.from(Days.parse("--start", start), this.events), events, truth, progress);
    if (common.json) {
      JsonAnswer.write(
          new Answer(events.toString(), truth.toString(), simulated.deliveries(), size.seed),
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

  private static boolean namesFile(Path target) {
    String name = String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT);
    return name.matches("(?s).*\\.(parquet|(ndjson|csv)(\\.gz)?)");
  }
}
