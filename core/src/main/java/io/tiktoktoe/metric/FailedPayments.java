package io.tiktoktoe.metric;

/**
 * Renewals that could not be collected in one period. Repeated failures of one fan without a
 * payment in between are one failed renewal.
 *
 * @param renewals failed renewals
 * @param amount what they asked for, minor units of the reporting currency
 * @param recovered how many of them were paid later, by renewal or new start, as far as data goes
 * @param recoveredAmount what those asked for
 */
public record FailedPayments(long renewals, long amount, long recovered, long recoveredAmount) {

  /** Nothing failed. */
  public static final FailedPayments NONE = new FailedPayments(0, 0, 0, 0);

  public FailedPayments {
    if (recovered < 0 || renewals < recovered || amount < recoveredAmount || recoveredAmount < 0) {
      throw new IllegalArgumentException(
          "recovered (%d of %d renewals, %d of %d minor units) must be a part of what failed."
              .formatted(recovered, renewals, recoveredAmount, amount));
    }
  }
}
