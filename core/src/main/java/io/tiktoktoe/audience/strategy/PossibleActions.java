package io.tiktoktoe.audience.strategy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What may be done: actions for parts of segments, with their costs and effects, those of one
 * segment in a row.
 *
 * @param first where those of each segment begin, and behind the last
 * @param all one after the other
 */
record PossibleActions(int[] first, List<Candidate> all) {

  /** Parts of a segment that an action may be taken for, of all that are not held out. */
  private static final double[] PARTS = {1, 2.0 / 3, 1.0 / 3};

  /**
   * An action for a part of a segment.
   *
   * @param action its place in the catalogue
   * @param fans for how many
   * @param means expected effects, by goal
   * @param deviations standard errors of them, by goal
   * @param lower lower ends, by goal
   * @param footings by goal
   */
  record Candidate(
      TargetSegment segment,
      EngagementAction action,
      double fans,
      double[] means,
      double[] deviations,
      double[] lower,
      Uplift.Footing[] footings) {

    double cost() {
      return action.cost(fans);
    }

    double hours() {
      return action.hours(fans);
    }

    boolean helps() {
      boolean helps = false;
      for (double one : lower) {
        helps |= one > 0;
      }
      return helps;
    }
  }

  /** An action and a segment by name. */
  private record Pair(String action, String segment) {}

  static PossibleActions of(
      List<TargetSegment> segments,
      ActionCatalogue catalogue,
      Uplifts uplifts,
      StrategyConstraints constraints,
      StrategyOptions options) {
    Map<Pair, List<Uplift>> byPair = new HashMap<>();
    for (Uplift one : uplifts.all()) {
      byPair
          .computeIfAbsent(new Pair(one.action(), one.segment()), absent -> new ArrayList<>())
          .add(one);
    }
    int[] first = new int[segments.size() + 1];
    List<Candidate> all = new ArrayList<>();
    for (int at = 0; at < segments.size(); at++) {
      TargetSegment segment = segments.get(at);
      for (EngagementAction action : catalogue.actions()) {
        List<Uplift> known =
            byPair.getOrDefault(new Pair(action.code(), segment.name()), List.of());
        for (double part : PARTS) {
          double fans = part * (1 - options.holdout()) * segment.fans();
          Candidate one = candidate(segment, action, fans, known, options);
          // What helps nothing is kept only where a least share of fans must get something.
          if (one.helps() || constraints.leastShare() > 0) {
            all.add(one);
          }
        }
      }
      first[at + 1] = all.size();
    }
    return new PossibleActions(first, all);
  }

  private static Candidate candidate(
      TargetSegment segment,
      EngagementAction action,
      double fans,
      List<Uplift> known,
      StrategyOptions options) {
    int goals = Goal.values().length;
    double[] means = new double[goals];
    double[] deviations = new double[goals];
    double[] lower = new double[goals];
    Uplift.Footing[] footings = new Uplift.Footing[goals];
    Arrays.fill(footings, Uplift.Footing.PRIOR);
    for (Uplift one : known) {
      int goal = one.goal().ordinal();
      double base = segment.base(one.goal()) * fans / segment.fans();
      means[goal] = base * one.estimate();
      deviations[goal] = base * one.deviation();
      lower[goal] = base * one.interval(options.confidence()).lo();
      footings[goal] = one.footing();
    }
    return new Candidate(segment, action, fans, means, deviations, lower, footings);
  }
}
