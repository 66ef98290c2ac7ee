package io.tiktoktoe.content.attribution;

import io.tiktoktoe.content.insight.ContentKind;
import io.tiktoktoe.content.insight.CreatorContent;
import java.util.Arrays;
import java.util.List;

/**
 * How much each content raises the hazard: Gamma priors (empirical Bayes) about the mean of its
 * kind, which moves with how much the content is watched, because what attracts many need not move
 * them to pay (confounding by appeal). How far contents differ is learned from their counts.
 */
final class ContentEffects {

  private static final double LEAST_SHAPE = 0.3;
  private static final double MOST_SHAPE = 20;

  /** Contents that the first guess of the shape counts as. */
  private static final double PRIOR_CONTENTS = 10;

  /** Relative variance of effects before anything is known. */
  private static final double PRIOR_SPREAD = 0.8;

  /** Conversions of all kinds that the mean of one kind is shrunk by. */
  private static final double PRIOR_COUNT = 10;

  private static final double SLOPE_PRECISION = 20;
  private static final double STEEPEST = 1.5;

  private final int[] kinds;
  private final double[] appeal;
  private final double[] effects;
  private final double[] credited;
  private double slope;
  private double shape = 1 / PRIOR_SPREAD;

  /**
   * @param touches how often each content was watched
   */
  ContentEffects(List<CreatorContent> contents, double[] touches) {
    this.kinds = contents.stream().mapToInt(one -> one.kind().ordinal()).toArray();
    this.appeal = standing(touches);
    this.effects = new double[kinds.length];
    this.credited = new double[kinds.length];
    Arrays.fill(effects, 1);
  }

  /** Logarithms about the mean of their kind. */
  private double[] standing(double[] touches) {
    double[] sums = new double[ContentKind.values().length];
    double[] counts = new double[sums.length];
    double[] logs = new double[touches.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = Math.log(1 + touches[i]);
      sums[kinds[i]] += logs[i];
      counts[kinds[i]]++;
    }
    for (int i = 0; i < logs.length; i++) {
      logs[i] -= sums[kinds[i]] / counts[kinds[i]];
    }
    return logs;
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
   * @param unsure variances of these counts
   * @param exposures what they would be with effect 1
   */
  void learn(double[] caused, double[] unsure, double[] exposures) {
    System.arraycopy(caused, 0, credited, 0, caused.length);
    if (!(Arrays.stream(caused).sum() > 0 && Arrays.stream(exposures).sum() > 0)) {
      return;
    }
    double[] expected = expected(caused, exposures);
    shape = shape(caused, unsure, expected);
    slope = steeper(caused, expected);
    for (int i = 0; i < kinds.length; i++) {
      // Without exposure the ratio of both is unknown, and the kind's mean stands.
      double mean = exposures[i] > 0 ? expected[i] / exposures[i] : 1;
      effects[i] = (shape + caused[i]) / (shape / mean + exposures[i]);
    }
  }

  /** What contents would cause if each were as its kind and appeal say. */
  private double[] expected(double[] caused, double[] exposures) {
    double[] counts = new double[ContentKind.values().length];
    double[] sums = new double[counts.length];
    double all = 0;
    double allExposed = 0;
    double[] tilted = new double[exposures.length];
    for (int i = 0; i < kinds.length; i++) {
      tilted[i] = exposures[i] * Math.exp(slope * appeal[i]);
      counts[kinds[i]] += caused[i];
      sums[kinds[i]] += tilted[i];
      all += caused[i];
      allExposed += tilted[i];
    }
    double mean = all / allExposed;
    for (int i = 0; i < kinds.length; i++) {
      int kind = kinds[i];
      tilted[i] *= (counts[kind] + PRIOR_COUNT) / (sums[kind] + PRIOR_COUNT / mean);
    }
    return tilted;
  }

  /** One Newton step of a quasi-Poisson regression on appeal, towards no slope. */
  private double steeper(double[] caused, double[] expected) {
    double gradient = -SLOPE_PRECISION * slope;
    double curve = SLOPE_PRECISION;
    for (int i = 0; i < caused.length; i++) {
      double weight = 1 / (1 + expected[i] / shape);
      gradient += weight * (caused[i] - expected[i]) * appeal[i];
      curve += weight * expected[i] * appeal[i] * appeal[i];
    }
    return Math.clamp(slope + gradient / curve, -STEEPEST, STEEPEST);
  }

  /** By moments: how much more the counts differ than chance alone would make them. */
  private static double shape(double[] caused, double[] unsure, double[] expected) {
    double excess = PRIOR_CONTENTS * PRIOR_SPREAD;
    double squares = PRIOR_CONTENTS;
    for (int i = 0; i < caused.length; i++) {
      // Weighted so that contents with much exposure do not decide alone.
      double weight = 1 / (1 + expected[i]);
      double miss = caused[i] - expected[i];
      excess += weight * (miss * miss + unsure[i] - caused[i]);
      squares += weight * expected[i] * expected[i];
    }
    return Math.clamp(squares / Math.max(1e-9, excess), LEAST_SHAPE, MOST_SHAPE);
  }
}
