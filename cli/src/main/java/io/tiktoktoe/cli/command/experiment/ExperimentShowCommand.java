package io.tiktoktoe.cli.command.experiment;

import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.report.ExperimentText;
import io.tiktoktoe.cli.terminal.Output;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.model.experiment.ExperimentAudit;
import io.tiktoktoe.service.model.experiment.ExperimentReport;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
      "  ./tiktoktoe ingest docs/examples/fan-tips.csv",
      "  ./tiktoktoe experiment create club --arm today=5 --arm high=6 --traffic 500",
      "  ./tiktoktoe experiment assign club --file docs/examples/price-test-fans.csv",
      "  ./tiktoktoe experiment record club --file docs/examples/price-outcomes.csv",
      "  ./tiktoktoe experiment show club"
    })
public final class ExperimentShowCommand extends Command {

  @Mixin private NamedExperiment test = new NamedExperiment();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Write to this file instead of standard output; .json writes JSON, .svg a picture.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--audit",
      description =
          "Compute every decision of the test again from its log instead, and exit with 1 when one"
              + " comes out otherwise.")
  private boolean audit;

  public ExperimentShowCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    if (audit) {
      return audit();
    }
    ExperimentReport report =
        test.ask(surroundings, service -> service.show(test.name(), call(progress)));
    Output.answer(
        surroundings, out, common.json, report, look -> ExperimentText.report(report, look));
    return OK;
  }

  private int audit() throws IOException {
    ExperimentAudit found = test.ask(surroundings, service -> service.audit(test.name()));
    Output.answer(surroundings, out, common.json, found, look -> ExperimentText.audit(found, look));
    return found.holds() ? OK : FAILURE;
  }
}
