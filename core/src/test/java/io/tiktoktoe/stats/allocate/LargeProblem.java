package io.tiktoktoe.stats.allocate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random problems in which every limit holds something back. */
final class LargeProblem {

  private LargeProblem() {}

  /**
   * Each budget is just what the best choice at drawn prices uses, so that this choice is optimal
   * (Everett 1963).
   */
  static AllocationProblem planted(int segments, int actions, int budgets, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int options = segments * actions;
    int[] first = new int[segments + 1];
    double[] value = random.doubles(options, 0, 10).toArray();
    double[] worth = value.clone();
    List<double[]> uses = new ArrayList<>();
    for (int k = 0; k < budgets; k++) {
      double[] use = random.doubles(options, 1, 10).toArray();
      double price = random.nextDouble(2.0 / budgets);
      for (int option = 0; option < options; option++) {
        worth[option] -= price * use[option];
      }
      uses.add(use);
    }
    double[] bounds = new double[budgets];
    for (int segment = 0; segment < segments; segment++) {
      first[segment + 1] = (segment + 1) * actions;
      int best = -1;
      for (int option = first[segment]; option < first[segment + 1]; option++) {
        best = worth[option] > (best < 0 ? 0 : worth[best]) ? option : best;
      }
      for (int k = 0; k < budgets && best >= 0; k++) {
        bounds[k] += uses.get(k)[best];
      }
    }
    AllocationProblem problem = AllocationProblem.of(first, List.of(value));
    for (int k = 0; k < budgets; k++) {
      problem = problem.with(Limit.atMost("budget " + k, uses.get(k), bounds[k]));
    }
    return problem;
  }
}
