package io.tiktoktoe.cli.command.experiment;

import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.report.ExperimentText;
import io.tiktoktoe.cli.terminal.Output;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.model.experiment.ExperimentReport;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what a price test has seen. */
@picocli.CommandLine.Command(
    name = "show",
    description = {
      "Tell what a price test has seen and what that says. Its intervals hold however often one"
          + " looks; \"not yet\" means that the difference may still be chance.",
      "",
      "--json has what other ways of choosing would have brought (off-policy evaluation) too.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./tiktoktoe experiment create spring --creator ada --product club --arm today=5"
          + " --arm high=6 --traffic 500 --conversion 0.2 --effect 0.2",
      "  ./tiktoktoe experiment assign spring --file docs/examples/price-test-fans.csv",
      "  ./tiktoktoe experiment record spring --file docs/examples/price-test-outcomes.csv",
      "  ./tiktoktoe experiment show spring"
    })
public final class ExperimentShowCommand extends Command {

  @Parameters(index = "0", paramLabel = "NAME", description = "Name of the test.")
  private String name = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Write to this file instead of standard output; .json writes JSON, .svg a picture.")
  private Optional<Path> out = Optional.empty();

  @Mixin private ExperimentStore store = new ExperimentStore();

  public ExperimentShowCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    ExperimentReport report =
        store.ask(surroundings, service -> service.show(name, call(progress)));
    Output.answer(
        surroundings, out, common.json, report, look -> ExperimentText.report(report, look));
    return OK;
  }
}
