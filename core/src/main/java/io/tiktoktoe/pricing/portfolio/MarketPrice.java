package io.tiktoktoe.pricing.portfolio;

import java.util.List;
import java.util.Optional;

/**
 * What a competitor charges (competitive price).
 *
 * @param competitor whose price it is
 * @param product what it is called
 * @param competes the creator's product that it is set beside; empty when it stands beside all
 * @param history prices by week, oldest first; not empty
 * @param sharedBuyers of the creator's buyers, the share that bought it too; 0 when that is not
 *     known
 */
public record MarketPrice(
    String competitor,
    String product,
    Optional<String> competes,
    List<WeekPrice> history,
    double sharedBuyers) {

  /** Refuses a competitor without a price. */
  public MarketPrice {
    history = List.copyOf(history);
    if (history.isEmpty()) {
      throw new IllegalArgumentException(
          "history (0) of %s must have at least 1 price. Leave the competitor out."
              .formatted(competitor));
    }
  }

  /**
   * A price of one week.
   *
   * @param week as in {@link DemandCell}
   * @param price above 0, in the unit of the answer
   */
  public record WeekPrice(int week, double price) {}

  /** The newest price. */
  public double price() {
    return history.getLast().price();
  }

  /** Whether it is set beside this product of the creator. */
  public boolean standsBeside(String own) {
    return competes.isEmpty() || competes.get().equals(own);
  }
}
