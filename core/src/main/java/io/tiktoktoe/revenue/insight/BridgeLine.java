package io.tiktoktoe.revenue.insight;

/**
 * From what was paid to what reaches the creator, minor units, exact.
 *
 * @param gross what was paid
 * @param fees what platforms and payment providers kept
 * @param tax what was collected for the state
 * @param refunds what went back willingly
 * @param chargebacks what payers' banks took back, less what was won back
 * @param costs what the account paid its platforms, providers or others
 * @param sales how many sales
 */
public record BridgeLine(
    long gross, long fees, long tax, long refunds, long chargebacks, long costs, long sales) {

  /** Nothing. */
  public static final BridgeLine ZERO = new BridgeLine(0, 0, 0, 0, 0, 0, 0);

  /**
   * What reaches the creator: gross - fees - tax - refunds - chargebacks - costs; throws on
   * overflow.
   */
  public long net() {
    long kept = Math.addExact(fees, tax);
    long back = Math.addExact(refunds, chargebacks);
    return Math.subtractExact(gross, Math.addExact(Math.addExact(kept, back), costs));
  }

  /** Net before costs, which are the account's and belong to no sale; throws on overflow. */
  public long beforeCosts() {
    return Math.addExact(net(), costs);
  }

  /** Both together; throws on overflow. */
  public BridgeLine plus(BridgeLine other) {
    return new BridgeLine(
        Math.addExact(gross, other.gross),
        Math.addExact(fees, other.fees),
        Math.addExact(tax, other.tax),
        Math.addExact(refunds, other.refunds),
        Math.addExact(chargebacks, other.chargebacks),
        Math.addExact(costs, other.costs),
        Math.addExact(sales, other.sales));
  }
}
