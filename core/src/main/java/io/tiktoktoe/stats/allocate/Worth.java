package io.tiktoktoe.stats.allocate;

import io.tiktoktoe.work.Parallel;
import io.tiktoktoe.work.Progress;

/** What options are worth at given prices: reduced costs. */
final class Worth {

  /** Options of one block, small enough for the cache of a core. */
  private static final int BLOCK = 2048;

  private static final int MOST_CHUNKS = 64;

  private final AllocationProblem problem;
  private final double[] worth;

  Worth(
      AllocationProblem problem, double[] value, double[] prices, int threads, Progress progress) {
    this.problem = problem;
    this.worth = value.clone();
    int blocks = (worth.length + BLOCK - 1) / BLOCK;
    int chunks = Math.clamp(blocks, 1, MOST_CHUNKS);
    Parallel.map(
        "pricing",
        chunks,
        threads,
        progress,
        chunk -> {
          int last = (int) ((long) blocks * (chunk + 1) / chunks);
          for (int block = (int) ((long) blocks * chunk / chunks); block < last; block++) {
            charge(prices, block * BLOCK, Math.min(worth.length, (block + 1) * BLOCK));
          }
          return chunk;
        });
  }

  private void charge(double[] prices, int from, int to) {
    for (int k = 0; k < prices.length; k++) {
      if (prices[k] > 0) {
        Limit limit = problem.limits().get(k);
        limit.charge(limit.sign() * prices[k], worth, from, from, to);
      }
    }
  }

  /** The worth of an option, or of nothing, which is 0. */
  double of(int option) {
    return option == Allocation.NOTHING ? 0 : worth[option];
  }

  /** The best for a segment; nothing where no option is worth its prices. */
  int best(int segment) {
    int best = Allocation.NOTHING;
    double most = 0;
    for (int option = problem.first(segment); option < problem.first(segment + 1); option++) {
      if (worth[option] > most) {
        most = worth[option];
        best = option;
      }
    }
    return best;
  }

  /** The choice that is best for each segment at the prices. */
  Choice best() {
    int[] taken = new int[problem.segments()];
    for (int segment = 0; segment < taken.length; segment++) {
      taken[segment] = best(segment);
    }
    return new Choice(problem, taken);
  }
}
