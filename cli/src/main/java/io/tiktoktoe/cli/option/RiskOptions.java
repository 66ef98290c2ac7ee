package io.tiktoktoe.cli.option;

import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.cli.terminal.UsageException;
import io.tiktoktoe.service.model.RevenueRequest;
import io.tiktoktoe.service.model.RiskRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is told of the future beside the data: scenarios, planned spending, cash. */
public final class RiskOptions {

  @Option(
      names = "--scenario",
      paramLabel = "TEXT",
      description =
          "What if, as in \"TikTok closes in March, -30%% ad rates\". Parts say what (platform"
              + " NAME, ads, tips on NAME, currency CODE, content NAME, refunds, chargebacks,"
              + " income), how (-30%%, x0.7, doubled, lost, closes) and when (from DATE, until"
              + " DATE, in MONTH). Repeatable.")
  private List<String> scenarios = new ArrayList<>();

  @Option(
      names = "--scenarios",
      paramLabel = "FILE",
      description = "Scenarios from a text file: a line a part, [title] before each scenario.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--spending",
      paramLabel = "FILE",
      description = "Planned payments: a table with columns date, amount and what.")
  private Optional<Path> spending = Optional.empty();

  @Option(
      names = "--cash",
      paramLabel = "N",
      description = "On the account today, in units of the currency (0); with --spending.")
  private Optional<Double> cash = Optional.empty();

  @Option(
      names = "--payout-days",
      paramLabel = "N",
      description = "Days from a sale to its money, 0 to 180 (30); with --spending.")
  private Optional<Integer> payoutDays = Optional.empty();

  /** The request under these options. */
  public RiskRequest request(Surroundings surroundings, RevenueRequest about) {
    if (spending.isEmpty() && (cash.isPresent() || payoutDays.isPresent())) {
      throw new UsageException(
          (cash.isPresent() ? "--cash" : "--payout-days")
              + " says nothing without --spending FILE. Name the planned payments.");
    }
    if (cash.filter(one -> !Double.isFinite(one) || Math.abs(one) > 1e12).isPresent()) {
      throw new UsageException("--cash %s must be a number up to 1e12.".formatted(cash.get()));
    }
    return new RiskRequest(
        about,
        scenarios,
        file.map(surroundings::resolve),
        spending.map(surroundings::resolve),
        cash.orElse(0.0),
        payoutDays.orElse(RiskRequest.USUAL_PAYOUT_DAYS));
  }
}
