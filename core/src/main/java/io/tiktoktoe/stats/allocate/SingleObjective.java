package io.tiktoktoe.stats.allocate;

import io.tiktoktoe.work.Progress;
import java.util.Optional;

/** Allocation for one objective: prices first, then a choice, then the proof. */
final class SingleObjective {

  /**
   * Options of the samples on which prices are sought: one for all temperatures, one for the last.
   */
  private static final int SAMPLE = 20_000;

  private static final int FINE_SAMPLE = 400_000;

  /** Temperatures of the smoothed dual, in typical values of a segment. */
  private static final double WARM = 0.3;

  private static final double COLD = 1e-4;

  private static final int HALVINGS = 40;

  /** Gap with which a choice that is not proved best is good enough. */
  private static final double NEAR = 1e-6;

  /** Least difference of values that is told apart, as a share of the bound. */
  static final double RESOLUTION = 1e-10;

  private final AllocationProblem problem;
  private final double[] value;
  private final AllocationOptions options;
  private final Progress progress;

  private SingleObjective(
      AllocationProblem problem, double[] value, AllocationOptions options, Progress progress) {
    this.problem = problem;
    this.value = value;
    this.options = options;
    this.progress = progress;
  }

  /**
   * What was found.
   *
   * @param choice an allowed choice, if one was found
   * @param bound no allowed choice is worth more
   * @param prices of the limits
   * @param exact whether the choice is proved best
   */
  record Solved(Optional<Choice> choice, double bound, double[] prices, boolean exact) {}

  /**
   * The choice worth most.
   *
   * @param known an allowed choice, which is bettered or returned
   */
  static Solved solve(
      AllocationProblem problem,
      double[] value,
      Optional<Choice> known,
      AllocationOptions options,
      Progress progress) {
    if (problem.options() > options.exactOptions()) {
      return new SingleObjective(problem, value, options, progress).solve(known);
    }
    AllocationProblem tightened = Lattice.tightened(problem);
    return new SingleObjective(tightened, value, options, progress)
        .solve(known.map(one -> new Choice(tightened, one.taken)));
  }

  /** About what an objective can come to alone; of a large problem told from a sample. */
  static double reach(
      AllocationProblem problem, double[] value, AllocationOptions options, Progress progress) {
    SingleObjective one = new SingleObjective(problem, value, options, progress);
    DualFunction sample = one.sample(SAMPLE);
    double[] prices = one.sampled(Scales.of(problem, value), sample);
    double share = (double) sample.count() / Math.max(1, problem.segments());
    return sample.at(prices, 0).value() / Math.max(share, 1e-300);
  }

  private DualFunction sample(int size) {
    int stride = Math.max(1, problem.options() / size);
    return new DualFunction(problem, value, stride, options.threads(), progress);
  }

  private double[] sampled(Scales scales, DualFunction sample) {
    double[] zero = new double[problem.limits().size()];
    return zero.length == 0
        ? zero
        : PriceSearch.search(
            sample, scales.prices(), zero, WARM * scales.value(), COLD * scales.value(), 10);
  }

  private Solved solve(Optional<Choice> known) {
    Scales scales = Scales.of(problem, value);
    double[] prices = prices(scales);
    boolean small = problem.options() <= options.exactOptions();
    if (small && prices.length > 0) {
      prices = CorePrices.polish(problem, value, scales, prices, progress);
    }
    Worth worth = new Worth(problem, value, prices, options.threads(), progress);
    double bound =
        new DualFunction(problem, value, 1, options.threads(), progress).at(prices, 0).value();
    Optional<Choice> choice = mended(worth, known, bound - (small ? 0 : NEAR * Math.abs(bound)));
    if (!small) {
      return new Solved(choice, bound, prices, false);
    }
    return proved(scales, prices, bound, choice);
  }

  private double[] prices(Scales scales) {
    DualFunction sample = sample(SAMPLE);
    double[] prices = sampled(scales, sample);
    if (sample.count() == problem.segments() || prices.length == 0) {
      return prices;
    }
    double cold = COLD * scales.value();
    prices = PriceSearch.search(sample(FINE_SAMPLE), scales.prices(), prices, 16 * cold, cold, 6);
    return PriceSearch.search(sample(Integer.MAX_VALUE), scales.prices(), prices, cold, cold, 3);
  }

  private Optional<Choice> mended(Worth worth, Optional<Choice> known, double enough) {
    Repair repair = new Repair(problem, value, worth);
    Choice choice = worth.best();
    boolean allowed = repair.mend(choice);
    if (!allowed) {
      Choice nothing = Choice.nothing(problem);
      if (known.isPresent()) {
        choice = known.get().copy();
      } else if (nothing.allowed()) {
        choice = nothing;
      } else {
        return Optional.empty();
      }
    }
    repair.fill(choice, enough);
    if (known.isPresent() && known.get().total(value) > choice.total(value)) {
      choice = known.get().copy();
      repair.fill(choice, enough);
    }
    return Optional.of(choice);
  }

  private Solved proved(Scales scales, double[] prices, double bound, Optional<Choice> choice) {
    double unit = Lattice.unit(option -> value[option], value.length);
    double step = Math.max(Math.max(RESOLUTION * Math.abs(bound), 0.999999 * unit), 1e-300);
    PriceBranching branching =
        new PriceBranching(problem, value, scales, step, options.nodes(), progress);
    choice.ifPresent(branching::know);
    boolean exact = branching.prove(prices);
    if (!branching.isKnown()) {
      return new Solved(Optional.empty(), bound, prices, exact);
    }
    Choice best = new Choice(problem, branching.best());
    double total = best.total(value);
    return new Solved(
        Optional.of(best),
        exact ? total : Math.max(total, bound),
        marginal(prices, bound, scales),
        exact);
  }

  /**
   * The least price of each limit at which the dual stays at its best: what one more unit adds.
   * Where the best prices are many, such as with a budget of 0, the others say what one unit less
   * would cost.
   */
  private double[] marginal(double[] prices, double bound, Scales scales) {
    double[] least = prices.clone();
    double most = bound + 1e-9 * Math.max(Math.abs(bound), scales.value());
    DualFunction dual = new DualFunction(problem, value, 1, 1, progress);
    for (int k = 0; k < least.length; k++) {
      double low = 0;
      double high = least[k];
      for (int halving = 0; halving < HALVINGS && high > 0; halving++) {
        least[k] = halving == 0 ? 0 : (low + high) / 2;
        if (dual.at(least, 0).value() <= most) {
          high = least[k];
        } else {
          low = least[k];
        }
      }
      least[k] = high;
    }
    return least;
  }
}
