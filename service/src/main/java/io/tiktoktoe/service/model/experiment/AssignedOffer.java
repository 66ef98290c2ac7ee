package io.tiktoktoe.service.model.experiment;

/**
 * The offer that a fan is to be shown.
 *
 * @param fan as asked for
 * @param arm its name
 * @param price in major units
 * @param currency its code
 * @param trialDays days before the first payment
 * @param guaranteeDays days in which the money is given back
 * @param yearlyDiscount share that a year at once saves
 * @param tier what is offered; empty where all arms offer the same
 * @param propensity how likely the arm was when it was drawn; 1 where nothing was drawn
 * @param state why
 */
public record AssignedOffer(
    String fan,
    String arm,
    double price,
    String currency,
    int trialDays,
    int guaranteeDays,
    double yearlyDiscount,
    String tier,
    double propensity,
    State state) {

  /** Why a fan is shown an offer. */
  public enum State {
    /** It was drawn just now. */
    DRAWN,
    /** The fan, or the same person under another account, was shown it before. */
    KEPT,
    /** The fan bought at this price, in this test or an earlier one of the product. */
    PROMISED,
    /** The test is over and this is charged. */
    CHARGED
  }
}
