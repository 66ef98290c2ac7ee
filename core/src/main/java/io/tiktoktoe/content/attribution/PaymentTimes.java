package io.tiktoktoe.content.attribution;

import io.tiktoktoe.content.insight.ContentPayments;
import io.tiktoktoe.content.insight.ContentPayments.Kind;

/** When each fan paid because of something, oldest first: renewals are nobody's doing. */
record PaymentTimes(ContentPayments payments, int fans) {

  long[][] byFan() {
    int[] counts = new int[fans];
    for (int row = 0; row < payments.size(); row++) {
      if (counts(row)) {
        counts[payments.fan()[row]]++;
      }
    }
    long[][] times = new long[fans][];
    for (int fan = 0; fan < fans; fan++) {
      times[fan] = new long[counts[fan]];
      counts[fan] = 0;
    }
    for (int row = 0; row < payments.size(); row++) {
      if (counts(row)) {
        int fan = payments.fan()[row];
        times[fan][counts[fan]++] = payments.seconds()[row];
      }
    }
    return times;
  }

  private boolean counts(int row) {
    return payments.fan()[row] >= 0 && payments.kind()[row] != Kind.RENEWAL.ordinal();
  }
}
