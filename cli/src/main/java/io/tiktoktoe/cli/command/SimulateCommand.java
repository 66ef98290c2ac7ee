package io.tiktoktoe.cli.command;

import io.tiktoktoe.cli.option.Days;
import io.tiktoktoe.cli.option.EconomySize;
import io.tiktoktoe.cli.option.WorldChanges;
import io.tiktoktoe.cli.terminal.GarbageBound;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.cli.terminal.UsageException;
import io.tiktoktoe.service.SimulationService;
import io.tiktoktoe.service.json.JsonAnswer;
import io.tiktoktoe.service.model.SimulateRequest;
import io.tiktoktoe.service.model.SimulatedEconomy;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
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
      "",
      "With a change (--without, --with) everything that does not follow from it is drawn alike, so"
          + " that the difference between the truths of both runs is what it causes.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  ./tiktoktoe simulate --creators 5 --months 3 --out simulated")
public final class SimulateCommand extends Command {

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

  @Mixin private WorldChanges changes = new WorldChanges();

  @Option(
      names = "--out",
      paramLabel = "DIR|FILE",
      defaultValue = "simulated",
      description = "Directory, or file ending in .ndjson, .csv (each also .gz) or .parquet.")
  private Path out = Path.of("simulated");

  public SimulateCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    if (out.toString().isBlank()) {
      throw new UsageException("--out is empty. Name a directory or a file.");
    }
    EconomyOptions economy = changes.in(size.from(Days.parse("--start", start), events));
    SimulateRequest request =
        SimulateRequest.into(economy, surroundings.directory().resolve(out))
            .withChanges(changes.of(economy))
            .withContentValues(changes.contentValues);
    SimulatedEconomy simulated =
        SimulationService.simulate(request, call(new GarbageBound(progress)));
    if (common.json) {
      JsonAnswer.write(Answer.of(simulated), surroundings.out());
    } else {
      line("%,d deliveries in %s".formatted(simulated.deliveries(), simulated.events()));
      line("exchange rates and truth in " + simulated.truth());
      line(
          "next: tiktoktoe ingest %s %s"
              .formatted(simulated.events(), simulated.truth().resolve("rates.csv")));
    }
    return OK;
  }

  /** What was written. */
  record Answer(Path events, Path truth, long deliveries, long seed) {
    static Answer of(SimulatedEconomy simulated) {
      return new Answer(
          simulated.events(), simulated.truth(), simulated.deliveries(), simulated.seed());
    }
  }
}
