package io.tiktoktoe.risk;

import io.tiktoktoe.answer.Recommendation;
import io.tiktoktoe.answer.Recommendation.Effect;
import io.tiktoktoe.answer.Recommendation.Footing;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.SamplePaths;
import io.tiktoktoe.risk.Stress.Level;
import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Sensitivity analysis of risk mitigation: what lowers which risk by how much. Steps are a tenth,
 * so that what they buy can be scaled; an action whose effect may be nothing or worse (lower end at
 * most 0) is left out.
 */
final class Mitigations {

  /** The step that every shift is quoted for. */
  private static final double STEP = 0.1;

  private final RiskInputs inputs;

  Mitigations(RiskInputs inputs) {
    this.inputs = inputs;
  }

  /** Actions, the surest effect first. */
  List<Recommendation> of(
      List<PlatformStress> stress, List<IncomeAtRisk> atRisk, Optional<ChurnHazard> churn) {
    List<Recommendation> actions = new ArrayList<>();
    spreadPlatforms(stress).ifPresent(actions::add);
    spreadStreams().ifPresent(actions::add);
    reserve(atRisk).ifPresent(actions::add);
    churn.flatMap(this::keepSubscribers).ifPresent(actions::add);
    actions.removeIf(action -> !(action.interval().lo() > 0));
    actions.sort(Comparator.comparingDouble((Recommendation one) -> -one.interval().lo()));
    return actions;
  }

  private Optional<Recommendation> spreadPlatforms(List<PlatformStress> stress) {
    if (stress.isEmpty() || !(stress.getFirst().share() > 0.5)) {
      // Below one half no single platform can take most of the income.
      return Optional.empty();
    }
    PlatformStress top = stress.getFirst();
    return Optional.of(
        new Recommendation(
            new RiskAdvice.SpreadPlatforms(
                top.platform(), stress.size() > 1, top.share(), top.loss()),
            Effect.PLATFORM_LOSS_30_DAYS,
            STEP * top.loss(),
            top.interval().times(STEP),
            Footing.LEDGER));
  }

  /** Shifts a tenth from the stream that makes bad months worst to the others, mean unchanged. */
  private Optional<Recommendation> spreadStreams() {
    List<Forecast> streams = inputs.predictions().series();
    SamplePaths total = inputs.predictions().total().paths();
    if (total.count() == 0 || total.steps() < TailRisk.DAYS || streams.size() < 2) {
      return Optional.empty();
    }
    if (streams.stream().anyMatch(one -> one.paths().count() != total.count())) {
      return Optional.empty();
    }
    double[] all = total.sums(TailRisk.DAYS);
    List<double[]> sums = streams.stream().map(one -> one.paths().sums(TailRisk.DAYS)).toList();
    return StreamShift.best(all, sums, STEP)
        .map(shift -> advice(streams.get(shift.stream()), all, shift));
  }

  private static Recommendation advice(Forecast from, double[] all, StreamShift shift) {
    double before = TailRisk.shortfall(all, TailRisk.TWENTIETH);
    return new Recommendation(
        new RiskAdvice.SpreadStreams(
            from.seriesId(),
            all.length,
            before,
            before - shift.gain(),
            from.paths().mean(0, TailRisk.DAYS)),
        Effect.EXPECTED_SHORTFALL_30_DAYS,
        shift.gain(),
        shift.interval(),
        Footing.SIMULATION);
  }

  /**
   * What one month in twenty falls short of the middle one, as far as a usual month can bear it.
   * The mean would be drawn up by rare large payments, which nobody can put aside before they come.
   */
  private Optional<Recommendation> reserve(List<IncomeAtRisk> atRisk) {
    Forecast total = inputs.predictions().total();
    boolean known =
        total.basis() == Forecast.Basis.HISTORY || total.basis() == Forecast.Basis.SPARSE_HISTORY;
    Optional<Level> usual = usualIncome().filter(level -> level.mean() > 0);
    if (atRisk.isEmpty() || !known || usual.isEmpty()) {
      return Optional.empty();
    }
    double[] sums = total.paths().sums(TailRisk.DAYS);
    Arrays.sort(sums);
    double middle = Quantiles.ofSorted(sums, 0.5);
    double floor = atRisk.getFirst().floor();
    double wanted = middle - floor;
    double reserve = Math.min(wanted, usual.get().mean());
    Interval interval =
        Quantiles.interval(sums, 1 - TailRisk.TWENTIETH, Interval.WIDE).times(-1).plus(middle);
    return Optional.of(
        new Recommendation(
            new RiskAdvice.KeepReserve(reserve, floor, wanted),
            Effect.EXPECTED_SHORTFALL_30_DAYS,
            reserve,
            borne(interval, usual.get().interval()),
            Footing.SIMULATION));
  }

  /** What is wanted as far as it can be borne: a usual month is known no better than its weeks. */
  private static Interval borne(Interval wanted, Interval usual) {
    return new Interval(
        Math.min(wanted.lo(), Math.max(0, usual.lo())),
        Math.min(wanted.hi(), usual.hi()),
        wanted.confidence());
  }

  /** Net income of 30 days at the level of the last ones; absent before there are so many. */
  private Optional<Level> usualIncome() {
    long[] total = inputs.history().total();
    if (total.length < TailRisk.DAYS) {
      return Optional.empty();
    }
    int days = Math.min(total.length, Math.max(TailRisk.DAYS, inputs.recentDays()));
    return Optional.of(Level.of(total, total.length - days, total.length));
  }

  private Optional<Recommendation> keepSubscribers(ChurnHazard churn) {
    if (churn.atRisk() == 0 || churn.monthlyAmount() <= 0 || Double.isNaN(churn.rate())) {
      return Optional.empty();
    }
    double monthly = STEP * churn.monthlyAmount();
    return Optional.of(
        new Recommendation(
            new RiskAdvice.KeepSubscribers(churn.rate(), churn.atRisk(), churn.monthlyAmount()),
            Effect.INCOME_30_DAYS,
            monthly * churn.rate(),
            churn.interval().times(monthly),
            Footing.LEDGER));
  }
}
