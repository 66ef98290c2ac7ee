package io.tiktoktoe.pricing.insight;

/**
 * Terms of an offer beside its price.
 *
 * @param trialDays days before the first payment, at least 0
 * @param guaranteeDays days in which the money is given back, at least 0
 * @param yearlyDiscount share that who pays for a year saves, from 0 to below 1
 * @param tier what is offered, empty where all arms offer the same
 */
public record OfferTerms(int trialDays, int guaranteeDays, double yearlyDiscount, String tier) {

  /** A price and nothing else. */
  public static final OfferTerms NONE = new OfferTerms(0, 0, 0, "");

  /** Longest trial and guarantee. */
  private static final int MOST_DAYS = 3_650;

  /** Refuses days and shares that are none. */
  public OfferTerms {
    if (trialDays < 0
        || guaranteeDays < 0
        || trialDays > MOST_DAYS
        || guaranteeDays > MOST_DAYS
        || !(yearlyDiscount >= 0 && yearlyDiscount < 1)) {
      throw new IllegalArgumentException(
          "trial (%d) and guarantee (%d) must be from 0 to %d days, yearly (%s) from 0 to below 1."
              .formatted(trialDays, guaranteeDays, MOST_DAYS, yearlyDiscount));
    }
  }
}
