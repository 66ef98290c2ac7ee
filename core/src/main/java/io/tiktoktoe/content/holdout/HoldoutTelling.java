package io.tiktoktoe.content.holdout;

import io.tiktoktoe.content.attribution.Attribution;
import io.tiktoktoe.content.holdout.HoldoutEffects.Group;
import io.tiktoktoe.content.holdout.HoldoutEffects.Outcome;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.ContentHoldout;
import io.tiktoktoe.content.insight.ContentHoldouts;
import io.tiktoktoe.content.insight.ContentKind;
import io.tiktoktoe.content.insight.CreatorContent;
import io.tiktoktoe.content.insight.HoldoutArm;
import io.tiktoktoe.content.insight.HoldoutCalibration;
import io.tiktoktoe.content.insight.IndirectValue.Estimate;
import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.stats.NormalShrinkage;
import io.tiktoktoe.stats.NormalShrinkage.Normal;
import io.tiktoktoe.stats.WelchDifference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * The effects of randomised holdouts and what they say of attribution: differences of means with
 * earlier payments taken out (regression adjustment, CUPED: Deng and others 2013), with Welch's
 * interval; factors by empirical Bayes.
 */
public final class HoldoutTelling {

  /** Fans an arm needs: means of fewer payments are nothing like normal. */
  static final int LEAST_FANS = 20;

  /** Fans from which on the slope on earlier payments is known well enough to be used. */
  private static final int SLOPE_FANS = 60;

  /** Spread of a type's factor about 1 before any holdout. */
  private static final double PRIOR_SPREAD = 0.5;

  /** Contents of a type do not all have one factor; least variance between them. */
  private static final double LEAST_BETWEEN = 0.04;

  private final ContentHistory history;
  private final Attribution attribution;
  private final Map<Integer, Measured> measured = new TreeMap<>();
  private double between;

  /** A holdout with an effect that is known. */
  private record Measured(ContentKind kind, double ratio, double variance) {}

  private HoldoutTelling(ContentHistory history, Attribution attribution) {
    this.history = history;
    this.attribution = attribution;
  }

  /** Tells of all holdouts; empty lists where nothing was withheld. */
  public static ContentHoldouts of(ContentHistory history, Attribution attribution) {
    return new HoldoutTelling(history, attribution).told();
  }

  private ContentHoldouts told() {
    Map<Integer, Group> groups = HoldoutEffects.of(history, attribution);
    groups.forEach(this::measure);
    between = Math.max(LEAST_BETWEEN, between());
    Map<ContentKind, Normal> factors = new EnumMap<>(ContentKind.class);
    List<HoldoutCalibration> calibrations = new ArrayList<>();
    for (ContentKind kind : ContentKind.values()) {
      List<Measured> own = measured.values().stream().filter(one -> one.kind == kind).toList();
      Normal factor = factor(own);
      factors.put(kind, factor);
      if (!own.isEmpty()) {
        Interval interval = Interval.normal(factor.mean(), error(factor), Interval.WIDE);
        calibrations.add(new HoldoutCalibration(kind, own.size(), factor.mean(), interval));
      }
    }
    List<ContentHoldout> holdouts = new ArrayList<>();
    groups.forEach((content, group) -> holdouts.add(holdout(content, group, factors)));
    holdouts.sort(
        Comparator.comparing((ContentHoldout one) -> published(one.content())).reversed());
    return new ContentHoldouts(holdouts, calibrations);
  }

  private Instant published(String id) {
    return history.contents().stream()
        .filter(one -> one.id().equals(id))
        .map(CreatorContent::published)
        .findFirst()
        .orElseThrow();
  }

  private static double error(Normal one) {
    return Math.sqrt(one.variance());
  }

  private void measure(int content, Group group) {
    double attributed = attributed(group);
    incremental(group)
        .filter(effect -> attributed > 0)
        .ifPresent(
            effect -> {
              double error = width(effect.interval()) / attributed;
              ContentKind kind = history.contents().get(content).kind();
              measured.put(content, new Measured(kind, effect.value() / attributed, error * error));
            });
  }

  /** The standard error that a 95% interval of a normal estimate has. */
  private static double width(Interval interval) {
    return (interval.hi() - interval.lo()) / 2 / Interval.z(interval.confidence());
  }

