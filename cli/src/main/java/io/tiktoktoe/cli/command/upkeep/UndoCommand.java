package io.tiktoktoe.cli.command.upkeep;

import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.option.StoreLocation;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.json.JsonAnswer;
import io.tiktoktoe.service.model.upkeep.UndoRequest;
import io.tiktoktoe.store.model.UndoReport;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes a batch back out of the store. */
@picocli.CommandLine.Command(
    name = "undo",
    description = {
      "Take a batch back out of the store, as if it had never come: its events, its rejects, and"
          + " names that nothing else uses.",
      "",
      "A batch is named by its file as ingest was given it (export batches lists them). Figures"
          + " that it had corrected count again. Rows of other files that were refused beside it,"
          + " as duplicates or conflicts, are not in the store: it names the files to ingest"
          + " again.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./tiktoktoe ingest docs/examples/tips.csv",
      "  ./tiktoktoe undo docs/examples/tips.csv"
    })
public final class UndoCommand extends Command {

  @Parameters(paramLabel = "BATCH", description = "The batch: the file that was ingested.")
  private String batch = "";

  @Mixin private StoreLocation location = new StoreLocation();

  public UndoCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    UndoRequest request = new UndoRequest(batch, surroundings.directory().resolve(batch));
    UndoReport report = location.upkeep(surroundings).undo(request, call(progress));
    if (common.json) {
      JsonAnswer.write(report, surroundings.out());
      return OK;
    }
    line(
        "%s taken back: %,d events, %,d rejects and %,d names are gone; %,d revisions noted"
            .formatted(
                report.batch(),
                report.events(),
                report.rejects(),
                report.names(),
                report.revisions()));
    if (!report.again().isEmpty()) {
      line(
          "rows refused beside it are not in the store; ingest again: "
              + String.join(", ", report.again()));
    }
    return OK;
  }
}
