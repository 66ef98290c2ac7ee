package io.tiktoktoe.privacy.release;

import io.tiktoktoe.privacy.mechanism.CountTree;
import io.tiktoktoe.privacy.question.ContributionBounds;
import java.util.Arrays;

/**
 * Quantiles from a noisy tree of counts over equal widths between two bounds: consistent leaves,
 * their distribution function made rising, and its inverse. Post-processing. O(leaves).
 */
final class NoisyQuantiles {

  private final ContributionBounds bounds;
  private final double[] below;
  private final double rankError;

  private NoisyQuantiles(ContributionBounds bounds, double[] below, double rankError) {
    this.bounds = bounds;
    this.below = below;
    this.rankError = rankError;
  }

  static NoisyQuantiles of(
      ContributionBounds bounds, CountTree tree, double[] noisy, double deviation) {
    double[] below = tree.consistent(noisy);
    Arrays.parallelPrefix(below, Double::sum);
    rise(below);
    double rankError = deviation * Math.sqrt(tree.levels() * (Part.QUANTILE_FAN_OUT - 1) / 2.0);
    return new NoisyQuantiles(bounds, below, rankError);
  }

  /** Halfway between the highest so far and the lowest to come: rising, and no end is favoured. */
  private static void rise(double[] below) {
    double[] lowest = below.clone();
    for (int i = lowest.length - 2; i >= 0; i--) {
      lowest[i] = Math.min(lowest[i], lowest[i + 1]);
    }
    double highest = 0;
    for (int i = 0; i < below.length; i++) {
      highest = Math.max(highest, below[i]);
      below[i] = Math.max(0, (highest + Math.max(0, lowest[i])) / 2);
    }
  }

  /** The amount below which this share of persons lies. */
  double at(double probability) {
    return atRank(probability * persons());
  }

  private double persons() {
    return below[below.length - 1];
  }

  private double atRank(double rank) {
    double wanted = Math.clamp(rank, 0, Math.max(0, persons()));
    int low = 0;
    int high = below.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (below[middle] < wanted) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    double before = low == 0 ? 0 : below[low - 1];
    double inside = below[low] - before;
    double share = inside > 0 ? Math.clamp((wanted - before) / inside, 0, 1) : 0.5;
    return bounds.lowest() + (low + share) * width();
  }

  private double width() {
    return ((double) bounds.highest() - bounds.lowest()) / below.length;
  }

  /** Half of the range of amounts whose ranks noise confuses; at least half a leaf. */
  double halfWidth(double probability, double deviations) {
    double range = (double) bounds.highest() - bounds.lowest();
    double rank = probability * persons();
    double off = deviations * rankError;
    if (rank - off <= 0 || rank + off >= persons()) {
      double value = atRank(rank);
      double lower = rank - off <= 0 ? bounds.lowest() : atRank(rank - off);
      double upper = rank + off >= persons() ? bounds.highest() : atRank(rank + off);
      return Math.clamp(Math.max(value - lower, upper - value), width() / 2, range);
    }
    double value = atRank(rank);
    double half = Math.max(value - atRank(rank - off), atRank(rank + off) - value);
    return Math.max(half, width() / 2);
  }
}
