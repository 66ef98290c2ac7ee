package io.tiktoktoe.risk;

import io.tiktoktoe.answer.Recommendation;
import io.tiktoktoe.answer.Recommendation.Effect;
import io.tiktoktoe.answer.Recommendation.Footing;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.SamplePaths;
import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.stats.Quantiles;
import io.tiktoktoe.stats.Resampling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Sensitivity analysis of risk mitigation: what lowers which risk by how much. Steps are a tenth,
 * so that what they buy can be scaled; an action whose effect may be nothing or worse (lower end at
 * most 0) is left out.
 */
final class Mitigations {

  /** The step that every shift is quoted for. */
  private static final double STEP = 0.1;

  private static final int RESAMPLES = 200;

  private final RiskInputs inputs;
  private final RandomGenerator random;

  Mitigations(RiskInputs inputs, RandomGenerator random) {
    this.inputs = inputs;
    this.random = random;
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
    double[] all = total.sums(TailRisk.DAYS);
    double[] best = all;
    Forecast from = streams.getFirst();
    double least = shortfall(all);
    for (Forecast stream : streams) {
      if (stream.paths().count() != all.length) {
        return Optional.empty();
      }
      double[] shifted = shifted(all, stream.paths().sums(TailRisk.DAYS));
      double shortfall = shortfall(shifted);
      if (shortfall < least) {
        least = shortfall;
        best = shifted;
        from = stream;
      }
    }
    if (Arrays.equals(best, all)) {
      return Optional.empty();
    }
    double before = shortfall(all);
    Interval interval = gain(all, best);
    return Optional.of(
        new Recommendation(
            new RiskAdvice.SpreadStreams(
                from.seriesId(), all.length, before, least, from.paths().mean(0, TailRisk.DAYS)),
            Effect.EXPECTED_SHORTFALL_30_DAYS,
            before - least,
            interval,
            Footing.SIMULATION));
  }

  private static double[] shifted(double[] all, double[] stream) {
    double mean = Arrays.stream(stream).average().orElse(0);
    double othersMean = Arrays.stream(all).average().orElse(0) - mean;
    if (!(mean > 0) || !(othersMean > 0)) {
      return all;
    }
    double[] shifted = new double[all.length];
    double grow = STEP * mean / othersMean;
    for (int path = 0; path < all.length; path++) {
      double others = all[path] - stream[path];
      shifted[path] = all[path] - STEP * stream[path] + grow * others;
    }
    return shifted;
  }

  /** Bootstrap over futures, both portfolios on the same ones. */
  private Interval gain(double[] before, double[] after) {
    double[] drawnBefore = new double[before.length];
    double[] drawnAfter = new double[before.length];
    double[] gains =
        Resampling.bootstrap(
            before.length,
            RESAMPLES,
            random,
            paths -> {
              for (int at = 0; at < paths.length; at++) {
                drawnBefore[at] = before[paths[at]];
                drawnAfter[at] = after[paths[at]];
              }
              return shortfall(drawnBefore) - shortfall(drawnAfter);
            });
    return Resampling.percentile(gains, Interval.WIDE);
  }

  /** Mean minus the mean of the worst twentieth. */
  private static double shortfall(double[] outcomes) {
    return TailRisk.shortfall(outcomes, TailRisk.TWENTIETH);
  }

  /**
   * What one month in twenty falls short of the middle one, as far as a usual month can bear it.
   * The mean would be drawn up by rare large payments, which nobody can put aside before they come.
   */
  private Optional<Recommendation> reserve(List<IncomeAtRisk> atRisk) {
    Forecast total = inputs.predictions().total();
    boolean known =
        total.basis() == Forecast.Basis.HISTORY || total.basis() == Forecast.Basis.SPARSE_HISTORY;
    double usual = usualIncome();
    if (atRisk.isEmpty() || !known || !(usual > 0)) {
      return Optional.empty();
    }
    double[] sums = total.paths().sums(TailRisk.DAYS);
    Arrays.sort(sums);
    double middle = Quantiles.ofSorted(sums, 0.5);
    double floor = atRisk.getFirst().floor();
    double wanted = middle - floor;
    double reserve = Math.min(wanted, usual);
    Interval interval =
        Quantiles.interval(sums, 1 - TailRisk.TWENTIETH, Interval.WIDE).times(-1).plus(middle);
    return Optional.of(
        new Recommendation(
            new RiskAdvice.KeepReserve(reserve, floor, wanted),
            Effect.EXPECTED_SHORTFALL_30_DAYS,
            reserve,
            new Interval(
                Math.min(interval.lo(), usual),
                Math.min(interval.hi(), usual),
                interval.confidence()),
            Footing.SIMULATION));
  }

  /** Net income of 30 days at the level of the last ones; NaN before there are so many. */
  private double usualIncome() {
    long[] total = inputs.history().total();
    if (total.length < TailRisk.DAYS) {
      return Double.NaN;
    }
    int days = Math.min(total.length, Math.max(TailRisk.DAYS, inputs.recentDays()));
    double sum = Arrays.stream(total, total.length - days, total.length).asDoubleStream().sum();
    return sum / days * TailRisk.DAYS;
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
