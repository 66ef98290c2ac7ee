package io.tiktoktoe.stats.allocate;

/**
 * Typical sizes, by which a problem is counted so that rounding does not depend on its units.
 *
 * @param value of the best option of a segment, above 0
 * @param uses of each limit, above 0
 */
record Scales(double value, double[] uses) {

  static Scales of(AllocationProblem problem, double[] value) {
    double[] uses = new double[problem.limits().size()];
    for (int k = 0; k < uses.length; k++) {
      Limit limit = problem.limits().get(k);
      uses[k] = typical(problem, limit::use);
    }
    return new Scales(typical(problem, option -> value[option]), uses);
  }

  /** The mean over segments of the largest size; of a large problem over some of them. */
  private static double typical(
      AllocationProblem problem, java.util.function.IntToDoubleFunction of) {
    int stride = Math.max(1, problem.segments() / 10_000);
    double sum = 0;
    int many = 0;
    for (int segment = 0; segment < problem.segments(); segment += stride) {
      double most = 0;
      for (int option = problem.first(segment); option < problem.first(segment + 1); option++) {
        most = Math.max(most, Math.abs(of.applyAsDouble(option)));
      }
      sum += most;
      many += most > 0 ? 1 : 0;
    }
    return many == 0 ? 1 : sum / many;
  }

  /** Typical sizes of the prices. */
  double[] prices() {
    double[] prices = new double[uses.length];
    for (int k = 0; k < prices.length; k++) {
      prices[k] = value / uses[k];
    }
    return prices;
  }
}
