package io.tiktoktoe.privacy.release;

import io.tiktoktoe.privacy.NoiseKind;
import io.tiktoktoe.privacy.mechanism.CountTree;
import io.tiktoktoe.privacy.mechanism.Lattice;
import io.tiktoktoe.privacy.mechanism.SquareRootToeplitz;
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
  private final Spending spending;

  Publishing(ReleasePlan plan, Spending spending) {
    this.plan = plan;
    this.spending = spending;
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
    List<Part> parts = Part.of(statistic);
    Lattice first = spending.lattice(place, 0, parts.getFirst());
    return switch (asked.measure()) {
      case Measure.People(), Measure.Events() ->
          plain(asked, numbers(noisy.labels(), first.units(noisy.counts().values()), first));
      case Measure.Top(int count) ->
          plain(
              asked,
              largest(numbers(noisy.labels(), first.units(noisy.counts().values()), first), count));
      case Measure.Total() ->
          plain(asked, numbers(noisy.labels(), first.units(noisy.sums().values()), first));
      case Measure.Mean() ->
          mean(statistic, noisy, first, spending.lattice(place, 1, parts.get(1)));
      case Measure.Histogram(int fanOut) ->
          plain(asked, histogram(noisy, first, new CountTree(noisy.labels().size(), fanOut)));
      case Measure.Running() -> plain(asked, running(noisy, first));
      case Measure.AmountQuantiles(List<Double> probabilities) ->
          plain(asked, quantiles(statistic, noisy, first, probabilities));
    };
  }

  private static ProtectedStatistic plain(Statistic statistic, List<ProtectedNumber> numbers) {
    return new ProtectedStatistic(statistic, numbers, List.of(), List.of());
  }

  private ProtectedNumber number(String label, double value, double standardError) {
    return number(label, value, standardError, standardError * Lattice.halfWidths(plan.noise()));
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

  private List<ProtectedNumber> numbers(List<String> labels, double[] values, Lattice lattice) {
    double[] errors = new double[values.length];
    Arrays.fill(errors, lattice.deviation());
    return numbers(labels, values, errors);
  }

  private List<ProtectedNumber> numbers(List<String> labels, double[] values, double[] errors) {
    List<ProtectedNumber> numbers = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      numbers.add(number(labels.get(i), values[i], errors[i]));
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
  private ProtectedStatistic mean(
      Statistic statistic, NoisyAnswer.Noisy noisy, Lattice sumGrid, Lattice countGrid) {
    ContributionBounds bounds = statistic.bounds();
    double range = (double) bounds.highest() - bounds.lowest();
    double middle = bounds.lowest() + range / 2;
    double[] sums = sumGrid.units(noisy.sums().values());
    double[] counts = countGrid.units(noisy.counts().values());
    List<ProtectedNumber> means = new ArrayList<>();
    double[] totals = new double[sums.length];
    double[] totalErrors = new double[sums.length];
    for (int i = 0; i < sums.length; i++) {
      double persons = Math.max(counts[i], 1);
      double off = Math.clamp(sums[i] / 2 / persons, -range / 2, range / 2);
      double error = Math.hypot(sumGrid.deviation() / 2, off * countGrid.deviation()) / persons;
      double half = Lattice.halfWidths(plan.noise()) * error;
      boolean lost = persons < 2 * Lattice.halfWidths(plan.noise()) * countGrid.deviation();
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
        numbers(noisy.labels(), counts, countGrid),
        numbers(noisy.labels(), totals, totalErrors));
  }

  private List<ProtectedNumber> histogram(
      NoisyAnswer.Noisy noisy, Lattice lattice, CountTree tree) {
    double[] leaves = tree.consistent(lattice.units(noisy.counts().values()));
    double[] errors = tree.leafVariances();
    for (int i = 0; i < errors.length; i++) {
      errors[i] = lattice.deviation() * Math.sqrt(errors[i]);
    }
    return numbers(noisy.labels(), leaves, errors);
  }

  private List<ProtectedNumber> running(NoisyAnswer.Noisy noisy, Lattice lattice) {
    int steps = noisy.labels().size();
    double[] values = lattice.units(noisy.counts().values());
    if (plan.noise() == NoiseKind.DISCRETE_LAPLACE) {
      CountTree tree = new CountTree(steps, 2);
      double[] totals = tree.consistent(values);
      Arrays.parallelPrefix(totals, Double::sum);
      double[] errors = new double[steps];
      Arrays.fill(errors, lattice.deviation() * Math.sqrt(tree.levels()));
      return numbers(noisy.labels(), totals, errors);
    }
    SquareRootToeplitz root = new SquareRootToeplitz(steps);
    double[] errors = root.errors();
    for (int i = 0; i < steps; i++) {
      errors[i] *= lattice.deviation() / SquareRootToeplitz.UNIT;
    }
    return numbers(noisy.labels(), root.totals(values), errors);
  }

  private List<ProtectedNumber> quantiles(
      Statistic statistic, NoisyAnswer.Noisy noisy, Lattice lattice, List<Double> probabilities) {
    CountTree tree = new CountTree(Part.QUANTILE_LEAVES, Part.QUANTILE_FAN_OUT);
    double[] all = lattice.units(noisy.counts().values());
    List<ProtectedNumber> numbers = new ArrayList<>();
    int cells = noisy.labels().size();
    for (int cell = 0; cell < cells; cell++) {
      double[] own = Arrays.copyOfRange(all, cell * tree.size(), (cell + 1) * tree.size());
      NoisyQuantiles quantiles =
          NoisyQuantiles.of(statistic.bounds(), tree, own, lattice.deviation());
      for (double probability : probabilities) {
        String label = cells == 1 ? "" + probability : noisy.labels().get(cell) + ":" + probability;
        double half = quantiles.halfWidth(probability, Lattice.halfWidths(plan.noise()));
        numbers.add(
            number(
                label, quantiles.at(probability), half / Lattice.halfWidths(plan.noise()), half));
      }
    }
    return numbers;
  }
}
