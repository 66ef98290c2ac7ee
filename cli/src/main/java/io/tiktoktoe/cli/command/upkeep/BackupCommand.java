package io.tiktoktoe.cli.command.upkeep;

import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.option.StoreLocation;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.json.JsonAnswer;
import io.tiktoktoe.service.model.upkeep.BackupAnswer;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes the whole store into a folder. */
@picocli.CommandLine.Command(
    name = "backup",
    description = {
      "Write the whole store into a new folder, from which restore makes it again.",
      "",
      "All tables are of one moment; the store may be in use. The folder holds the store's secret"
          + " salt: keep it as safe as the store. What is erased later stays in it.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./tiktoktoe ingest docs/examples/tips.csv",
      "  ./tiktoktoe backup saved",
    })
public final class BackupCommand extends Command {

  @Parameters(paramLabel = "FOLDER", description = "A new or an empty folder.")
  private Path folder = Path.of("");

  @Mixin private StoreLocation location = new StoreLocation();

  public BackupCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    Path target = surroundings.directory().resolve(folder).toAbsolutePath().normalize();
    BackupAnswer answer = location.upkeep(surroundings).backUp(target, call(progress));
    if (common.json) {
      JsonAnswer.write(answer, surroundings.out());
    } else {
      line("%s is backed up in %s".formatted(answer.store(), answer.folder()));
    }
    return OK;
  }
}
