package io.tiktoktoe.cli.command.privacy;

import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.json.JsonAnswer;
import io.tiktoktoe.service.model.NoiseAnswer;
import io.tiktoktoe.service.privacy.PrivacyService;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import picocli.CommandLine.Option;

/** Which noise an allowance of privacy buys. */
@picocli.CommandLine.Command(
    name = "noise",
    description = {
      "Tell the noise to add to each of a number of statistics so that all together stay within"
          + " epsilon and delta: Laplace or Gaussian, whichever has the smaller standard error.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./tiktoktoe privacy noise --epsilon 0.1 --delta 1e-6 --sensitivity 1",
      "  ./tiktoktoe privacy noise --epsilon 0.1 --count 100"
    })
public final class PrivacyNoiseCommand extends Command {

  @Option(
      names = "--epsilon",
      paramLabel = "E",
      defaultValue = "0.1",
      description = "What all statistics may cost together (${DEFAULT-VALUE}).")
  private double epsilon;

  @Option(
      names = "--delta",
      paramLabel = "D",
      defaultValue = "1e-6",
      description = "Chance with which the promise may fail (${DEFAULT-VALUE}).")
  private double delta;

  @Option(
      names = "--sensitivity",
      paramLabel = "S",
      defaultValue = "1",
      description = "By how much one person moves each statistic at most (${DEFAULT-VALUE}).")
  private double sensitivity;

  @Option(
      names = "--count",
      paramLabel = "K",
      defaultValue = "1",
      description = "How many statistics, each of which one person may move (${DEFAULT-VALUE}).")
  private long count;

  public PrivacyNoiseCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    NoiseAnswer answer = PrivacyService.noise(epsilon, delta, sensitivity, count);
    if (common.json) {
      JsonAnswer.write(answer, surroundings.out());
    } else {
      line(
          "%s noise of scale %.6g: standard error %.6g of %s; epsilon %.6g"
              .formatted(
                  answer.mechanism(),
                  answer.scale(),
                  answer.standardError(),
                  answer.count() == 1
                      ? "the statistic"
                      : "each of %,d statistics".formatted(answer.count()),
                  answer.epsilon()));
    }
    return OK;
  }
}
