package io.tiktoktoe.stats.allocate;

import java.util.Arrays;

/**
 * Makes the choice that prices suggest an allowed one (primal repair): the moves that lose least
 * for what they mend come first; then what is left over is spent where it wastes least.
 */
final class Repair {

  private static final int MOST_ROUNDS = 80;

  private static final int MOST_PASSES = 6;

  private final AllocationProblem problem;
  private final double[] value;
  private final Worth worth;
  private final Moves moves;

  Repair(AllocationProblem problem, double[] value, Worth worth) {
    this.problem = problem;
    this.value = value;
    this.worth = worth;
    this.moves = Moves.of(problem, worth);
  }

  /** Changes the choice until it is allowed; returns whether that was found. */
  boolean mend(Choice choice) {
    for (int round = 0; round < MOST_ROUNDS && !choice.allowed(); round++) {
      mendOne(choice, round);
      choice.recount();
    }
    return choice.allowed();
  }

  /** A limit that is broken: the worst one in most rounds, others in turn. */
  private static int broken(Choice choice, int round) {
    int size = choice.problem.limits().size();
    Integer[] order = new Integer[size];
    Arrays.setAll(order, k -> k);
    Arrays.sort(order, (a, b) -> Double.compare(choice.share(b), choice.share(a)));
    int many = 0;
    while (many < size && choice.excess(order[many]) > 0) {
      many++;
    }
    return order[(round / 2) % Math.max(1, many)];
  }

  private void mendOne(Choice choice, int round) {
    int k = broken(choice, round);
    double sign = problem.limits().get(k).sign();
    // Every other round may break another limit a little: perhaps none mends this one alone.
    boolean strict = round % 2 == 0;
    int[] order = moves.ordered(move -> mendingKey(choice, move, k, sign));
    for (int move : order) {
      if (choice.excess(k) <= 0) {
        return;
      }
      int segment = moves.segment(move);
      int option = moves.option(move);
      boolean mends = sign * (choice.use(k, choice.taken[segment]) - choice.use(k, option)) > 0;
      if (mends
          && (strict ? choice.allowsMove(segment, option) : choice.isLessBroken(segment, option))) {
        choice.move(segment, option);
      }
    }
  }

  private double mendingKey(Choice choice, int move, int k, double sign) {
    int segment = moves.segment(move);
    int now = choice.taken[segment];
    double mends = sign * (choice.use(k, now) - choice.use(k, moves.option(move)));
    if (!(mends > 0)) {
      return Double.NaN;
    }
    return (worth.of(now) - worth.of(moves.option(move))) / mends;
  }

  /**
   * Spends what is left: moves that gain and stay allowed, those that waste least first.
   *
   * @param enough a total with which it ends
   */
  void fill(Choice choice, double enough) {
    double total = choice.total(value);
    boolean moved = true;
    for (int pass = 0; pass < MOST_PASSES && moved && total < enough; pass++) {
      moved = false;
      for (int move : moves.ordered(one -> gainingKey(choice, one))) {
        int segment = moves.segment(move);
        int option = moves.option(move);
        double gain = value(option) - value(choice.taken[segment]);
        if (gain > 0 && choice.allowsMove(segment, option)) {
          choice.move(segment, option);
          total += gain;
          moved = true;
        }
      }
    }
    choice.recount();
    // Many changes leave some rounding, by which a limit may now be broken.
    if (!choice.allowed()) {
      mend(choice);
    }
  }

  private double gainingKey(Choice choice, int move) {
    int now = choice.taken[moves.segment(move)];
    int option = moves.option(move);
    if (!(value(option) > value(now)) || !choice.allowsMove(moves.segment(move), option)) {
      return Double.NaN;
    }
    return worth.of(now) - worth.of(option);
  }

  private double value(int option) {
    return option == Allocation.NOTHING ? 0 : value[option];
  }
}
