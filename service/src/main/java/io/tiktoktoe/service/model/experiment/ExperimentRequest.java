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

    private static void require(boolean holds, String name, double value, String what) {
      if (!holds) {
        throw new IllegalArgumentException("%s (%s) must be %s.".formatted(name, value, what));
      }
    }

    /** Refuses limits out of order. */
    public Limits {
      require(floor >= 0, "floor", floor, "at least 0, such as 1");
      require(ceiling >= floor, "ceiling", ceiling, "at least the floor, %s".formatted(floor));
      require(largestStep > 0, "step", largestStep, "above 0; 0.5 is half of today's price");
      require(longest > 0, "longest", longest, "above 0 days, such as 90");
    }
  }
}
