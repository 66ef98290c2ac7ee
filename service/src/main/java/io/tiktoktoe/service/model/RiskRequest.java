package io.tiktoktoe.service.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Asks for the risk of one creator's income.
 *
 * @param about whose income, of which days
 * @param scenarios stress scenarios as told, such as {@code platform tiktok closes; ads -30%}
 * @param scenarioFile more of them, a title in brackets before each
 * @param spending planned payments: a table with columns date, amount and what
 * @param cash on the account before the first day that is forecast, in units of the currency
 * @param payoutDays days from a sale to its money
 */
public record RiskRequest(
    RevenueRequest about,
    List<String> scenarios,
    Optional<Path> scenarioFile,
    Optional<Path> spending,
    double cash,
    int payoutDays) {

  /** Days from a sale to its money where nothing else is said: platforms pay monthly. */
  public static final int USUAL_PAYOUT_DAYS = 30;

  public RiskRequest {
    scenarios = List.copyOf(scenarios);
  }

  /** Without scenarios and planned spending. */
  public static RiskRequest of(RevenueRequest about) {
    return new RiskRequest(
        about, List.of(), Optional.empty(), Optional.empty(), 0, USUAL_PAYOUT_DAYS);
  }

  /** The same with these scenarios. */
  public RiskRequest withScenarios(List<String> told) {
    return new RiskRequest(about, told, scenarioFile, spending, cash, payoutDays);
  }

  /** The same with planned spending. */
  public RiskRequest withSpending(Path file, double onAccount, int days) {
    return new RiskRequest(about, scenarios, scenarioFile, Optional.of(file), onAccount, days);
  }
}
