package io.tiktoktoe.cli.command.upkeep;

import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.option.StoreLocation;
import io.tiktoktoe.cli.report.ErasureText;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.json.JsonAnswer;
import io.tiktoktoe.service.model.upkeep.EraseAnswer;
import io.tiktoktoe.service.model.upkeep.EraseRequest;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a fan out of the store for good. */
@picocli.CommandLine.Command(
    name = "erase",
    description = {
      "Take a fan out of the store for good: the name, and what attributes, rejects, products and"
          + " batches tell of it.",
      "",
      "Payments stay and count as before, as of somebody unknown. Give the id as the platform"
          + " gives it, or the mail address. The store's file is written anew, so that no byte of"
          + " the name is left in it; this takes as much time and space as a copy. It cannot be"
          + " undone. On a terminal it shows what would go and wants --yes.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./tiktoktoe ingest docs/examples/fan-tips.csv",
      "  ./tiktoktoe erase zoe-1 --creator ada --yes"
    })
public final class EraseCommand extends Command {

  @Parameters(paramLabel = "FAN", description = "The fan's id, mail address or pseudonym.")
  private String fan = "";

  @Option(
      names = "--creator",
      paramLabel = "ID",
      description = "Only from the events of this creator.")
  private Optional<String> creator = Optional.empty();

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "Only from the events of this platform.")
  private Optional<String> source = Optional.empty();

  @Option(names = "--dry-run", description = "Say what would go, and change nothing.")
  private boolean dryRun;

  @Option(names = "--yes", description = "Do not ask for --yes on a terminal.")
  private boolean yes;

  @Mixin private StoreLocation location = new StoreLocation();

  public EraseCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    boolean asks = surroundings.outTerminal() && !yes;
    EraseRequest request = new EraseRequest(fan, creator, source, dryRun || asks);
    EraseAnswer answer = location.upkeep(surroundings).erase(request, call(progress));
    if (common.json) {
      JsonAnswer.write(answer, surroundings.out());
    } else {
      line(ErasureText.of(answer.report(), answer.erased()).stripTrailing());
    }
    if (asks && !dryRun) {
      note("nothing was erased yet; repeat the command with --yes, it cannot be undone");
      return FAILURE;
    }
    return OK;
  }
}
