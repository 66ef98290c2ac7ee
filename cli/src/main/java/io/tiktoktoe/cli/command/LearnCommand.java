package io.tiktoktoe.cli.command;

import io.tiktoktoe.cli.option.SeedOption;
import io.tiktoktoe.cli.option.StoreLocation;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.ForecastService;
import io.tiktoktoe.service.json.JsonAnswer;
import io.tiktoktoe.service.model.LearnedAnswer;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Mixin;

/** Learns from all creators what every forecast then uses. */
@picocli.CommandLine.Command(
    name = "learn",
    description = {
      "Learn from all creators in the store: which methods deserve weight, how wide bands must be,"
          + " what corrects them, and from whom a new creator borrows.",
      "",
      "The model is kept in the store (export models lists them), and forecast and analyze use the"
          + " newest. forecast --all learns too.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {"  ./tiktoktoe ingest docs/examples/tips.csv", "  ./tiktoktoe learn"})
public final class LearnCommand extends Command {

  @Mixin private SeedOption seed = new SeedOption();

  @Mixin private StoreLocation location = new StoreLocation();

  public LearnCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    try (Store store = location.existing(surroundings, List.of())) {
      LearnedAnswer learned = ForecastService.of(store).learn(seed.value(), call(progress));
      if (common.json) {
        JsonAnswer.write(learned, surroundings.out());
      } else {
        line(
            "learned from %,d creators, kept as %s."
                .formatted(learned.creators(), learned.model()));
      }
    }
    return OK;
  }
}
