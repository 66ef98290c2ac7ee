package io.tiktoktoe.audience.lifetime;

/**
 * Discrete-time survival data of subscriptions: how many terms each was kept, and whether it still
 * runs. Arrays are taken over and must not be changed.
 *
 * @param fan whose it is, from 0
 * @param terms terms paid so far, at least 1: the first counts
 * @param running whether it still runs: it may be renewed at the end of the current term
 * @param price of one term, in the unit of the purchases
 * @param termDays days of one term
 */
public record SubscriptionTerms(
    int[] fan, int[] terms, boolean[] running, double[] price, double termDays) {

  /** Refuses columns of different lengths, terms below 1 and a length of nothing. */
  public SubscriptionTerms {
    if (terms.length != fan.length || running.length != fan.length || price.length != fan.length) {
      throw new IllegalArgumentException(
          "fan (%d values), terms (%d), running (%d) and price (%d) must be as long as each other."
              .formatted(fan.length, terms.length, running.length, price.length));
    }
    if (!(termDays > 0)) {
      throw new IllegalArgumentException(
          "termDays (" + termDays + ") must be above 0, such as 30.4375 for a month.");
    }
    for (int i = 0; i < terms.length; i++) {
      if (terms[i] < 1 || fan[i] < 0 || !Double.isFinite(price[i])) {
        throw new IllegalArgumentException(
            "subscription %d has fan (%d), terms (%d) and price (%s): count from 0, 1 and a number."
                .formatted(i, fan[i], terms[i], price[i]));
      }
    }
  }

  /** How many subscriptions. */
  public int count() {
    return fan.length;
  }
}
