package io.tiktoktoe.pricing.insight;

import io.tiktoktoe.stats.Interval;
import java.util.List;
import java.util.Optional;

/**
 * A price recommendation with its grounds. Amounts in the unit of the prices.
 *
 * @param product its name
 * @param today price today
 * @param recommended price; today's when no other brings more at odds of three to one
 * @param chanceBetter posterior chance that it brings more than today's
 * @param after30 what it would bring more than today's over 30 days
 * @param after90 the same over 90 days
 * @param prices every price that was considered, lowest first
 * @param unconstrained price that would bring most without constraints
 * @param binding constraints that keep the price from there
 * @param willingness what it rests on
 * @param test a test that would tell more; empty when today's price is kept and nothing else
 *     allowed
 */
public record PricingStrategy(
    String product,
    double today,
    double recommended,
    double chanceBetter,
    Gain after30,
    Gain after90,
    List<PricePoint> prices,
    double unconstrained,
    List<Binding> binding,
    WillingnessEstimate willingness,
    Optional<PriceTestPlan> test) {

  public PricingStrategy {
    prices = List.copyOf(prices);
    binding = List.copyOf(binding);
  }

  /** The price that is expected to bring most, whatever the odds. */
  public PricePoint mostPromising() {
    return prices.stream()
        .max(java.util.Comparator.comparingDouble(PricePoint::revenue))
        .orElseThrow();
  }

  /** A constraint that a better price would break. */
  public enum Binding {
    FLOOR,
    CEILING,
    MARGIN,
    STEP,
    CADENCE,
    ENDING
  }

  /**
   * More than today's price would bring.
   *
   * @param expected amount, net of fees, tax and cost
   * @param interval of it at .95
   */
  public record Gain(double expected, Interval interval) {}

  /**
   * What one price does.
   *
   * @param price considered
   * @param revenue expected net contribution a day over 90 days: of new buyers with what they
   *     renew, and of subscribers unless they keep their price
   * @param share of the buyers of this and the competitors' products
   * @param satisfaction mean share of their willingness that buyers keep, 0 to 1
   * @param chanceBetter that it brings more than today's
   * @param efficient whether no other price is better in one of the three and worse in none
   */
  public record PricePoint(
      double price,
      double revenue,
      double share,
      double satisfaction,
      double chanceBetter,
      boolean efficient) {}
}
