package io.tiktoktoe.cli.command.privacy;

import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.option.NamedFile;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.privacy.PrivacyCost;
import io.tiktoktoe.service.privacy.PrivacyService;
import io.tiktoktoe.service.text.PlainNumber;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a list of releases costs in privacy. */
@picocli.CommandLine.Command(
    name = "epsilon",
    description = {
      "Tell the epsilon of all releases that a file lists, together, for neighbouring data that"
          + " differ by one person more or less.",
      "",
      "FILE has columns mechanism (gaussian, laplace, discrete_gaussian, discrete_laplace),"
          + " parameter (sigma or scale), sensitivity, count (1 when absent) and sampling (the"
          + " chance of being in the data at all; 1 when absent). pld is exact to 1e-4 and never"
          + " below the truth; rdp is the coarser bound by Renyi divergences.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  ./tiktoktoe privacy epsilon docs/examples/releases.csv --delta 1e-6")
public final class PrivacyEpsilonCommand extends Command {

  @Mixin private NamedFile input = new NamedFile();

  @Option(
      names = "--delta",
      paramLabel = "D",
      defaultValue = "1e-6",
      description = "Chance with which the promise may fail (${DEFAULT-VALUE}).")
  private double delta;

  public PrivacyEpsilonCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    PrivacyCost cost = PrivacyService.cost(input.path(surroundings), input.map(), delta);
    input.answer(
        surroundings,
        common.json,
        cost,
        look ->
            "epsilon at delta %s: %.6g (by Renyi divergences %.6g)%n"
                .formatted(PlainNumber.exact(delta), cost.pld(), cost.rdp()));
    return OK;
  }
}
