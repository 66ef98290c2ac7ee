package io.tiktoktoe.audience.strategy;

import io.tiktoktoe.audience.strategy.PossibleActions.Candidate;
import io.tiktoktoe.stats.allocate.AllocationProblem;
import io.tiktoktoe.stats.allocate.Limit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** A creator's constraints as limits on what may be done. */
final class StrategyLimits {

  private final List<Candidate> candidates;
  private final List<TargetSegment> segments;
  private final StrategyConstraints constraints;

  StrategyLimits(
      List<Candidate> candidates, List<TargetSegment> segments, StrategyConstraints constraints) {
    this.candidates = candidates;
    this.segments = segments;
    this.constraints = constraints;
  }

  AllocationProblem addedTo(AllocationProblem problem) {
    AllocationProblem all = atMost(problem, "budget", Candidate::cost, constraints.budget());
    all = atMost(all, "hours", Candidate::hours, constraints.hours());
    all =
        atMost(
            all, "contacts", one -> one.action().contacts() * one.fans(), constraints.contacts());
    if (constraints.mostLoss() < 1 && Double.isFinite(constraints.budget())) {
      int income = Goal.MONETIZATION.ordinal();
      all =
          atMost(
              all,
              "loss",
              one -> Math.max(0, one.cost() - one.lower()[income]),
              constraints.mostLoss() * constraints.budget());
    }
    return withFloors(withShares(withCapacities(all)));
  }

  private AllocationProblem atMost(
      AllocationProblem problem, String name, ToDoubleFunction<Candidate> use, double bound) {
    return Double.isFinite(bound) ? problem.with(Limit.atMost(name, uses(use), bound)) : problem;
  }

  private double[] uses(ToDoubleFunction<Candidate> use) {
    return candidates.stream().mapToDouble(use).toArray();
  }

  private AllocationProblem withCapacities(AllocationProblem problem) {
    Map<String, Double> most = new LinkedHashMap<>();
    for (Candidate one : candidates) {
      String code = one.action().code();
      double own = constraints.mostFans().getOrDefault(code, Double.POSITIVE_INFINITY);
      most.put(code, Math.min(one.action().mostFans(), own));
    }
    AllocationProblem all = problem;
    for (Map.Entry<String, Double> one : most.entrySet()) {
      String code = one.getKey();
      all =
          atMost(
              all,
              "capacity:" + code,
              candidate -> candidate.action().code().equals(code) ? candidate.fans() : 0,
              one.getValue());
    }
    return all;
  }

  private AllocationProblem withShares(AllocationProblem problem) {
    AllocationProblem all = problem;
    Set<String> groups = new LinkedHashSet<>();
    segments.forEach(one -> groups.add(one.group()));
    for (String group : constraints.leastShare() > 0 ? groups : Set.<String>of()) {
      double fans =
          segments.stream()
              .filter(one -> one.group().equals(group))
              .mapToDouble(TargetSegment::fans)
              .sum();
      double[] uses = uses(one -> one.segment().group().equals(group) ? one.fans() : 0);
      all = all.with(Limit.atLeast("share:" + group, uses, constraints.leastShare() * fans));
    }
    return all;
  }

  private AllocationProblem withFloors(AllocationProblem problem) {
    AllocationProblem all = problem;
    for (Goal goal : Goal.values()) {
      Double least = constraints.floors().get(goal);
      if (least != null) {
        double[] uses = uses(one -> one.lower()[goal.ordinal()]);
        all = all.with(Limit.atLeast("floor:" + goal.label(), uses, least));
      }
    }
    return all;
  }
}
