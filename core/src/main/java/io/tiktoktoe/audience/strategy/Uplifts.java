package io.tiktoktoe.audience.strategy;

import io.tiktoktoe.stats.NormalShrinkage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the uplifts of every action on every segment: stated priors at first, then what
 * trials teach (doubly robust estimates, empirical Bayes towards the priors). What is learned of
 * one segment moves the belief of the others too, as far as segments prove alike. Immutable.
 */
public final class Uplifts {

  private final ActionCatalogue catalogue;
  private final List<TargetSegment> segments;
  private final Map<Cell, Estimated> estimated;
  private final List<Uplift> all;

  /** An action on a segment for a goal, by their places. */
  private record Cell(int action, int segment, Goal goal) {}

  /** What trials alone say: an estimate and its variance. */
  private record Estimated(double value, double variance, long trials, boolean experiment) {

    /** Both, weighed by their precision. */
    Estimated and(Estimated other) {
      double weight = 1 / variance + 1 / other.variance;
      return new Estimated(
          (value / variance + other.value / other.variance) / weight,
          1 / weight,
          trials + other.trials,
          experiment && other.experiment);
    }
  }

  private Uplifts(
      ActionCatalogue catalogue, List<TargetSegment> segments, Map<Cell, Estimated> estimated) {
    this.catalogue = catalogue;
    this.segments = List.copyOf(segments);
    this.estimated = Map.copyOf(estimated);
    List<Uplift> uplifts = new ArrayList<>();
    for (int action = 0; action < catalogue.actions().size(); action++) {
      for (Goal goal : Goal.values()) {
        addUplifts(action, goal, uplifts);
      }
    }
    this.all = List.copyOf(uplifts);
  }

  /** The stated priors alone. */
  public static Uplifts priors(ActionCatalogue catalogue, List<TargetSegment> segments) {
    return new Uplifts(catalogue, segments, Map.of());
  }

  /**
   * The same after these trials. Where there are fewer than eight fans with an action or without
   * any, nothing is learned of it.
   *
   * @param trials whose indices are those of the catalogue's actions and of the segments
   * @param seed of the folds in which rows are put
   */
  public Uplifts learning(UpliftTrials trials, long seed) {
    Map<Cell, Estimated> more = new HashMap<>(estimated);
    for (int action = 0; action < catalogue.actions().size(); action++) {
      for (int segment = 0; segment < segments.size(); segment++) {
        if (TreatmentEffect.isPossible(trials, segment, action)) {
          for (Goal goal : trials.outcomes().keySet()) {
            TreatmentEffect.Estimate estimate =
                TreatmentEffect.of(trials, goal, segment, action, seed);
            add(more, new Cell(action, segment, goal), estimate);
          }
        }
      }
    }
    return new Uplifts(catalogue, segments, more);
  }

  private static void add(Map<Cell, Estimated> all, Cell cell, TreatmentEffect.Estimate estimate) {
    double deviation = estimate.relativeDeviation();
    // Outcomes that never differ, such as nobody leaving, tell nothing of a relative change.
    if (Double.isFinite(estimate.relative()) && deviation > 0 && deviation < 1e6) {
      Estimated one =
          new Estimated(
              estimate.relative(), deviation * deviation, estimate.treated(), estimate.known());
      all.merge(cell, one, Estimated::and);
    }
  }

  /** The beliefs of one action and goal on all segments. */
  private void addUplifts(int action, Goal goal, List<Uplift> uplifts) {
    EngagementAction one = catalogue.actions().get(action);
    boolean meant = one.priors().containsKey(goal);
    Map<Integer, Estimated> told = new HashMap<>();
    for (int segment = 0; segment < segments.size(); segment++) {
      Estimated value = estimated.get(new Cell(action, segment, goal));
      if (value != null) {
        told.put(segment, value);
      }
    }
    if (!meant && told.isEmpty()) {
      return;
    }
    // Nobody stated a belief of what the action is not meant for: none of 0 is too sure.
    UpliftPrior prior = meant ? one.prior(goal) : new UpliftPrior(0, 0.1, "none stated");
    SegmentBelief belief =
        SegmentBelief.of(
            prior,
            told.values().stream().mapToDouble(Estimated::value).toArray(),
            told.values().stream().mapToDouble(Estimated::variance).toArray());
    for (int segment = 0; segment < segments.size(); segment++) {
      Estimated own = told.get(segment);
      NormalShrinkage.Normal believed =
          own == null ? belief.other() : belief.with(own.value(), own.variance());
      uplifts.add(
          new Uplift(
              one.code(),
              segments.get(segment).name(),
              goal,
              believed.mean(),
              Math.sqrt(believed.variance()),
              footing(told, own),
              own == null ? 0 : own.trials()));
    }
  }

  private static Uplift.Footing footing(Map<Integer, Estimated> told, @Nullable Estimated own) {
    if (told.isEmpty()) {
      return Uplift.Footing.PRIOR;
    }
    boolean experiment =
        own == null ? told.values().stream().allMatch(Estimated::experiment) : own.experiment();
    return experiment ? Uplift.Footing.EXPERIMENT : Uplift.Footing.DECISIONS;
  }

  /** Of all actions, segments and goals of which something is believed. */
  public List<Uplift> all() {
    return all;
  }
}
