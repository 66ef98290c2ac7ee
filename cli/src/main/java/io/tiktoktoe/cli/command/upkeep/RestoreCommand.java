package io.tiktoktoe.cli.command.upkeep;

import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.option.StoreLocation;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.json.JsonAnswer;
import io.tiktoktoe.service.model.upkeep.RestoreAnswer;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a store from a backup. */
@picocli.CommandLine.Command(
    name = "restore",
    description = {
      "Make a store anew from a folder that backup wrote.",
      "",
      "The store must not be there yet. It gets its name when it is whole: after an interruption,"
          + " run restore again.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./tiktoktoe ingest docs/examples/tips.csv --store first.duckdb",
      "  ./tiktoktoe backup kept --store first.duckdb",
      "  ./tiktoktoe restore kept --store again.duckdb"
    })
public final class RestoreCommand extends Command {

  @Parameters(paramLabel = "FOLDER", description = "A folder that backup wrote.")
  private Path folder = Path.of("");

  @Mixin private StoreLocation location = new StoreLocation();

  public RestoreCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    Path from = surroundings.directory().resolve(folder);
    RestoreAnswer answer = location.upkeep(surroundings).restore(from, call(progress));
    if (common.json) {
      JsonAnswer.write(answer, surroundings.out());
    } else {
      line("%,d events restored in %s".formatted(answer.events(), answer.store()));
    }
    return OK;
  }
}
