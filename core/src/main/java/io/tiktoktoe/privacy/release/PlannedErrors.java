package io.tiktoktoe.privacy.release;

import io.tiktoktoe.privacy.NoiseKind;
import io.tiktoktoe.privacy.mechanism.CountTree;
import io.tiktoktoe.privacy.mechanism.NoiseGrid;
import io.tiktoktoe.privacy.mechanism.PartitionSelection;
import io.tiktoktoe.privacy.question.Measure;
import io.tiktoktoe.privacy.question.Statistic;
import java.util.List;
import java.util.OptionalLong;

/** What a statistic's noise will come to, before any data are seen. */
final class PlannedErrors {

  /** A partition of as many persons as are said appears with this chance. */
  private static final double SURE = 0.95;

  private PlannedErrors() {}

  static PlannedStatistic of(Statistic statistic, int place, Spending spending) {
    List<Part> parts = Part.of(statistic);
    double relative = 0;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      double perUnit =
          spending.noise() == NoiseKind.DISCRETE_LAPLACE
              ? part.laplaceError()
              : part.gaussianError();
      relative = Math.hypot(relative, perUnit * spending.grid(place, i, part).deviation());
    }
    if (statistic.measure() instanceof Measure.Histogram(int fanOut)) {
      // Consistency makes leaves surer than their own counts.
      double[] variances = new CountTree(Part.cells(statistic), fanOut).leafVariances();
      relative *= Math.sqrt(variances[0]);
    }
    double error = relative * unit(statistic);
    double halfWidths = NoiseGrid.halfWidths(spending.noise());
    return new PlannedStatistic(
        statistic,
        spending.share(place),
        error,
        error * halfWidths,
        relative * halfWidths,
        spending
            .selection(statistic)
            .map(PlannedErrors::personsToAppear)
            .orElse(OptionalLong.empty()));
  }

  private static OptionalLong personsToAppear(PartitionSelection selection) {
    return OptionalLong.of(selection.personsFor(SURE));
  }

  /** What a relative error of one comes to. */
  private static double unit(Statistic statistic) {
    return switch (statistic.measure()) {
      case Measure.People(), Measure.Events(), Measure.Total(), Measure.Running() ->
          statistic.expected();
      case Measure.Top top -> statistic.expected();
      case Measure.Histogram histogram -> statistic.expected();
      case Measure.Mean() ->
          ((double) statistic.bounds().highest() - statistic.bounds().lowest()) / 2;
      case Measure.AmountQuantiles(List<Double> probabilities) -> 1;
    };
  }
}
