package io.tiktoktoe.stats.allocate;

/**
 * A choice that keeps all limits, with the proof of how good it is.
 *
 * <p>Totals, bounds and gaps stand in the order of the problem's objectives, uses and prices in
 * that of its limits.
 */
public final class Allocation implements AllocationOutcome {

  /** An option index that says: nothing is done for this segment. */
  public static final int NOTHING = -1;

  private final int[] chosen;
  private final double[] totals;
  private final double[] bounds;
  private final double[] gaps;
  private final double[] uses;
  private final double[] prices;
  private final boolean exact;

  Allocation(
      int[] chosen,
      double[] totals,
      double[] bounds,
      double[] gaps,
      double[] uses,
      double[] prices,
      boolean exact) {
    this.chosen = chosen;
    this.totals = totals;
    this.bounds = bounds;
    this.gaps = gaps;
    this.uses = uses;
    this.prices = prices;
    this.exact = exact;
  }

  /** The option taken for a segment; {@link #NOTHING} for none. */
  public int chosen(int segment) {
    return chosen[segment];
  }

  /** How many segments something is done for. */
  public int acting() {
    int acting = 0;
    for (int option : chosen) {
      acting += option == NOTHING ? 0 : 1;
    }
    return acting;
  }

  /** What the choice is worth for an objective. */
  public double total(int objective) {
    return totals[objective];
  }

  /**
   * What no allowed choice exceeds for an objective, among those that give up no more of the
   * objectives before it than the tolerances allow; infinite where no bound was sought.
   */
  public double bound(int objective) {
    return bounds[objective];
  }

  /**
   * Optimality gap: how far the best that was found for an objective, before the tolerances gave
   * some of it to those after it, may lie below the best there is, as a share of the bound. NaN
   * where no bound was sought.
   */
  public double gap(int objective) {
    return gaps[objective];
  }

  /** The gap of a total below its bound. */
  static double gap(double total, double bound) {
    double distance = Math.max(0, bound - total);
    return distance == 0 ? 0 : distance / Math.max(Math.abs(bound), 1e-300);
  }

  /** What the choice uses of a limit. */
  public double use(int limit) {
    return uses[limit];
  }

  /**
   * Shadow price (dual value) of a limit: what one more unit of its bound would add to the first
   * objective, for small changes; 0 where the limit does not hold anything back. Of a limit from
   * below it is what one unit less would add.
   */
  public double price(int limit) {
    return prices[limit];
  }

  /** Whether branch and bound proved that nothing is better for the first objective. */
  public boolean exact() {
    return exact;
  }

  int[] choice() {
    return chosen;
  }
}
