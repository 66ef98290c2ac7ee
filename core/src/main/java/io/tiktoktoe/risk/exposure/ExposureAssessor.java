package io.tiktoktoe.risk.exposure;

import io.tiktoktoe.outlook.Predictions;
import io.tiktoktoe.risk.RiskAssessment;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Front door of risk exposure: shocks, currencies, contents, liquidity and told scenarios. */
public final class ExposureAssessor {

  private ExposureAssessor() {}

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
    scenarios.forEach(one -> check.check(one, stress.start(), stress.end()));
    List<CurrencyRisk> currencies = CurrencyRisks.of(facts, currency.getCurrencyCode());
    Optional<Liquidity> liquidity = new LiquidityModel(plan, predictions).of();
    return new RiskExposures(
        new ShockRisks(facts).of(),
        currencies,
        ContentRisks.of(facts, random),
        liquidity,
        scenarios.stream().map(stress::of).toList(),
        MitigationActions.of(risk, currencies, liquidity));
  }
}
