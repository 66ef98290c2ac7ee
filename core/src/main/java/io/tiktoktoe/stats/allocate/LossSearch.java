package io.tiktoktoe.stats.allocate;

import io.tiktoktoe.work.Progress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Branch and bound (Land and Doig 1960) on what a choice loses against the Lagrangian bound: the
 * sum of the reduced costs of its options, and of what it leaves unused at its price. A choice that
 * is better than the best known loses less, so only sets of few cheap departures from the best
 * options have to be looked at; they are enumerated with the loss as budget, which grows until the
 * best found proves itself.
 */
final class LossSearch {

  private static final int REPORT_EVERY = 1 << 20;

  private final AllocationProblem problem;
  private final List<Limit> limits;
  private final Worth worth;
  private final double[] prices;
  private final double step;
  private final long mostNodes;
  private final Progress progress;

  /** What is left of each limit, positive when kept. */
  private final double[] left;

  private final double[] rounding;

  /** Departures of open segments, those whose cheapest loses least first. */
  private Open[] open = new Open[0];

  /** By how much what is left of each limit can still grow or shrink from an open segment on. */
  private double[][] growth = new double[0][];

  private double[][] shrink = new double[0][];
  private final int[] now;
  private int[] best;
  private boolean found;
  private double bestLoss;
  private double most;
  private long nodes;
  private boolean stopped;

  /**
   * One segment's departures from its best option, cheapest first.
   *
   * @param gains by departure, what is left of each limit grows by it
   */
  private record Open(int segment, int home, int[] options, double[] losses, double[][] gains) {}

  /**
   * What was found.
   *
   * @param known whether a choice was known or found
   * @param taken the best choice, if any is known
   * @param loss what it loses against the bound
   * @param proved loss below which there is nothing: the bound may be lowered by it
   * @param exact whether the choice is proved best
   */
  record Found(boolean known, int[] taken, double loss, double proved, boolean exact) {}

  /**
   * A search.
   *
   * @param step least difference of two choices' values that matters, above 0
   */
  LossSearch(
      AllocationProblem problem,
      Worth worth,
      double[] prices,
      double step,
      long mostNodes,
      Progress progress) {
    this.problem = problem;
    this.limits = problem.limits();
    this.worth = worth;
    this.prices = prices;
    this.step = step;
    this.mostNodes = mostNodes;
    this.progress = progress;
    this.left = new double[limits.size()];
    this.rounding = new double[limits.size()];
    this.now = new int[problem.segments()];
    this.best = new int[0];
  }

  /**
   * Searches from an allowed choice.
   *
   * @param loss what the choice loses
   * @param typical loss that departures typically have, above 0
   */
  Found search(int[] known, double loss, double typical) {
    found = true;
    best = known.clone();
    bestLoss = loss;
    return bestLoss <= step
        ? new Found(true, best, bestLoss, bestLoss, true)
        : search(Math.min(loss, typical) / 256, all());
  }

  /** Searches for what loses less than a known choice elsewhere does, or than anything. */
  Found below(double loss, double typical) {
    bestLoss = loss;
    return search(Math.min(loss, typical) / 256, all());
  }

  /** How many sets of departures were looked at. */
  long nodes() {
    return nodes;
  }

  private Found search(double first, double most) {
    double budget = first;
    double proved = 0;
    while (true) {
      this.most = budget;
      prepare();
      branch(0, 0);
      if (stopped) {
        return new Found(found, best, bestLoss, proved, bestLoss - step <= proved);
      }
      proved = Math.min(budget, bestLoss);
      if (bestLoss - step <= budget || budget > most) {
        return new Found(found, best, bestLoss, Math.min(bestLoss, most), true);
      }
      budget *= 2;
    }
  }

  /** The most that any set of departures can lose. */
  private double all() {
    double sum = 0;
    for (int segment = 0; segment < problem.segments(); segment++) {
      double home = worth.of(worth.best(segment));
      double worst = home;
      for (int option = problem.first(segment); option < problem.first(segment + 1); option++) {
        worst = Math.max(worst, home - worth.of(option));
      }
      sum += worst;
    }
    return sum;
  }

