package io.tiktoktoe.stats.allocate;

import io.tiktoktoe.stats.allocate.AllocationOutcome.Infeasible;
import io.tiktoktoe.stats.allocate.AllocationOutcome.Relaxation;
import io.tiktoktoe.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds some allowed choice, or which limits have to give way and by how much. */
final class Feasibility {

  private final AllocationProblem problem;
  private final AllocationOptions options;
  private final Progress progress;

  Feasibility(AllocationProblem problem, AllocationOptions options, Progress progress) {
    this.problem = problem;
    this.options = options;
    this.progress = progress;
  }

  /** An allowed choice, sought by serving each limit in turn as well as it can be. */
  Optional<Choice> choice() {
    Choice nothing = Choice.nothing(problem);
    if (nothing.allowed()) {
      return Optional.of(nothing);
    }
    for (int k = 0; k < problem.limits().size(); k++) {
      Optional<Choice> served =
          serving(k, others(k)).map(one -> new Choice(problem, one.taken)).filter(Choice::allowed);
      if (served.isPresent()) {
        return served;
      }
    }
    return Optional.empty();
  }

  /** Which limits keep every choice from being allowed. */
  Infeasible relaxations() {
    List<Relaxation> alone = new ArrayList<>();
    for (int k = 0; k < problem.limits().size(); k++) {
      Limit limit = problem.limits().get(k);
      serving(k, others(k)).ifPresent(one -> alone.add(relaxed(limit, one)));
    }
    return new Infeasible(together(), alone);
  }

  /** Each limit that cannot be kept beside those before it gives way as little as it must. */
  private List<Relaxation> together() {
    List<Limit> kept = new ArrayList<>();
    List<Integer> open = new ArrayList<>();
    for (int k = 0; k < problem.limits().size(); k++) {
      Limit limit = problem.limits().get(k);
      if (limit.excess(0) > 0) {
        open.add(k);
      } else {
        kept.add(limit);
      }
    }
    List<Relaxation> all = new ArrayList<>();
    for (int k : open) {
      Limit limit = problem.limits().get(k);
      Choice served = serving(k, kept).orElseGet(() -> Choice.nothing(problem.withLimits(kept)));
      Relaxation relaxation = relaxed(limit, served);
      if (limit.excess(relaxation.needed()) > 0) {
        all.add(relaxation);
        kept.add(limit.withBound(relaxation.needed()));
      } else {
        kept.add(limit);
      }
    }
    return all;
  }

  private List<Limit> others(int left) {
    List<Limit> others = new ArrayList<>(problem.limits());
    others.remove(left);
    return others;
  }

  private Relaxation relaxed(Limit limit, Choice choice) {
    Choice counted = new Choice(problem.withLimits(List.of(limit)), choice.taken);
    return new Relaxation(limit.name(), limit.bound(), counted.uses()[0]);
  }

  /** The choice that serves one limit best among those that keep others. */
  private Optional<Choice> serving(int k, List<Limit> others) {
    Limit limit = problem.limits().get(k);
    double[] value = new double[problem.options()];
    limit.charge(limit.sign(), value, 0, 0, value.length);
    AllocationProblem without = problem.withLimits(others);
    Choice nothing = Choice.nothing(without);
    Optional<Choice> known = nothing.allowed() ? Optional.of(nothing) : Optional.empty();
    return SingleObjective.solve(without, value, known, options, progress).choice();
  }
}
