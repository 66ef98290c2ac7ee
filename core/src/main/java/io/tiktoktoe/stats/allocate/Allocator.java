package io.tiktoktoe.stats.allocate;

import io.tiktoktoe.work.Progress;

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
    throw new UnsupportedOperationException("not built yet");
  }

  /**
   * Choices to choose from: the augmented epsilon-constraint method (Mavrotas 2009).
   *
   * @param progress hears of each step and may cancel
   */
  public static ParetoFront front(
      AllocationProblem problem, AllocationOptions options, Progress progress) {
    throw new UnsupportedOperationException("not built yet");
  }
}
