package io.tiktoktoe.service.model.experiment;

import io.tiktoktoe.pricing.insight.OfferTerms;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * A price test that shall be made.
 *
 * @param name of the test
 * @param creator whose it is; the only one when absent
 * @param product what is sold
 * @param currency of its prices; the creator's when absent
 * @param offers its arms
 * @param settings how it is run
 * @param limits what its prices must keep to
 * @param dryRun only plans
 * @param newCreator whether the creator may be one of whom the store knows nothing yet
 */
public record ExperimentRequest(
    String name,
    Optional<String> creator,
    String product,
    Optional<Currency> currency,
    List<Offer> offers,
    ExperimentSettings settings,
    Limits limits,
    boolean dryRun,
    boolean newCreator) {

  public ExperimentRequest {
    offers = List.copyOf(offers);
  }

  /**
   * One arm.
   *
   * @param name of the arm
   * @param price as text in major units, such as 4.99
   * @param terms beside the price
   */
  public record Offer(String name, String price, OfferTerms terms) {}

  /**
   * What prices must keep to.
   *
   * @param floor lowest price; 0 for none
   * @param ceiling highest price
   * @param largestStep largest distance from control, as a share of its price
   * @param longest days that the test may take at most
   */
  public record Limits(double floor, double ceiling, double largestStep, double longest) {

    /** Refuses limits out of order. */
    public Limits {
      if (!(floor >= 0 && floor <= ceiling && largestStep > 0 && longest > 0)) {
        throw new IllegalArgumentException(
            "floor (%s) must be from 0 to ceiling (%s), step (%s) and longest (%s) above 0."
                .formatted(floor, ceiling, largestStep, longest));
      }
    }
  }
}