  private void prepare() {
    Choice home = worth.best();
    System.arraycopy(home.taken, 0, now, 0, now.length);
    for (int k = 0; k < left.length; k++) {
      Limit limit = limits.get(k);
      left[k] = limit.sign() * (limit.bound() - home.uses()[k]);
      rounding[k] = limit.rounding();
    }
    open =
        IntStream.range(0, problem.segments())
            .mapToObj(this::open)
            .filter(one -> one.options.length > 0)
            .sorted(Comparator.comparingDouble(one -> one.losses[0]))
            .toArray(Open[]::new);
    growth = new double[open.length + 1][left.length];
    shrink = new double[open.length + 1][left.length];
    for (int at = open.length - 1; at >= 0; at--) {
      for (int k = 0; k < left.length; k++) {
        double up = 0;
        double down = 0;
        for (double[] gains : open[at].gains) {
          up = Math.max(up, gains[k]);
          down = Math.max(down, -gains[k]);
        }
        growth[at][k] = growth[at + 1][k] + up;
        shrink[at][k] = shrink[at + 1][k] + down;
      }
    }
  }

  private Open open(int segment) {
    int home = now[segment];
    double has = worth.of(home);
    int first = problem.first(segment);
    int[] options =
        IntStream.rangeClosed(first - 1, problem.first(segment + 1) - 1)
            .map(option -> option == first - 1 ? Allocation.NOTHING : option)
            .filter(option -> option != home && has - worth.of(option) <= most)
            .boxed()
            .sorted(Comparator.comparingDouble(option -> has - worth.of(option)))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] losses =
        Arrays.stream(options).mapToDouble(option -> has - worth.of(option)).toArray();
    double[][] gains = new double[options.length][left.length];
    for (int i = 0; i < options.length; i++) {
      for (int k = 0; k < left.length; k++) {
        gains[i][k] = limits.get(k).sign() * (use(k, home) - use(k, options[i]));
      }
    }
    return new Open(segment, home, options, losses, gains);
  }

  private double use(int limit, int option) {
    return option == Allocation.NOTHING ? 0 : limits.get(limit).use(option);
  }

  /** The loss that a better choice must stay below. */
  private double cap() {
    return Math.min(most, bestLoss - step);
  }

  private void branch(int from, double loss) {
    nodes++;
    if (nodes >= mostNodes) {
      stopped = true;
    }
    if (nodes % REPORT_EVERY == 0) {
      progress.report("proving the optimum", nodes, mostNodes);
    }
    judge(loss);
    if (stopped || !promising(from, loss)) {
      return;
    }
    for (int at = from; at < open.length && loss + open[at].losses[0] <= cap(); at++) {
      if (!reachable(at)) {
        return;
      }
      depart(at, loss);
      if (stopped) {
        return;
      }
    }
  }

  private void depart(int at, double loss) {
    Open one = open[at];
    for (int i = 0; i < one.options.length && loss + one.losses[i] <= cap() && !stopped; i++) {
      move(one, i, 1);
      branch(at + 1, loss + one.losses[i]);
      move(one, i, -1);
    }
  }

  private void move(Open one, int departure, int direction) {
    for (int k = 0; k < left.length; k++) {
      left[k] += direction * one.gains[departure][k];
    }
    now[one.segment] = direction > 0 ? one.options[departure] : one.home;
  }

  private void judge(double loss) {
    double sum = loss;
    for (int k = 0; k < left.length; k++) {
      if (left[k] < -rounding[k]) {
        return;
      }
      sum += prices[k] * Math.max(0, left[k]);
    }
    if (sum < bestLoss) {
      bestLoss = sum;
      best = now.clone();
      found = true;
    }
  }

  /** Whether the limits can be kept from here on. */
  private boolean reachable(int from) {
    for (int k = 0; k < left.length; k++) {
      if (left[k] + growth[from][k] < -rounding[k]) {
        return false;
      }
    }
    return true;
  }

  /** Whether less than the cap can be lost from here on. */
  private boolean promising(int from, double loss) {
    double sum = loss;
    for (int k = 0; k < left.length; k++) {
      sum += prices[k] * Math.max(0, left[k] - shrink[from][k]);
    }
    return sum <= cap();
  }
}
