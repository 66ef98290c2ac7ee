package io.tiktoktoe.risk.exposure;

import io.tiktoktoe.outlook.Predictions;
import io.tiktoktoe.risk.RiskAssessment;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Front door of risk exposure: shocks, currencies, contents, liquidity and told scenarios. */
public final class ExposureAssessor {

  private ExposureAssessor() {}

  /**
   * The shocks alone: what {@link #assess} says of them.
   *
   * @return what may fall on platforms and advertising, the dearest first
   */
  public static List<ShockRisk> shocks(RiskFacts facts) {
    return new ShockRisks(facts).of();
  }

  /**
   * What may hit a creator's income from outside and what told scenarios cost.
   *
   * @param facts what is known of the creator's present and of all creators' past
   * @param predictions daily net income by stream with joint futures, as for {@code risk}
   * @param risk of the same income
   * @param currency in which all amounts are
   * @param random draws resamples
   * @throws IllegalArgumentException if a scenario or planned spending names what is not there, or
   *     days that are not forecast; if there is no forecast and one was told
   */
  public static RiskExposures assess(
      RiskFacts facts,
      Predictions predictions,
      RiskAssessment risk,
      Currency currency,
      List<StressScenario> scenarios,
      CashPlan plan,
      RandomGenerator random) {
    ScenarioStress stress = new ScenarioStress(facts, predictions);
    if (!stress.isKnown() && !(scenarios.isEmpty() && plan.spending().isEmpty())) {
      throw new IllegalArgumentException(
          "scenarios and planned spending need a forecast, and there is no income to forecast."
              + " Leave them out, or ingest income first.");
    }
    ScenarioCheck check = new ScenarioCheck(facts, currency.getCurrencyCode());
    List<List<ScenarioShock>> shocks =
        scenarios.stream().map(one -> check.shocks(one, stress.start(), stress.end())).toList();
    List<CurrencyRisk> currencies = CurrencyRisks.of(facts, currency.getCurrencyCode());
    Optional<ContentRisk> content = ContentRisks.of(facts, random);
    Optional<Liquidity> liquidity = new LiquidityModel(plan, predictions).of();
    List<ShockRisk> falls = new ShockRisks(facts).of();
    MitigationActions mitigations = new MitigationActions(facts, predictions, random);
    mitigations.add(risk, currencies, content, liquidity);
    mitigations.add(falls);
    return new RiskExposures(
        falls,
        currencies,
        content,
        liquidity,
        IntStream.range(0, shocks.size())
            .mapToObj(at -> stress.of(scenarios.get(at).title(), shocks.get(at)))
            .toList(),
        mitigations.actions(),
        mitigations.unknown());
  }
}
