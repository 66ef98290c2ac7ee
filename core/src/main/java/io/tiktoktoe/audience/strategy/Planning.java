package io.tiktoktoe.audience.strategy;

import io.tiktoktoe.answer.Message;
import io.tiktoktoe.audience.strategy.EngagementStrategy.Expected;
import io.tiktoktoe.audience.strategy.EngagementStrategy.FrontPlan;
import io.tiktoktoe.audience.strategy.EngagementStrategy.Means;
import io.tiktoktoe.audience.strategy.EngagementStrategy.PlannedAction;
import io.tiktoktoe.audience.strategy.PossibleActions.Candidate;
import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.stats.allocate.Allocation;
import io.tiktoktoe.stats.allocate.AllocationOptions;
import io.tiktoktoe.stats.allocate.AllocationOutcome;
import io.tiktoktoe.stats.allocate.AllocationProblem;
import io.tiktoktoe.stats.allocate.Allocator;
import io.tiktoktoe.stats.allocate.ParetoFront;
import io.tiktoktoe.work.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One strategy being made. */
final class Planning {

  private final PossibleActions candidates;
  private final List<TargetSegment> segments;
  private final StrategyConstraints constraints;
  private final StrategyOptions options;
  private final Uplifts uplifts;
  private final Progress progress;

  Planning(
      PossibleActions candidates,
      List<TargetSegment> segments,
      StrategyConstraints constraints,
      StrategyOptions options,
      Uplifts uplifts,
      Progress progress) {
    this.candidates = candidates;
    this.segments = segments;
    this.constraints = constraints;
    this.options = options;
    this.uplifts = uplifts;
    this.progress = progress;
  }

  EngagementStrategy strategy() {
    AllocationProblem problem = problem();
    AllocationOptions search =
        AllocationOptions.defaults()
            .withTolerances(List.of(options.tolerance(), options.tolerance()))
            .withFrontPoints(options.frontPoints());
    return switch (Allocator.lexicographic(problem, search, progress)) {
      case Allocation best -> planned(problem, best, Allocator.front(problem, search, progress));
      case AllocationOutcome.Infeasible none -> impossible(problem, none);
    };
  }

  private AllocationProblem problem() {
    List<double[]> objectives = new ArrayList<>();
    for (Goal goal : options.priorities()) {
      objectives.add(values(goal));
    }
    AllocationProblem problem = AllocationProblem.of(candidates.first(), objectives);
    return new StrategyLimits(candidates.all(), segments, constraints).addedTo(problem);
  }

  private double[] values(Goal goal) {
    return candidates.all().stream().mapToDouble(one -> one.lower()[goal.ordinal()]).toArray();
  }

  private EngagementStrategy planned(
      AllocationProblem problem, Allocation best, ParetoFront front) {
    List<Candidate> chosen = chosen(best);
    List<Message> advice = new ArrayList<>();
    List<Means> means = means(problem, best, advice);
    if (chosen.isEmpty()) {
      advice.add(new StrategyAdvice.NothingWorthDoing(options.confidence()));
    }
    tryFirst(chosen).ifPresent(advice::add);
    return new EngagementStrategy(
        options.priorities(),
        chosen.stream().map(this::planned).toList(),
        together(chosen),
        means,
        front.points().stream().map(this::frontPlan).toList(),
        best.exact() && front.certified(),
        best.gap(0),
        uplifts.all(),
        advice);
  }

  private List<Candidate> chosen(Allocation best) {
    List<Candidate> chosen = new ArrayList<>();
    for (int segment = 0; segment < segments.size(); segment++) {
      int option = best.chosen(segment);
      if (option != Allocation.NOTHING) {
        chosen.add(candidates.all().get(option));
      }
    }
    return chosen;
  }

  private PlannedAction planned(Candidate one) {
    List<Expected> expected = new ArrayList<>();
    for (Goal goal : Goal.values()) {
      int at = goal.ordinal();
      expected.add(new Expected(goal, one.means()[at], one.lower()[at], one.footings()[at]));
    }
    return new PlannedAction(
        one.segment().name(), one.action().code(), one.fans(), one.cost(), one.hours(), expected);
  }

  /** Sums; errors of one action on several segments go together, those of different ones do not. */
  private List<Expected> together(List<Candidate> chosen) {
    List<Expected> sums = new ArrayList<>();
    for (Goal goal : Goal.values()) {
      int at = goal.ordinal();
      double mean = 0;
      Map<String, Double> deviations = new HashMap<>();
      Uplift.Footing weakest = Uplift.Footing.EXPERIMENT;
      boolean any = false;
      for (Candidate one : chosen) {
        mean += one.means()[at];
        deviations.merge(one.action().code(), one.deviations()[at], Double::sum);
        boolean counts = one.means()[at] != 0;
        any |= counts;
        weakest =
            counts && one.footings()[at].compareTo(weakest) < 0 ? one.footings()[at] : weakest;
      }
      double deviation =
          Math.sqrt(deviations.values().stream().mapToDouble(one -> one * one).sum());
      double reach = deviation * Interval.z(options.confidence());
      sums.add(new Expected(goal, mean, mean - reach, any ? weakest : Uplift.Footing.PRIOR));
    }
    return sums;
  }

  private List<Means> means(AllocationProblem problem, Allocation best, List<Message> advice) {
    List<Means> means = new ArrayList<>();
    for (int k = 0; k < problem.limits().size(); k++) {
      String name = problem.limits().get(k).name();
      means.add(new Means(name, problem.limits().get(k).bound(), best.use(k), best.price(k)));
      if (best.price(k) > 0) {
        advice.add(
            new StrategyAdvice.WorthOfMore(name, options.priorities().getFirst(), best.price(k)));
      }
    }
    return means;
  }

  private FrontPlan frontPlan(Allocation point) {
    List<Double> lower = new ArrayList<>(Collections.nCopies(Goal.values().length, 0.0));
    for (int at = 0; at < options.priorities().size(); at++) {
      lower.set(options.priorities().get(at).ordinal(), point.total(at));
    }
    List<Candidate> chosen = chosen(point);
    return new FrontPlan(lower, chosen.stream().mapToDouble(Candidate::cost).sum(), chosen.size());
  }

  /** The action of the plan that stands on a prior alone and of which most depends. */
  private Optional<Message> tryFirst(List<Candidate> chosen) {
    int first = options.priorities().getFirst().ordinal();
    return chosen.stream()
        .filter(one -> one.footings()[first] == Uplift.Footing.PRIOR)
        .filter(one -> one.deviations()[first] > 0)
        .max(Comparator.comparingDouble(one -> one.deviations()[first]))
        .map(
            one ->
                new StrategyAdvice.TryFirst(
                    one.segment().name(),
                    one.action().code(),
                    options.priorities().getFirst(),
                    one.deviations()[first]));
  }

  private EngagementStrategy impossible(
      AllocationProblem problem, AllocationOutcome.Infeasible none) {
    List<Message> advice = new ArrayList<>();
    none.alone()
        .forEach(
            one ->
                advice.add(new StrategyAdvice.RelaxAlone(one.limit(), one.bound(), one.needed())));
    none.together()
        .forEach(
            one ->
                advice.add(
                    new StrategyAdvice.RelaxTogether(one.limit(), one.bound(), one.needed())));
    List<Means> means =
        problem.limits().stream()
            .map(limit -> new Means(limit.name(), limit.bound(), 0, 0))
            .toList();
    return new EngagementStrategy(
        options.priorities(),
        List.of(),
        together(List.of()),
        means,
        List.of(),
        true,
        0,
        uplifts.all(),
        advice);
  }
}
