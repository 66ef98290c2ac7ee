package io.tiktoktoe.cli.command;

import io.tiktoktoe.cli.option.EconomySize;
import io.tiktoktoe.cli.option.StoreLocation;
import io.tiktoktoe.cli.report.RevenueReport;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.DemoService;
import io.tiktoktoe.service.json.JsonAnswer;
import io.tiktoktoe.service.model.DemoAnswer;
import io.tiktoktoe.service.model.DemoRequest;
import io.tiktoktoe.service.text.Wording;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
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
public final class DemoCommand extends Command {

  @Mixin private EconomySize size = new EconomySize();

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      defaultValue = ".tiktoktoe/demo",
      description = "Where its files go (${DEFAULT-VALUE}).")
  private Path dir = Path.of(".tiktoktoe", "demo");

  public DemoCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    Path folder = surroundings.directory().resolve(dir);
    DemoRequest request = new DemoRequest(size.creators, size.months, size.seed, folder);
    DemoAnswer answer =
        DemoService.demo(
            request, StoreLocation.ofNewStore(surroundings), call(progress), this::tell);
    if (common.json) {
      JsonAnswer.write(answer, surroundings.out());
    } else {
      report(answer);
    }
    return OK;
  }

  private void tell(DemoAnswer.Stage stage) throws IOException {
    if (!common.json) {
      line("%6.1f s  %s".formatted(stage.seconds(), Wording.step(stage.step())));
      surroundings.out().flush();
    }
  }

  private void report(DemoAnswer answer) throws IOException {
    line("");
    surroundings.out().write(RevenueReport.text(answer.revenue(), surroundings.look()));
    String store = " --store " + answer.store();
    line("");
    line("Next:");
    String busiest = answer.revenue().creator().creator();
    line("  tiktoktoe analyze audience --creator " + busiest + store);
    line("  tiktoktoe analyze risk --creator " + busiest + store);
    line("  tiktoktoe forecast --all --horizon 30" + store + " --out forecast.csv");
    line("  tiktoktoe export" + store);
    line("  tiktoktoe ingest YOUR-FILE.csv        (into a store of your own)");
  }
}
