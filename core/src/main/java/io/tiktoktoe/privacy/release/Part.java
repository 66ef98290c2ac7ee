package io.tiktoktoe.privacy.release;

import io.tiktoktoe.privacy.mechanism.CountTree;
import io.tiktoktoe.privacy.mechanism.SquareRootToeplitz;
import io.tiktoktoe.privacy.question.ContributionBounds;
import io.tiktoktoe.privacy.question.Measure;
import io.tiktoktoe.privacy.question.Partitions;
import io.tiktoktoe.privacy.question.Statistic;
import java.util.List;

/**
 * A part of a statistic that is noised by itself: by how much one person moves its whole numbers,
 * and how its noise enters the answer.
 *
 * @param role what is counted
 * @param laplace largest sum of absolute moves by one person, for Laplace noise
 * @param gaussian largest root of the sum of squared moves, for Gaussian noise
 * @param laplaceError standard error of a number, in shares of its expected size, by unit of
 *     standard deviation of Laplace noise
 * @param gaussianError the same for Gaussian noise
 */
record Part(Role role, double laplace, double gaussian, double laplaceError, double gaussianError) {

  /** Groups of a quantile's tree, its leaves and levels: {@code 4^6 = 4096}. */
  static final int QUANTILE_FAN_OUT = 4;

  static final int QUANTILE_LEAVES = 4096;

  /** Of a mean that lies halfway between the middle and an end, this is its count's part. */
  private static final double MEAN_OFF_CENTRE = 0.5;

  /** What a part counts. */
  enum Role {
    /** Persons, events, or a tree of them. */
    COUNT,
    /** Clamped amounts; doubled and centred for a mean. */
    SUM,
    /** Persons by the size of their largest amount, which choose the clamp. */
    CLAMP
  }

  /** The parts of a statistic; the amounts' bound is the largest that it may be. */
  static List<Part> of(Statistic statistic) {
    ContributionBounds bounds = statistic.bounds();
    double moved = bounds.partitions();
    double size = statistic.expected();
    return switch (statistic.measure()) {
      case Measure.People() -> List.of(plain(Role.COUNT, moved, 1, 1 / size));
      case Measure.Top(int count) -> List.of(plain(Role.COUNT, moved, 1, 1 / size));
      case Measure.Events() -> List.of(plain(Role.COUNT, moved, bounds.events(), 1 / size));
      case Measure.Total() -> withClamp(bounds, total(bounds, 1 / size));
      case Measure.Mean() -> mean(bounds, size);
      case Measure.AmountQuantiles(List<Double> probabilities) -> List.of(quantiles(moved, size));
      case Measure.Histogram(int fanOut) -> List.of(histogram(statistic, fanOut));
      case Measure.Running() -> List.of(running(statistic));
    };
  }

  /** The sum of amounts that lie between the bounds. */
  static Part total(ContributionBounds bounds, double error) {
    double most = Math.max(Math.abs(bounds.lowest()), Math.abs(bounds.highest()));
    return plain(Role.SUM, bounds.partitions(), most, error);
  }

  /** The doubled sum of amounts, counted from the middle between the bounds. */
  static Part centred(ContributionBounds bounds, double size) {
    double range = (double) bounds.highest() - bounds.lowest();
    return plain(Role.SUM, bounds.partitions(), range, 1 / (size * range));
  }

  private static Part plain(Role role, double moved, double most, double error) {
    return new Part(role, moved * most, Math.sqrt(moved) * most, error, error);
  }

  private static List<Part> mean(ContributionBounds bounds, double size) {
    Part count = plain(Role.COUNT, bounds.partitions(), 1, MEAN_OFF_CENTRE / size);
    List<Part> sum = withClamp(bounds, centred(bounds, size));
    return bounds.adaptive()
        ? List.of(sum.getFirst(), count, sum.getLast())
        : List.of(sum.getFirst(), count);
  }

  /** Each person is counted once among the sizes. */
  private static List<Part> withClamp(ContributionBounds bounds, Part sum) {
    return bounds.adaptive() ? List.of(sum, new Part(Role.CLAMP, 1, 1, 0, 0)) : List.of(sum);
  }

  private static Part quantiles(double moved, double size) {
    double levels = new CountTree(QUANTILE_LEAVES, QUANTILE_FAN_OUT).levels();
    double error = Math.sqrt(levels * (QUANTILE_FAN_OUT - 1) / 2) / size;
    return new Part(Role.COUNT, moved * levels, Math.sqrt(moved * levels), error, error);
  }

  private static Part histogram(Statistic statistic, int fanOut) {
    ContributionBounds bounds = statistic.bounds();
    CountTree tree = new CountTree(cells(statistic), fanOut);
    return new Part(
        Role.COUNT,
        (double) bounds.partitions() * bounds.events() * tree.levels(),
        bounds.events() * Math.sqrt(tree.squaredSensitivity(bounds.partitions())),
        1 / statistic.expected(),
        1 / statistic.expected());
  }

  /** A binary tree under Laplace noise, whose sums matter; the root of Toeplitz under Gaussian. */
  private static Part running(Statistic statistic) {
    ContributionBounds bounds = statistic.bounds();
    CountTree tree = new CountTree(cells(statistic), 2);
    SquareRootToeplitz root = new SquareRootToeplitz(cells(statistic));
    double[] errors = root.errors();
    return new Part(
        Role.COUNT,
        (double) bounds.partitions() * bounds.events() * tree.levels(),
        bounds.events() * root.sensitivity(bounds.partitions()),
        Math.sqrt(tree.levels() / 2.0) / statistic.expected(),
        errors[errors.length - 1] / SquareRootToeplitz.UNIT / statistic.expected());
  }

  /** How many cells a statistic of known partitions has. */
  static int cells(Statistic statistic) {
    return switch (statistic.partitions()) {
      case Partitions.Known(List<String> labels) -> labels.size();
      case Partitions.Selected() ->
          throw new IllegalArgumentException(
              "partitions of %s must be known.".formatted(statistic.name()));
    };
  }
}
