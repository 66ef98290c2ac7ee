package io.tiktoktoe.stats.allocate;

import io.tiktoktoe.work.Progress;
import java.util.List;
import java.util.Optional;

/**
 * Chooses at most one option a segment within all limits: lexicographic and epsilon-constraint
 * multi-objective integer programming. Pure and deterministic: the same problem and options give
 * the same choice on any number of threads.
 */
public final class Allocator {

  private Allocator() {}

  /**
   * The best choice by the objectives in their order: what is best for the first, among those (with
   * its tolerance) what is best for the second, and so on (lexicographic optimisation).
   *
   * @param progress hears of each step and may cancel
   */
  public static AllocationOutcome lexicographic(
      AllocationProblem problem, AllocationOptions options, Progress progress) {
    Feasibility feasibility = new Feasibility(problem, options, progress);
    Optional<Choice> known = feasibility.choice();
    if (known.isEmpty()) {
      return feasibility.relaxations();
    }
    return new Lexicographic(problem, options, progress).best(known.get());
  }

  /**
   * Choices to choose from: the augmented epsilon-constraint method (Mavrotas 2009).
   *
   * @param progress hears of each step and may cancel
   */
  public static ParetoFront front(
      AllocationProblem problem, AllocationOptions options, Progress progress) {
    return new Feasibility(problem, options, progress)
        .choice()
        .map(known -> new EpsilonConstraint(problem, options, progress).front(known))
        .orElse(new ParetoFront(List.of(), true));
  }
}
