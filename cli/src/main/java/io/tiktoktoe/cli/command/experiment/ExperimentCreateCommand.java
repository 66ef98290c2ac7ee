package io.tiktoktoe.cli.command.experiment;

import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.option.CreatorOptions;
import io.tiktoktoe.cli.report.ExperimentText;
import io.tiktoktoe.cli.terminal.Output;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.cli.terminal.UsageException;
import io.tiktoktoe.service.model.experiment.ExperimentPlan;
import io.tiktoktoe.service.model.experiment.ExperimentRequest;
import io.tiktoktoe.service.model.experiment.ExperimentSettings;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plans and makes a price test. */
@picocli.CommandLine.Command(
    name = "create",
    description = {
      "Plan and make a price test of a product: two or more offers, what the test may cost, and how"
          + " long it takes to tell which brings more.",
      "",
      "It is refused when the expected traffic cannot decide it, when a price breaks a limit, and"
          + " when the product is in another test.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./tiktoktoe ingest docs/examples/fan-tips.csv",
      "  ./tiktoktoe experiment create club --arm today=5 --arm high=6 --traffic 500"
    })
public final class ExperimentCreateCommand extends Command {

  private static final double SECONDS_A_DAY = 86_400;

  @Mixin private NamedExperiment test = new NamedExperiment();

  @Option(
      names = "--product",
      paramLabel = "ID",
      description = "What is sold; the name of the test when absent.")
  private Optional<String> product = Optional.empty();

  @Option(
      names = "--arm",
      required = true,
      paramLabel = "NAME=PRICE[,TERM=VALUE...]",
      description =
          "An offer; give several. Terms: trial=DAYS, guarantee=DAYS, yearly=SHARE (discount for"
              + " a year at once), tier=NAME.")
  private List<String> arms = new ArrayList<>();

  @Option(
      names = "--control",
      paramLabel = "ARM",
      description = "The arm that is charged today; the first when absent.")
  private Optional<String> control = Optional.empty();

  @Option(
      names = "--traffic",
      required = true,
      paramLabel = "N",
      description = "Persons a day who will be shown a price.")
  private double traffic;

  @Option(
      names = "--conversion",
      defaultValue = "0.05",
      paramLabel = "SHARE",
      description = "Share of them who buy today (${DEFAULT-VALUE}, which may not be yours).")
  private double conversion = .05;

  @Option(
      names = "--effect",
      defaultValue = "0.2",
      paramLabel = "SHARE",
      description = "Smallest difference in income that matters (${DEFAULT-VALUE}).")
  private double effect = .2;

  @Mixin private ExperimentLimits limits = new ExperimentLimits();

  @Option(
      names = "--exploration",
      defaultValue = "0.1",
      paramLabel = "SHARE",
      description = "Share of the traffic spread evenly (${DEFAULT-VALUE}).")
  private double exploration = .1;

  @Option(
      names = "--alpha",
      defaultValue = "0.05",
      paramLabel = "A",
      description = "Chance of ever telling a difference that is none (${DEFAULT-VALUE}).")
  private double alpha = .05;

  @Option(
      names = "--minimum",
      defaultValue = "30",
      paramLabel = "N",
      description = "Persons each arm is shown to before it may be left out (${DEFAULT-VALUE}).")
  private int minimum = 30;

  @Option(
      names = "--renewals",
      defaultValue = "0",
      paramLabel = "N",
      description = "Renewals expected of a buyer, such as 5.5 (${DEFAULT-VALUE}).")
  private double renewals;

  @Option(
      names = "--cap",
      paramLabel = "SALES",
      description =
          "What one person brings counts as at most so many sales; 1, or 2 with --renewals, when"
              + " absent.")
  private Optional<Double> cap = Optional.empty();

  @Option(
      names = "--window",
      defaultValue = "7",
      paramLabel = "DAYS",
      description = "How long a person has to buy before they count (${DEFAULT-VALUE}).")
  private double window = 7;

  @Option(
      names = "--creator",
      paramLabel = "ID",
      description = "The creator; may be left out when the store has one only.")
  private Optional<String> creator = Optional.empty();

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      description = "Currency of the prices; the creator's when absent.")
  private Optional<String> currency = Optional.empty();

  @Option(
      names = "--new-creator",
      description = "Take a creator of whom the store knows nothing yet.")
  private boolean newCreator;

  @Option(names = "--dry-run", description = "Only plan, make nothing.")
  private boolean dryRun;

  public ExperimentCreateCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    ExperimentRequest request = request();
    ExperimentPlan plan =
        test.askOrMake(surroundings, service -> service.create(request, call(progress)));
    Output.answer(
        surroundings, Optional.empty(), common.json, plan, look -> ExperimentText.plan(plan, look));
    return OK;
  }

  private ExperimentRequest request() {
    List<ExperimentRequest.Offer> offers = arms.stream().map(OfferOption::read).toList();
    try {
      return new ExperimentRequest(
          test.name(),
          creator,
          product.orElse(test.name()),
          currency.map(CreatorOptions::currency),
          offers,
          settings(place(offers)),
          limits.limits(),
          dryRun,
          newCreator);
    } catch (IllegalArgumentException e) {
      // What settings and limits refuse begins with the name of the option.
      throw new UsageException("--" + e.getMessage(), e);
    }
  }

  private int place(List<ExperimentRequest.Offer> offers) {
    for (int arm = 0; arm < offers.size(); arm++) {
      if (offers.get(arm).name().equals(control.orElse(offers.getFirst().name()))) {
        return arm;
      }
    }
    throw new UsageException(
        "--control (%s) is no --arm. Name one of %s."
            .formatted(
                control.orElse(""), offers.stream().map(ExperimentRequest.Offer::name).toList()));
  }

  private ExperimentSettings settings(int place) {
    if (!(window >= 0 && window <= 3_650)) {
      throw new UsageException("--window (%s) must be from 0 to 3650 days.".formatted(window));
    }
    return new ExperimentSettings(
        place,
        limits.fee(),
        exploration,
        alpha,
        limits.stopLoss(),
        minimum,
        cap.orElse(renewals > 0 ? 2.0 : 1.0),
        renewals,
        Duration.ofSeconds(Math.round(window * SECONDS_A_DAY)),
        limits.budget(),
        traffic,
        conversion,
        effect);
  }
}
