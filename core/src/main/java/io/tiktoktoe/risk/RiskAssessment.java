package io.tiktoktoe.risk;

import io.tiktoktoe.answer.Recommendation;
import java.util.List;
import java.util.Optional;

/**
 * Risk measures of income: what can go wrong, how much it would cost and what lowers it.
 *
 * @param concentrations by platform, stream and fan, as far as there is income
 * @param stress leave-one-platform-out, largest loss first
 * @param incomeAtRisk at 0.95 and 0.99; empty without futures
 * @param drawdown of 30-day income; absent with less than 60 days of history
 * @param churn of subscriptions; absent without subscriptions
 * @param losses refunds and chargebacks; empty without gross income
 * @param mitigations what lowers which risk by how much, the surest first
 */
public record RiskAssessment(
    List<Concentration> concentrations,
    List<PlatformStress> stress,
    List<IncomeAtRisk> incomeAtRisk,
    Optional<Drawdown> drawdown,
    Optional<ChurnHazard> churn,
    List<LossRate> losses,
    List<Recommendation> mitigations) {

  public RiskAssessment {
    concentrations = List.copyOf(concentrations);
    stress = List.copyOf(stress);
    incomeAtRisk = List.copyOf(incomeAtRisk);
    losses = List.copyOf(losses);
    mitigations = List.copyOf(mitigations);
  }
}
