package io.tiktoktoe.privacy.release;

import io.tiktoktoe.privacy.NoiseKind;
import io.tiktoktoe.privacy.mechanism.CountTree;
import io.tiktoktoe.privacy.mechanism.NoiseGrid;
import io.tiktoktoe.privacy.mechanism.SquareRootToeplitz;
import io.tiktoktoe.privacy.question.ContributionBounds;
import io.tiktoktoe.privacy.question.Measure;
import io.tiktoktoe.privacy.question.ReleaseRequest;
import io.tiktoktoe.privacy.question.Statistic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Makes protected numbers from noisy ones, with their errors. It sees no raw data: all that it does
 * is post-processing, which costs no privacy, so it may compute as it likes.
 */
final class Publishing {

  private final ReleasePlan plan;

  Publishing(ReleasePlan plan) {
    this.plan = plan;
  }

  ProtectedRelease release(NoisyAnswer answer, boolean repeated) {
    List<ProtectedStatistic> statistics = new ArrayList<>();
    for (int place = 0; place < answer.statistics().size(); place++) {
      statistics.add(statistic(place, answer.statistics().get(place)));
    }
    return new ProtectedRelease(plan, statistics, repeated);
  }

  private ProtectedStatistic statistic(int place, NoisyAnswer.Noisy noisy) {
    Statistic asked = plan.request().statistics().get(place);
    Statistic statistic =
        Drawing.withBounds(asked, Drawing.withHighest(asked.bounds(), noisy.highest()));
    return switch (asked.measure()) {
      case Measure.People(), Measure.Events() -> plain(statistic, numbers(noisy, noisy.counts()));
      case Measure.Top(int count) ->
          plain(statistic, largest(numbers(noisy, noisy.counts()), count));
      case Measure.Total() -> plain(statistic, numbers(noisy, noisy.sums()));
      case Measure.Mean() -> mean(statistic, noisy);
      case Measure.Histogram(int fanOut) ->
          plain(statistic, histogram(noisy, new CountTree(noisy.labels().size(), fanOut)));
      case Measure.Running() -> plain(statistic, running(noisy));
      case Measure.AmountQuantiles(List<Double> probabilities) ->
          plain(statistic, quantiles(statistic, noisy, probabilities));
    };
  }

  private static ProtectedStatistic plain(Statistic statistic, List<ProtectedNumber> numbers) {
    return new ProtectedStatistic(statistic, numbers, List.of(), List.of());
  }

  private ProtectedNumber number(String label, double value, double standardError, NoiseGrid grid) {
    return number(label, value, standardError, standardError * NoiseGrid.halfWidths(grid.noise()));
  }

  private ProtectedNumber number(
      String label, double value, double standardError, double halfWidth) {
    ReleaseRequest request = plan.request();
    return new ProtectedNumber(
        label,
        value,
        new ErrorStatement(
            standardError,
            halfWidth,
            request.budget().epsilon(),
            request.budget().delta(),
            PrivacyUnit.PERSON,
            request.period()));
  }

  private List<ProtectedNumber> numbers(NoisyAnswer.Noisy noisy, NoisyAnswer.Numbers drawn) {
    double[] values = drawn.units();
    double[] errors = new double[values.length];
    Arrays.fill(errors, drawn.grid().deviation());
    return numbers(noisy.labels(), values, errors, drawn.grid());
  }

