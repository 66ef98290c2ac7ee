package io.tiktoktoe.risk;

import io.tiktoktoe.metric.SubscriptionMovement;
import io.tiktoktoe.outlook.SamplePaths;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Front door of risk assessment: concentration, stress, tail risk, drawdown, churn and loss ratios.
 */
public final class RiskAssessor {

  private RiskAssessor() {}

  /**
   * The churn hazard alone: what {@link #assess} says of it.
   *
   * @param movements of recurring income up to {@code end}, in any order
   * @return absent when nobody ever subscribed
   */
  public static Optional<ChurnHazard> churn(List<SubscriptionMovement> movements, LocalDate end) {
    return ChurnModel.of(movements, end);
  }

  /**
   * What can go wrong with one creator's income. The same inputs and generator give the same
   * answer.
   *
   * @param random draws the resamples behind intervals
   */
  public static RiskAssessment assess(RiskInputs inputs, RandomGenerator random) {
    IncomeHistory history = inputs.history();
    int to = history.days();
    int from = Math.max(0, to - inputs.recentDays());
    List<Concentration> concentrations = new ArrayList<>();
    ConcentrationIndex.of("platform", history.platforms(), history.byPlatform(), from, to)
        .ifPresent(concentrations::add);
    ConcentrationIndex.of("stream", history.streams(), history.byStream(), from, to)
        .ifPresent(concentrations::add);
    ConcentrationIndex.of(inputs.fans()).ifPresent(concentrations::add);
    SamplePaths futures = inputs.predictions().total().paths();
    List<PlatformStress> stress = to == 0 ? List.of() : Stress.of(history, from, to);
    List<IncomeAtRisk> atRisk = TailRisk.of(inputs.predictions().total());
    Optional<ChurnHazard> churn =
        to == 0 ? Optional.empty() : churn(inputs.movements(), history.day(to - 1));
    return new RiskAssessment(
        concentrations,
        stress,
        atRisk,
        Drawdowns.of(history, futures),
        churn,
        LossRates.of(history.reversals(), from, to),
        new Mitigations(inputs).of(stress, atRisk, churn));
  }
}
