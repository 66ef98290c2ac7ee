package io.tiktoktoe.revenue.insight;

/**
 * What drove a change of net income, minor units, exact: the parts add up to the change.
 *
 * @param volume more or fewer sales at the usual amounts
 * @param price higher or lower amounts per sale within the same groups
 * @param mix sales moving to groups that pay more or less per sale
 * @param uncounted gross that comes without a count of sales, as advertising does
 * @param fees less (positive) or more (negative) kept by platforms
 * @param tax less or more tax
 * @param refunds less or more refunded
 * @param chargebacks less or more charged back
 * @param costs less or more paid to platforms, providers or others
 */
public record ChangeDrivers(
    long volume,
    long price,
    long mix,
    long uncounted,
    long fees,
    long tax,
    long refunds,
    long chargebacks,
    long costs) {

  /** Nothing. */
  public static final ChangeDrivers ZERO = new ChangeDrivers(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** The change of gross income: volume + price + mix + uncounted. */
  public long gross() {
    return Math.addExact(Math.addExact(volume, price), Math.addExact(mix, uncounted));
  }

  /** The change of net income: all parts together. */
  public long total() {
    long kept = Math.addExact(fees, tax);
    long back = Math.addExact(refunds, chargebacks);
    return Math.addExact(gross(), Math.addExact(Math.addExact(kept, back), costs));
  }

  /** Both together. */
  public ChangeDrivers plus(ChangeDrivers other) {
    return new ChangeDrivers(
        Math.addExact(volume, other.volume),
        Math.addExact(price, other.price),
        Math.addExact(mix, other.mix),
        Math.addExact(uncounted, other.uncounted),
        Math.addExact(fees, other.fees),
        Math.addExact(tax, other.tax),
        Math.addExact(refunds, other.refunds),
        Math.addExact(chargebacks, other.chargebacks),
        Math.addExact(costs, other.costs));
  }
}
