package io.tiktoktoe.forecast.sparse;

import io.tiktoktoe.series.MonthRule;
import io.tiktoktoe.stats.Quantiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Days on which sales are due: a {@linkplain MonthRule day of the month}, every so many days, weeks
 * of 4-4-5, or the days on which most years before sold. Chosen by Bayes factor: how much better
 * the rule has foretold each day than a chance without it, each day from those before.
 *
 * @param due whether a step is such a day, of the past or ahead
 * @param example whether a step is one from which the rule was learned before it could foretell
 * @param weight how far the rule is believed, in (0, 1)
 */
record DueDays(IntPredicate due, IntPredicate example, double weight) {

  private static final IntPredicate NEVER = step -> false;

  /** Evidence (log) that is asked for before a rule is believed in: so many are tried. */
  private static final double DOUBT = 7;

  /** Below this a rule is not worth a model of its own. */
  private static final double UNBELIEVED = 0.02;

  /** Fewer sales on such days are chance. */
  private static final int FEWEST = 2;

  /** How much more often than other days a due day must have sold. */
  private static final double MORE = 0.25;

  /** Times the middle size from which a sale is large. */
  private static final double LARGE = 4;

  /** Days in a month. */
  private static final double MONTH = 30.44;

  /** Days and weeks of a quarter in 4-4-5 weeks. */
  private static final int QUARTER = 91;

  private static final List<List<Integer>> WEEKS =
      List.of(List.of(0, 28, 56), List.of(0, 28, 63), List.of(0, 35, 63));

  /** Distances that phases of the week do not tell: longer than a week, at most a quarter. */
  private static final int SHORTEST = 8;

  private static final List<MonthRule> RULES =
      Stream.concat(MonthRule.days().stream(), MonthRule.paydays().stream()).toList();

  /**
   * The rule that foretells best, if any is to be believed. O(steps) for each rule that fits.
   *
   * @param observed by day, NaN where unknown
   * @param first day of the first value
   * @param without the chance of a sale at each step as foreseen without a rule
   */
  static Optional<DueDays> find(double[] observed, LocalDate first, double[] without) {
    DueDays any = best(observed, first, without);
    double[] large = large(observed);
    double rate = share(large);
    double[] constant = new double[observed.length];
    Arrays.fill(constant, rate);
    DueDays ofLarge = best(large, first, constant);
    DueDays best = any.weight >= ofLarge.weight ? any : ofLarge;
    return best.weight > UNBELIEVED ? Optional.of(best) : Optional.empty();
  }

  /** The rule that foretells best, with weight 0 when there is none. */
  private static DueDays best(double[] observed, LocalDate first, double[] without) {
    DueDays best = new DueDays(NEVER, NEVER, 0);
    int[] sales = IntStream.range(0, observed.length).filter(t -> observed[t] > 0).toArray();
    if (sales.length < FEWEST) {
      return best;
    }
    double most = Double.NEGATIVE_INFINITY;
    for (DueDays rule : candidates(observed, sales, first)) {
      double gain = gain(observed, without, rule.due);
      if (gain > most) {
        most = gain;
        best = new DueDays(rule.due, rule.example, 1 / (1 + Math.exp(DOUBT - gain)));
      }
    }
    return best;
  }

  /** The same values with sales alone that are much larger than most, the others 0. */
  private static double[] large(double[] observed) {
    double[] sizes = Arrays.stream(observed).filter(value -> value > 0).toArray();
    double bound = sizes.length == 0 ? 0 : LARGE * Quantiles.median(sizes);
    return Arrays.stream(observed).map(value -> value <= bound ? 0 : value).toArray();
  }

  private static double share(double[] observed) {
    long known = Arrays.stream(observed).filter(value -> !Double.isNaN(value)).count();
    long sold = Arrays.stream(observed).filter(value -> value > 0).count();
    return (sold + 0.5) / (known + 1.0);
  }

  /** Rules, none of them believed yet. */
  private static List<DueDays> candidates(double[] observed, int[] sales, LocalDate first) {
    double share = share(observed);
    List<DueDays> candidates = new ArrayList<>();
    LocalDate[] sold = Arrays.stream(sales).mapToObj(first::plusDays).toArray(LocalDate[]::new);
    double months = observed.length / MONTH;
    for (MonthRule rule : RULES) {
      if (often(sold, rule.meant(), months * (share + MORE))) {
        candidates.add(rule(step -> rule.meant().test(first.plusDays(step))));
      }
    }
    int last = sales[sales.length - 1];
    int distance = commonGap(sales);
    if (distance >= SHORTEST && distance <= QUARTER) {
      candidates.add(rule(step -> Math.floorMod(step - last, distance) == 0));
    }
    for (List<Integer> weeks : WEEKS) {
      candidates.add(rule(step -> weeks.contains(Math.floorMod(step - last, QUARTER))));
    }
    YearsBefore years = new YearsBefore(observed, first);
    if (years.enough()) {
      for (boolean weekday : new boolean[] {false, true}) {
        candidates.add(
            new DueDays(
                step -> years.sold(step, weekday), step -> years.example(step, weekday), 0));
      }
    }
    return candidates;
  }

  private static DueDays rule(IntPredicate due) {
    return new DueDays(due, NEVER, 0);
  }

  private static boolean often(LocalDate[] sold, Predicate<LocalDate> rule, double least) {
    int hits = 0;
    for (LocalDate day : sold) {
      hits += rule.test(day) ? 1 : 0;
    }
    return hits >= FEWEST && hits >= Math.min(least, sold.length);
  }

  /** The distance from sale to sale that came most often. */
  private static int commonGap(int[] sales) {
    int[] counts = new int[QUARTER + 2];
    for (int i = 1; i < sales.length; i++) {
      counts[Math.min(QUARTER + 1, sales[i] - sales[i - 1])]++;
    }
    int best = 0;
    for (int gap = 1; gap <= QUARTER; gap++) {
      best = counts[gap] > counts[best] ? gap : best;
    }
    return best;
  }

  /** Log of how much likelier the sales seen are under the rule. */
  private static double gain(double[] observed, double[] without, IntPredicate rule) {
    double gain = 0;
    double sold = 0.5;
    double due = 1;
    double others = 0.5;
    double foreseen = 0.5;
    boolean[] marked = new boolean[observed.length];
    for (int t = 0; t < observed.length; t++) {
      if (!Double.isNaN(observed[t])) {
        marked[t] = rule.test(t);
        if (marked[t]) {
          gain += log(sold / due, without[t], observed[t] > 0);
          sold += observed[t] > 0 ? 1 : 0;
          due++;
        } else {
          others += observed[t] > 0 ? 1 : 0;
          foreseen += without[t];
        }
      }
    }
    double left = Math.min(1, others / foreseen);
    for (int t = 0; t < observed.length; t++) {
      if (!Double.isNaN(observed[t]) && !marked[t]) {
        gain += log(left * without[t], without[t], observed[t] > 0);
      }
    }
    return gain;
  }

  private static double log(double foretold, double without, boolean sold) {
    double with = sold ? foretold : 1 - foretold;
    double other = sold ? without : 1 - without;
    return Math.log(Math.max(1e-9, with)) - Math.log(Math.max(1e-9, other));
  }
}
