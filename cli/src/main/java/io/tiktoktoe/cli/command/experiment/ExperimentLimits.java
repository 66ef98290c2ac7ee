package io.tiktoktoe.cli.command.experiment;

import io.tiktoktoe.service.model.experiment.ExperimentRequest;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a price test may cost, and what its prices must keep to. */
public final class ExperimentLimits {

  @Option(
      names = "--fee",
      defaultValue = "0.1",
      paramLabel = "SHARE",
      description = "Share of a price that fees, tax and serving take (${DEFAULT-VALUE}).")
  private double fee = .1;

  @Option(
      names = "--floor",
      defaultValue = "0",
      paramLabel = "PRICE",
      description = "Lowest price (${DEFAULT-VALUE}).")
  private double floor;

  @Option(names = "--ceiling", paramLabel = "PRICE", description = "Highest price.")
  private Optional<Double> ceiling = Optional.empty();

  @Option(
      names = "--step",
      defaultValue = "0.5",
      paramLabel = "SHARE",
      description = "Largest distance from today's price (${DEFAULT-VALUE}).")
  private double step = .5;

  @Option(
      names = "--stop-loss",
      defaultValue = "0.1",
      paramLabel = "SHARE",
      description =
          "Leave an arm out when it surely brings less than control by this (${DEFAULT-VALUE}).")
  private double stopLoss = .1;

  @Option(
      names = "--budget",
      defaultValue = "0",
      paramLabel = "AMOUNT",
      description =
          "What the test may lose against charging control to all; then all others are left out"
              + " (0: no limit).")
  private double budget;

  @Option(
      names = "--longest",
      defaultValue = "180",
      paramLabel = "DAYS",
      description = "Days that the test may take at most (${DEFAULT-VALUE}).")
  private double longest = 180;

  ExperimentRequest.Limits limits() {
    return new ExperimentRequest.Limits(
        floor, ceiling.orElse(Double.POSITIVE_INFINITY), step, longest);
  }

  double fee() {
    return fee;
  }

  double stopLoss() {
    return stopLoss;
  }

  double budget() {
    return budget;
  }
}
