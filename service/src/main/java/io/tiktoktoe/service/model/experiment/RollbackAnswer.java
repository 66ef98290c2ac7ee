package io.tiktoktoe.service.model.experiment;

import java.util.List;

/**
 * Who pays which price when a test is over.
 *
 * @param name of the test
 * @param status {@code stopped} or {@code rolled_back}
 * @param charged the arm that everybody without a promise is charged
 * @param price of it, in major units
 * @param currency its code
 * @param promises what was promised, by arm
 */
public record RollbackAnswer(
    String name,
    String status,
    String charged,
    double price,
    String currency,
    List<Promise> promises) {

  public RollbackAnswer {
    promises = List.copyOf(promises);
  }

  /**
   * Those who were shown one arm.
   *
   * @param arm its name
   * @param price in major units
   * @param keep persons who bought and keep this price
   * @param change persons who saw it, do not hold it, and get the charged price
   * @param fans who keep it, by name; erased fans have none
   */
  public record Promise(String arm, double price, long keep, long change, List<String> fans) {
    public Promise {
      fans = List.copyOf(fans);
    }
  }
}
