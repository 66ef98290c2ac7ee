package io.tiktoktoe.content.attribution;

import io.tiktoktoe.content.insight.CreatorContent;
import java.util.Arrays;
import java.util.List;

/**
 * How much each content raises the hazard, beside the mean of its kind: Gamma priors by kind whose
 * shape is learned from how contents differ (empirical Bayes), one for touches and one for being on
 * air.
 */
final class ContentEffects {

  private static final double LEAST_SHAPE = 0.3;
  private static final double MOST_SHAPE = 20;

  /** Contents that the first guess of the shape counts as. */
  private static final double PRIOR_CONTENTS = 10;

  private static final double PRIOR_SPREAD = 0.8;

  private final int[] kinds;
  private final int kindCount;
  private final double[] effects;
  private final double[] credited;

  ContentEffects(List<CreatorContent> contents, int kindCount) {
    this.kinds = contents.stream().mapToInt(one -> one.kind().ordinal()).toArray();
    this.kindCount = kindCount;
    this.effects = new double[kinds.length];
    this.credited = new double[kinds.length];
    Arrays.fill(effects, 1);
  }

  double of(int content) {
    return effects[content];
  }

  /** Expected conversions that a content caused when it was last learned. */
  double credited(int content) {
    return credited[content];
  }

  /**
   * Posterior means.
   *
   * @param caused expected conversions by content
   * @param exposures what they would be with effect 1
   */
  void learn(double[] caused, double[] exposures) {
    double[] counts = new double[kindCount];
    double[] sums = new double[kindCount];
    double all = 0;
    double allExposed = 0;
    for (int i = 0; i < kinds.length; i++) {
      counts[kinds[i]] += caused[i];
      sums[kinds[i]] += exposures[i];
      all += caused[i];
      allExposed += exposures[i];
      credited[i] = caused[i];
    }
    if (!(all > 0 && allExposed > 0)) {
      return;
    }
    double mean = all / allExposed;
    double[] means = new double[kindCount];
    for (int kind = 0; kind < kindCount; kind++) {
      // A kind of which little is known is as all are: ten conversions' worth.
      means[kind] = (counts[kind] + 10) / (sums[kind] + 10 / mean);
    }
    double shape = shape(caused, exposures, means);
    for (int i = 0; i < kinds.length; i++) {
      effects[i] = (shape + caused[i]) / (shape / means[kinds[i]] + exposures[i]);
    }
  }

  /** By moments: how much more the counts differ than chance alone would make them. */
  private double shape(double[] caused, double[] exposures, double[] means) {
    double excess = PRIOR_CONTENTS * PRIOR_SPREAD;
    double squares = PRIOR_CONTENTS;
    for (int i = 0; i < caused.length; i++) {
      double expected = means[kinds[i]] * exposures[i];
      // Weighted so that contents with much exposure do not decide alone.
      double weight = 1 / (1 + expected);
      double miss = caused[i] - expected;
      excess += weight * (miss * miss - caused[i]);
      squares += weight * expected * expected;
    }
    return Math.clamp(squares / Math.max(1e-9, excess), LEAST_SHAPE, MOST_SHAPE);
  }
}
