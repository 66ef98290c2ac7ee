package io.tiktoktoe.risk.exposure;

import java.util.List;
import java.util.Optional;

/**
 * Risk exposures of one creator beside the risk of the income itself.
 *
 * @param shocks what may fall on platforms and advertising, the dearest first; empty without enough
 *     creators to learn from
 * @param currencies income in other currencies, the largest first
 * @param content how few contents income hangs on; absent when no content brought anything
 * @param liquidity of planned spending; absent when none was told
 * @param scenarios what told scenarios cost, in the order told
 * @param actions what lowers the risks, with its cost
 * @param unknown risks of which the data say next to nothing, so that no action is told
 */
public record RiskExposures(
    List<ShockRisk> shocks,
    List<CurrencyRisk> currencies,
    Optional<ContentRisk> content,
    Optional<Liquidity> liquidity,
    List<ScenarioLoss> scenarios,
    List<MitigationAction> actions,
    List<MitigationAction.Unknown> unknown) {

  public RiskExposures {
    shocks = List.copyOf(shocks);
    currencies = List.copyOf(currencies);
    scenarios = List.copyOf(scenarios);
    actions = List.copyOf(actions);
    unknown = List.copyOf(unknown);
  }
}
