package io.tiktoktoe.privacy.release;

import io.tiktoktoe.privacy.NoiseKind;
import io.tiktoktoe.privacy.mechanism.CountTree;
import io.tiktoktoe.privacy.mechanism.SquareRootToeplitz;
import io.tiktoktoe.privacy.mechanism.WideSum;
import io.tiktoktoe.privacy.question.ContributionBounds;
import io.tiktoktoe.privacy.question.Measure;
import io.tiktoktoe.privacy.question.Statistic;
import java.util.Arrays;

/**
 * The exact whole numbers of a part, from bounded contributions. Every number that one person can
 * move is made here; {@link Part} says by how much.
 */
final class Measurement {

  /** Counts of a cell are cut at this, so that sums of cells fit into 64 bits. */
  private static final long MOST_COUNT = 1L << 40;

  /** Sums of amounts are cut at this. */
  private static final long MOST_SUM = 1L << 61;

  private final Statistic statistic;
  private final Bounding bounded;
  private final NoiseKind noise;

  Measurement(Statistic statistic, Bounding bounded, NoiseKind noise) {
    this.statistic = statistic;
    this.bounded = bounded;
    this.noise = noise;
  }

  /** How many persons each cell has. */
  long[] people() {
    long[] people = new long[bounded.labels().size()];
    bounded.forEach((person, cell, events, amount) -> people[cell]++);
    return people;
  }

  /** How many persons have a largest amount of each size; each person counts once. */
  long[] sizes() {
    long highest = statistic.bounds().highest();
    int[] largest = new int[bounded.persons()];
    Arrays.fill(largest, -1);
    bounded.forEach(
        (person, cell, events, amount) ->
            largest[person] =
                Math.max(largest[person], AmountClamp.size(Math.min(amount, highest))));
    long[] sizes = new long[AmountClamp.sizes(highest)];
    for (int size : largest) {
      if (size >= 0) {
        sizes[size]++;
      }
    }
    return sizes;
  }

  /** The numbers of a count. */
  long[] counts() {
    return switch (statistic.measure()) {
      case Measure.People(), Measure.Mean(), Measure.Total() -> people();
      case Measure.Top top -> people();
      case Measure.Events() -> events();
      case Measure.AmountQuantiles quantiles -> leaves();
      case Measure.Histogram(int fanOut) ->
          new CountTree(bounded.labels().size(), fanOut).counts(events());
      case Measure.Running() ->
          noise == NoiseKind.DISCRETE_LAPLACE
              ? new CountTree(bounded.labels().size(), 2).counts(events())
              : new SquareRootToeplitz(bounded.labels().size()).weighted(events());
    };
  }

  private long[] events() {
    long[] all = new long[bounded.labels().size()];
    bounded.forEach(
        (person, cell, events, amount) -> all[cell] = Math.min(MOST_COUNT, all[cell] + events));
    return all;
  }

  /** A tree of counts for each cell, one after the other. */
  private long[] leaves() {
    int cells = bounded.labels().size();
    CountTree tree = new CountTree(Part.QUANTILE_LEAVES, Part.QUANTILE_FAN_OUT);
    long[][] leaves = new long[cells][Part.QUANTILE_LEAVES];
    bounded.forEach(
        (person, cell, events, amount) -> leaves[cell][leaf(statistic.bounds(), amount)]++);
    long[] all = new long[cells * tree.size()];
    for (int cell = 0; cell < cells; cell++) {
      System.arraycopy(tree.counts(leaves[cell]), 0, all, cell * tree.size(), tree.size());
    }
    return all;
  }

  /** Which leaf an amount lies in; amounts beyond the bounds in the outermost. */
  static int leaf(ContributionBounds bounds, long amount) {
    long over = Math.clamp(amount, bounds.lowest(), bounds.highest()) - bounds.lowest();
    long range = bounds.highest() - bounds.lowest();
    return (int) Math.min(Part.QUANTILE_LEAVES - 1, over * Part.QUANTILE_LEAVES / range);
  }

  /** The sums of clamped amounts; doubled and counted from the middle for a mean. */
  long[] sums(ContributionBounds bounds) {
    WideSum[] sums = new WideSum[bounded.labels().size()];
    Arrays.setAll(sums, cell -> new WideSum(MOST_SUM));
    boolean centred = statistic.measure() instanceof Measure.Mean;
    long middle = bounds.lowest() + bounds.highest();
    bounded.forEach(
        (person, cell, events, amount) -> {
          long clamped = Math.clamp(amount, bounds.lowest(), bounds.highest());
          sums[cell].add(centred ? 2 * clamped - middle : clamped);
        });
    return Arrays.stream(sums).mapToLong(WideSum::saturated).toArray();
  }
}
