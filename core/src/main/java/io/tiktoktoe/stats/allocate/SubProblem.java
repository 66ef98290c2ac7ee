package io.tiktoktoe.stats.allocate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is left of a problem when some segments' options are fixed and some options left out.
 *
 * @param problem of the segments that are open
 * @param value of its options
 * @param options of the whole problem, by the place of its own
 * @param segments of the whole problem, by the place of its own
 * @param taken by segment of the whole problem: what is fixed, nothing where it is open
 * @param constant what the fixed options are worth
 */
record SubProblem(
    AllocationProblem problem,
    double[] value,
    int[] options,
    int[] segments,
    int[] taken,
    double constant) {

  private static final int OPEN = Integer.MIN_VALUE;

  /** All of a problem. */
  static SubProblem of(AllocationProblem problem, double[] value) {
    int[] options = new int[problem.options()];
    Arrays.setAll(options, option -> option);
    int[] segments = new int[problem.segments()];
    Arrays.setAll(segments, segment -> segment);
    int[] none = new int[problem.segments()];
    Arrays.fill(none, Allocation.NOTHING);
    return new SubProblem(problem, value, options, segments, none, 0);
  }

  /** The choice of the whole problem that goes with one of the open segments. */
  int[] whole(int[] open) {
    int[] all = taken.clone();
    for (int segment = 0; segment < open.length; segment++) {
      all[segments[segment]] =
          open[segment] == Allocation.NOTHING ? Allocation.NOTHING : options[open[segment]];
    }
    return all;
  }

  /** The same without what loses more than the gap: no better choice can have it. */
  SubProblem within(Worth worth, double gap) {
    boolean[] kept = new boolean[options.length];
    int[] fixed = new int[segments.length];
    Arrays.fill(fixed, OPEN);
    for (int segment = 0; segment < segments.length; segment++) {
      double home = worth.of(worth.best(segment));
      int many = home <= gap ? 1 : 0;
      int last = Allocation.NOTHING;
      for (int option = problem.first(segment); option < problem.first(segment + 1); option++) {
        kept[option] = home - worth.of(option) <= gap;
        many += kept[option] ? 1 : 0;
        last = kept[option] ? option : last;
      }
      fixed[segment] = many <= 1 ? last : OPEN;
    }
    return with(kept, fixed);
  }

  /** The same with one segment's option fixed. */
  SubProblem fixing(int segment, int option) {
    boolean[] kept = new boolean[options.length];
    Arrays.fill(kept, true);
    int[] fixed = new int[segments.length];
    Arrays.fill(fixed, OPEN);
    fixed[segment] = option;
    return with(kept, fixed);
  }

  private SubProblem with(boolean[] kept, int[] fixed) {
    int[] all = taken.clone();
    double sum = constant;
    int[] places = new int[options.length];
    int[] ofSegments = new int[segments.length];
    int[] first = new int[segments.length + 1];
    int many = 0;
    int open = 0;
    for (int segment = 0; segment < segments.length; segment++) {
      if (fixed[segment] == OPEN) {
        for (int option = problem.first(segment); option < problem.first(segment + 1); option++) {
          if (kept[option]) {
            places[many++] = option;
          }
        }
        ofSegments[open++] = segment;
        first[open] = many;
      } else if (fixed[segment] != Allocation.NOTHING) {
        all[segments[segment]] = options[fixed[segment]];
        sum += value[fixed[segment]];
      }
    }
    int[] chosen = Arrays.copyOf(places, many);
    double[] values = Arrays.stream(chosen).mapToDouble(option -> value[option]).toArray();
    return new SubProblem(
        AllocationProblem.of(Arrays.copyOf(first, open + 1), List.of(values))
            .withLimits(limits(chosen, fixed)),
        values,
        Arrays.stream(chosen).map(option -> options[option]).toArray(),
        Arrays.stream(ofSegments, 0, open).map(segment -> segments[segment]).toArray(),
        all,
        sum);
  }

  private List<Limit> limits(int[] chosen, int[] fixed) {
    List<Limit> limits = new ArrayList<>();
    for (Limit limit : problem.limits()) {
      double bound = limit.bound();
      for (int option : fixed) {
        bound -= option == OPEN || option == Allocation.NOTHING ? 0 : limit.use(option);
      }
      double[] use = Arrays.stream(chosen).mapToDouble(limit::use).toArray();
      limits.add(new WeighedLimit(limit.name(), limit.sense(), use, bound));
    }
    return limits;
  }
}
