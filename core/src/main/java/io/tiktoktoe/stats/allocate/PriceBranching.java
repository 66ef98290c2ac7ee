package io.tiktoktoe.stats.allocate;

import io.tiktoktoe.work.Progress;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Branch and bound over segments for problems with several tight limits: where the search by losses
 * is too long, the segment that is hardest to decide is decided in every way, and each way is
 * priced anew, by which its bound falls and most options drop out (variable fixing by reduced
 * costs, Balas and Zemel 1980).
 */
final class PriceBranching {

  /** Nodes of the search by losses before a branch is split: of the first one, and of others. */
  private static final long FIRST_NODES = 1_000_000;

  private static final long NODES = 4_000;

  /** Temperatures of the smoothed dual in a branch, in typical values of a segment. */
  private static final double WARM = 1e-3;

  private static final double COLD = 1e-6;

  private static final int STEPS = 6;

  private final AllocationProblem problem;
  private final double[] value;
  private final Scales scales;
  private final double step;
  private final Progress progress;
  private long left;
  private int[] best;
  private double most;
  private boolean known;
  private boolean stopped;

  /**
   * A search.
   *
   * @param step least difference of two choices' values that matters
   * @param nodes in all
   */
  PriceBranching(
      AllocationProblem problem,
      double[] value,
      Scales scales,
      double step,
      long nodes,
      Progress progress) {
    this.problem = problem;
    this.value = value;
    this.scales = scales;
    this.step = step;
    this.left = nodes;
    this.progress = progress;
    this.best = new int[0];
    this.most = Double.NEGATIVE_INFINITY;
  }

  /** Begins with an allowed choice. */
  void know(Choice choice) {
    best = choice.taken.clone();
    most = choice.total(value);
    known = true;
  }

  /** Whether an allowed choice is known. */
  boolean isKnown() {
    return known;
  }

  /** The best choice. */
  int[] best() {
    return best;
  }

  /** Looks for better choices; returns whether there are proved to be none. */
  boolean prove(double[] prices) {
    explore(SubProblem.of(problem, value), prices, true);
    return !stopped;
  }

  private void explore(SubProblem sub, double[] start, boolean root) {
    if (left <= 0) {
      stopped = true;
      return;
    }
    double[] prices = root ? start : priced(sub, start);
    Worth worth = new Worth(sub.problem(), sub.value(), prices, 1, progress);
    double bound =
        sub.constant()
            + new DualFunction(sub.problem(), sub.value(), 1, 1, progress).at(prices, 0).value();
    if (bound <= most + step) {
      return;
    }
    LossSearch search =
        new LossSearch(
            sub.problem(),
            worth,
            prices,
            step,
            Math.min(root ? FIRST_NODES : NODES, left),
            progress);
    LossSearch.Found found = search.below(bound - most, scales.value());
    left -= search.nodes();
    if (found.known()) {
      take(sub.whole(found.taken()));
    }
    if (!found.exact()) {
      split(sub.within(worth, bound - most), prices);
    }
  }

  private double[] priced(SubProblem sub, double[] start) {
    // One typical unit off the border, so that prices that fell to 0 can come back.
    DualFunction dual = new DualFunction(sub.problem(), sub.value(), 1, 1, progress);
    double[] found =
        PriceSearch.search(
            dual, scales.prices(), start, WARM * scales.value(), COLD * scales.value(), STEPS);
    return dual.at(found, 0).value() < dual.at(start, 0).value() ? found : start;
  }

  private void take(int[] taken) {
    Choice choice = new Choice(problem, taken);
    double total = choice.total(value);
    if (choice.allowed() && total > most) {
      best = taken;
      most = total;
      known = true;
    }
  }

  private void split(SubProblem sub, double[] prices) {
    if (sub.segments().length == 0) {
      // Nothing is left to decide: the search by losses has judged it.
      take(sub.taken());
      return;
    }
    Worth worth = new Worth(sub.problem(), sub.value(), prices, 1, progress);
    int segment = hardest(sub.problem(), worth);
    int first = sub.problem().first(segment);
    int last = sub.problem().first(segment + 1);
    int[] ways =
        IntStream.concat(IntStream.range(first, last), IntStream.of(Allocation.NOTHING))
            .boxed()
            .sorted(Comparator.comparingDouble(option -> -worth.of(option)))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int way : ways) {
      if (stopped) {
        return;
      }
      explore(sub.fixing(segment, way), prices, false);
    }
  }

  /** The segment whose second best loses least for what it moves. */
  private int hardest(AllocationProblem open, Worth worth) {
    int hardest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int segment = 0; segment < open.segments(); segment++) {
      int home = worth.best(segment);
      double loss = Double.POSITIVE_INFINITY;
      int other = home;
      for (int option = open.first(segment) - 1; option < open.first(segment + 1); option++) {
        int way = option < open.first(segment) ? Allocation.NOTHING : option;
        double one = worth.of(home) - worth.of(way);
        if (way != home && one < loss) {
          loss = one;
          other = way;
        }
      }
      double ratio = loss / moved(open, home, other);
      if (ratio < least) {
        least = ratio;
        hardest = segment;
      }
    }
    return hardest;
  }

  private double moved(AllocationProblem open, int home, int other) {
    double[] units = scales.uses();
    double sum = 1e-9;
    for (int k = 0; k < units.length; k++) {
      Limit limit = open.limits().get(k);
      double from = home == Allocation.NOTHING ? 0 : limit.use(home);
      double to = other == Allocation.NOTHING ? 0 : limit.use(other);
      sum += Math.abs(from - to) / units[k];
    }
    return sum;
  }
}