  private List<ProtectedNumber> numbers(
      List<String> labels, double[] values, double[] errors, NoiseGrid grid) {
    List<ProtectedNumber> numbers = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      numbers.add(number(labels.get(i), values[i], errors[i], grid));
    }
    return numbers;
  }

  private static List<ProtectedNumber> largest(List<ProtectedNumber> numbers, int count) {
    return numbers.stream()
        .sorted(
            Comparator.comparingDouble(ProtectedNumber::value)
                .reversed()
                .thenComparing(ProtectedNumber::label))
        .limit(count)
        .toList();
  }

  /** Delta method; a mean over fewer than its count's noise is anywhere between the bounds. */
  private ProtectedStatistic mean(Statistic statistic, NoisyAnswer.Noisy noisy) {
    NoiseGrid sumGrid = noisy.sums().grid();
    NoiseGrid countGrid = noisy.counts().grid();
    double halfWidths = NoiseGrid.halfWidths(sumGrid.noise());
    ContributionBounds bounds = statistic.bounds();
    double range = (double) bounds.highest() - bounds.lowest();
    double middle = bounds.lowest() + range / 2;
    double[] sums = noisy.sums().units();
    double[] counts = noisy.counts().units();
    List<ProtectedNumber> means = new ArrayList<>();
    double[] totals = new double[sums.length];
    double[] totalErrors = new double[sums.length];
    for (int i = 0; i < sums.length; i++) {
      double persons = Math.max(counts[i], 1);
      double off = Math.clamp(sums[i] / 2 / persons, -range / 2, range / 2);
      double error = Math.hypot(sumGrid.deviation() / 2, off * countGrid.deviation()) / persons;
      double half = halfWidths * error;
      boolean lost = persons < 2 * halfWidths * countGrid.deviation();
      means.add(
          number(
              noisy.labels().get(i),
              lost ? middle : middle + off,
              lost ? range / 2 : Math.min(error, range / 2),
              lost ? range : Math.min(half, range)));
      totals[i] = sums[i] / 2 + middle * counts[i];
      totalErrors[i] = Math.hypot(sumGrid.deviation() / 2, middle * countGrid.deviation());
    }
    return new ProtectedStatistic(
        statistic,
        means,
        numbers(noisy, noisy.counts()),
        numbers(noisy.labels(), totals, totalErrors, sumGrid));
  }

  private List<ProtectedNumber> histogram(NoisyAnswer.Noisy noisy, CountTree tree) {
    NoiseGrid grid = noisy.counts().grid();
    double[] leaves = tree.consistent(noisy.counts().units());
    double[] errors = tree.leafVariances();
    for (int i = 0; i < errors.length; i++) {
      errors[i] = grid.deviation() * Math.sqrt(errors[i]);
    }
    return numbers(noisy.labels(), leaves, errors, grid);
  }

  private List<ProtectedNumber> running(NoisyAnswer.Noisy noisy) {
    NoiseGrid grid = noisy.counts().grid();
    int steps = noisy.labels().size();
    double[] values = noisy.counts().units();
    if (grid.noise() == NoiseKind.DISCRETE_LAPLACE) {
      CountTree tree = new CountTree(steps, 2);
      double[] totals = tree.consistent(values);
      Arrays.parallelPrefix(totals, Double::sum);
      double[] errors = new double[steps];
      Arrays.fill(errors, grid.deviation() * Math.sqrt(tree.levels()));
      return numbers(noisy.labels(), totals, errors, grid);
    }
    SquareRootToeplitz root = new SquareRootToeplitz(steps);
    double[] errors = root.errors();
    for (int i = 0; i < steps; i++) {
      errors[i] *= grid.deviation() / SquareRootToeplitz.UNIT;
    }
    return numbers(noisy.labels(), root.totals(values), errors, grid);
  }

  private List<ProtectedNumber> quantiles(
      Statistic statistic, NoisyAnswer.Noisy noisy, List<Double> probabilities) {
    NoiseGrid grid = noisy.counts().grid();
    double halfWidths = NoiseGrid.halfWidths(grid.noise());
    CountTree tree = new CountTree(Part.QUANTILE_LEAVES, Part.QUANTILE_FAN_OUT);
    double[] all = noisy.counts().units();
    List<ProtectedNumber> numbers = new ArrayList<>();
    int cells = noisy.labels().size();
    for (int cell = 0; cell < cells; cell++) {
      double[] own = Arrays.copyOfRange(all, cell * tree.size(), (cell + 1) * tree.size());
      NoisyQuantiles quantiles = NoisyQuantiles.of(statistic.bounds(), tree, own, grid.deviation());
      for (double probability : probabilities) {
        String label = cells == 1 ? "" + probability : noisy.labels().get(cell) + ":" + probability;
        double half = quantiles.halfWidth(probability, halfWidths);
        numbers.add(number(label, quantiles.at(probability), half / halfWidths, half));
      }
    }
    return numbers;
  }
}
