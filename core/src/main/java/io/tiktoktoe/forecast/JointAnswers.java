package io.tiktoktoe.forecast;

import io.tiktoktoe.forecast.campaign.JointCampaigns;
import io.tiktoktoe.forecast.future.Marginals;
import io.tiktoktoe.forecast.future.SeriesOutcome;
import io.tiktoktoe.outlook.Backtest;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.Granularity;
import io.tiktoktoe.outlook.Horizon;
import io.tiktoktoe.outlook.Outlook;
import io.tiktoktoe.outlook.SamplePaths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Forecasts of a creator's series and of their total, from their joint futures. */
record JointAnswers(Granularity granularity, List<Horizon> wanted) {

  private static final String TOTAL = "total";

  /** Of one series. */
  Forecast of(String id, SeriesOutcome outcome, SamplePaths paths) {
    List<Outlook> steps = new ArrayList<>();
    for (int step = 0; step < outcome.marginals().steps(); step++) {
      steps.add(outcome.marginals().outlook(step));
    }
    return new Forecast(
        id,
        steps,
        horizons(paths, outcome.marginals().mean()),
        outcome.members(),
        outcome.basis(),
        outcome.backtest(),
        outcome.explanation(),
        paths);
  }

  /** Bands of sums come from joint futures, expected sums from the steps' own. */
  private List<Forecast.HorizonOutlook> horizons(SamplePaths paths, double[] mean) {
    List<Forecast.HorizonOutlook> horizons = new ArrayList<>();
    for (Horizon horizon : wanted) {
      int steps = granularity.steps(horizon);
      if (steps >= 1 && steps <= paths.steps()) {
        double expected = Arrays.stream(mean, 0, steps).sum();
        Outlook sum = Marginals.outlook(paths.sums(steps), expected);
        horizons.add(new Forecast.HorizonOutlook(horizon, sum));
      }
    }
    return horizons;
  }

  /** Of all series: their joint futures added up. */
  Forecast total(
      List<SeriesOutcome> outcomes, SamplePaths[] paths, Backtest backtest, JointCampaigns now) {
    Optional<SamplePaths> sum = Optional.empty();
    Forecast.Basis basis = Forecast.Basis.NONE;
    for (int s = 0; s < paths.length; s++) {
      if (paths[s].count() > 0) {
        SamplePaths one = paths[s];
        sum = Optional.of(sum.map(before -> before.plus(one)).orElse(one));
        basis = weaker(basis, outcomes.get(s).basis());
      }
    }
    SamplePaths total = sum.orElseGet(() -> SamplePaths.of(new double[0][]));
    List<Outlook> steps = new ArrayList<>();
    double[] mean = new double[total.steps()];
    for (int step = 0; step < total.steps(); step++) {
      for (SeriesOutcome outcome : outcomes) {
        mean[step] += outcome.marginals().steps() == 0 ? 0 : outcome.marginals().mean()[step];
      }
      steps.add(Marginals.outlook(total.at(step), mean[step]));
    }
    return new Forecast(
        TOTAL,
        steps,
        horizons(total, mean),
        List.of(new Forecast.Member("sum of the series", 1)),
        basis,
        backtest,
        Explanations.total(outcomes.stream().map(SeriesOutcome::explanation).toList())
            .withGoals(now.goals(total)),
        total);
  }

  /** A total stands on the weakest of what its larger parts stand on: full history wins. */
  private static Forecast.Basis weaker(Forecast.Basis a, Forecast.Basis b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
