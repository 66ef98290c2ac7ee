package io.tiktoktoe.metric;

/**
 * Renewals that could not be collected in one period. Repeated failures of one fan without a
 * payment in between are one failed renewal. What was neither paid later nor is open was given up:
 * the subscription was canceled, or its platform asks no more.
 *
 * @param renewals failed renewals
 * @param amount what they asked for, minor units of the reporting currency
 * @param recovered how many of them were paid later, by renewal or new start, as far as data goes
 * @param recoveredAmount what those asked for
 * @param open how many of them are still asked for at the end of the data
 * @param openAmount what those ask for
 */
public record FailedPayments(
    long renewals, long amount, long recovered, long recoveredAmount, long open, long openAmount) {

  /** Nothing failed. */
  public static final FailedPayments NONE = new FailedPayments(0, 0, 0, 0, 0, 0);

  public FailedPayments {
    if (recovered < 0
        || open < 0
        || recoveredAmount < 0
        || openAmount < 0
        || renewals < recovered + open
        || amount < recoveredAmount + openAmount) {
      throw new IllegalArgumentException(
          ("recovered (%d, %d minor units) and open (%d, %d) must be parts of what failed (%d,"
                  + " %d).")
              .formatted(recovered, recoveredAmount, open, openAmount, renewals, amount));
    }
  }

  /** How many were given up. */
  public long lost() {
    return renewals - recovered - open;
  }

  /** Both together. */
  public FailedPayments plus(FailedPayments other) {
    return new FailedPayments(
        renewals + other.renewals,
        Math.addExact(amount, other.amount),
        recovered + other.recovered,
        Math.addExact(recoveredAmount, other.recoveredAmount),
        open + other.open,
        Math.addExact(openAmount, other.openAmount));
  }
}