  private double between() {
    return NormalShrinkage.between(
        measured.values().stream().mapToDouble(Measured::ratio).toArray(),
        measured.values().stream().mapToDouble(Measured::variance).toArray());
  }

  /** A type's factor: attribution is right unless holdouts say otherwise. */
  private Normal factor(List<Measured> own) {
    double known = 1 / (PRIOR_SPREAD * PRIOR_SPREAD);
    double sum = known;
    for (Measured one : own) {
      double weight = 1 / (one.variance + between);
      known += weight;
      sum += weight * one.ratio;
    }
    return new Normal(sum / known, 1 / known);
  }

  private ContentHoldout holdout(int content, Group group, Map<ContentKind, Normal> factors) {
    CreatorContent about = history.contents().get(content);
    return new ContentHoldout(
        about.id(),
        about.kind(),
        arm(group, Outcome::shown),
        arm(group, one -> !one.shown()),
        group.mixed(),
        group.running(),
        incremental(group),
        effect(group, Outcome::payments),
        attributed(group),
        Optional.ofNullable(measured.get(content))
            .map(own -> calibrated(content, own, factors.getOrDefault(own.kind, ONE))));
  }

  private static final Normal ONE = new Normal(1, PRIOR_SPREAD * PRIOR_SPREAD);

  /** The whole direct value of a content times its own factor. */
  private Estimate calibrated(int content, Measured own, Normal kind) {
    Normal factor = NormalShrinkage.shrunk(own.ratio, own.variance, kind, between);
    double direct = attribution.directTotal(content);
    double variance =
        direct * direct * factor.variance()
            + factor.mean() * factor.mean() * Math.max(1, attribution.variance()[content]);
    double value = factor.mean() * direct;
    return new Estimate(value, Interval.normal(value, Math.sqrt(variance), Interval.WIDE));
  }

  private static HoldoutArm arm(Group group, Predicate<Outcome> which) {
    List<Outcome> arm = group.outcomes().stream().filter(which).toList();
    return new HoldoutArm(
        arm.size(),
        (int) arm.stream().filter(Outcome::watched).count(),
        (int) arm.stream().filter(one -> one.payments() > 0).count(),
        arm.stream().mapToInt(Outcome::payments).sum(),
        arm.stream().mapToLong(Outcome::net).sum());
  }

  private static double attributed(Group group) {
    return group.outcomes().stream().filter(Outcome::shown).mapToDouble(Outcome::credited).sum();
  }

  private static Optional<Estimate> incremental(Group group) {
    return effect(group, Outcome::net);
  }

  /** What the content added for all of whom it was offered. */
  private static Optional<Estimate> effect(Group group, ToDoubleFunction<Outcome> measure) {
    List<Outcome> all = group.outcomes();
    double slope = all.size() < SLOPE_FANS ? 0 : slope(all, measure);
    double[] shown = adjusted(all, Outcome::shown, measure, slope);
    double[] withheld = adjusted(all, one -> !one.shown(), measure, slope);
    if (Math.min(shown.length, withheld.length) < LEAST_FANS) {
      return Optional.empty();
    }
    return WelchDifference.of(shown, withheld, Interval.WIDE)
        .map(
            one ->
                new Estimate(
                    shown.length * one.difference(),
                    one.interval().map(end -> shown.length * end)));
  }

  private static double[] adjusted(
      List<Outcome> all,
      Predicate<Outcome> which,
      ToDoubleFunction<Outcome> measure,
      double slope) {
    return all.stream()
        .filter(which)
        .mapToDouble(one -> measure.applyAsDouble(one) - slope * one.before())
        .toArray();
  }

  /** Of the measure on earlier payments, about the means of each arm. */
  private static double slope(List<Outcome> all, ToDoubleFunction<Outcome> measure) {
    double products = 0;
    double squares = 0;
    for (boolean shown : new boolean[] {true, false}) {
      List<Outcome> arm = all.stream().filter(one -> one.shown() == shown).toList();
      double before = arm.stream().mapToDouble(Outcome::before).average().orElse(0);
      double after = arm.stream().mapToDouble(measure).average().orElse(0);
      for (Outcome one : arm) {
        products += (one.before() - before) * (measure.applyAsDouble(one) - after);
        squares += (one.before() - before) * (one.before() - before);
      }
    }
    return squares > 0 ? products / squares : 0;
  }
}
