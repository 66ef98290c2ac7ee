package io.tiktoktoe.content.attribution;

import java.util.HashMap;
import java.util.Map;

/**
 * Credits by content and fan, for variances clustered by fan: all payments of one person stand or
 * fall together, so that persons, not payments, tell how sure a value is.
 */
final class CreditedPersons {

  private final Map<Long, Double> credits = new HashMap<>();
  private final double[] variance;
  private final int[] payers;
  private boolean counted;

  CreditedPersons(int contents) {
    this.variance = new double[contents];
    this.payers = new int[contents];
  }

  /** Adds what a content gets of a fan's payment. */
  void add(int content, int fan, double part) {
    credits.merge((long) content << 32 | fan, part, Double::sum);
    counted = false;
  }

  /** Variance of a content's credit if the persons were drawn anew (cluster sampling). */
  double variance(int content) {
    count();
    return variance[content];
  }

  /** Persons of whose payments each content got a share. */
  int[] payers() {
    count();
    return payers.clone();
  }

  private void count() {
    if (counted) {
      return;
    }
    counted = true;
    credits.forEach(
        (key, part) -> {
          int content = (int) (key >> 32);
          variance[content] += part * part;
          payers[content] += part > 0 ? 1 : 0;
        });
  }
}
