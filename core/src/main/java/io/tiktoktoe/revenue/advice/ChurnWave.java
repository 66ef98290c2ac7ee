package io.tiktoktoe.revenue.advice;

import io.tiktoktoe.metric.SubscriptionMovement;
import io.tiktoktoe.metric.SubscriptionMovement.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A scan statistic of churn (Kulldorff 1997, in time alone): the stretch of days in which
 * subscriptions ended most clearly more often than on the other days. Ends are dated by when what
 * was paid for ended, not by when that became known.
 */
final class ChurnWave {

  /** Longest stretch that is looked for: renewals of a month come due within one. */
  private static final int LONGEST = 45;

  /** Log of the likelihood ratio from which a stretch stands out among all that are tried. */
  private static final double CLEAR = 8;

  /** Fewer ends are no wave. */
  private static final long FEWEST = 5;

  private ChurnWave() {}

  /**
   * The first day of the clearest stretch; empty when none stands out. O(days * {@value #LONGEST}).
   *
   * @param movements all since the first, in any order
   * @param first day that is looked at
   * @param last day that is over
   */
  static Optional<LocalDate> start(
      List<SubscriptionMovement> movements, LocalDate first, LocalDate last) {
    // What ended later is not known yet.
    int days = (int) (last.toEpochDay() - first.toEpochDay()) + 1 - usualDelay(movements);
    if (days < 2) {
      return Optional.empty();
    }
    long[] ended = new long[days + 1];
    double[] atRisk = new double[days + 1];
    for (SubscriptionMovement movement : movements) {
      long began = movement.began().toEpochDay() - first.toEpochDay();
      long paid = movement.subscriptions() - movement.gifted();
      if (movement.day().isAfter(last)) {
        continue;
      }
      if (movement.kind() == Kind.CHURN && began >= 0 && began < days) {
        ended[(int) began + 1] += paid;
      }
      // Subscriptions begin to be at risk on the day on which they come.
      int from = (int) Math.clamp(began, 0, days - 1);
      atRisk[from + 1] += began < days ? movement.paidActive() : 0;
    }
    for (int day = 2; day <= days; day++) {
      atRisk[day] += atRisk[day - 1];
    }
    for (int day = 1; day <= days; day++) {
      ended[day] += ended[day - 1];
      atRisk[day] = Math.max(0, atRisk[day]) + atRisk[day - 1];
    }
    return clearest(ended, atRisk).map(first::plusDays);
  }

  /** Days after which most ends are known. */
  private static int usualDelay(List<SubscriptionMovement> movements) {
    int[] delays =
        movements.stream()
            .filter(one -> one.kind() == Kind.CHURN)
            .mapToInt(one -> (int) (one.day().toEpochDay() - one.began().toEpochDay()))
            .sorted()
            .toArray();
    return delays.length == 0 ? 0 : delays[delays.length / 2];
  }

  /** Over sums by day, of which the first is 0. */
  private static Optional<Integer> clearest(long[] ended, double[] atRisk) {
    int days = ended.length - 1;
    double most = CLEAR;
    Optional<Integer> start = Optional.empty();
    for (int from = 0; from < days; from++) {
      for (int to = from + 1; to <= Math.min(days, from + LONGEST); to++) {
        double gain =
            gain(ended[to] - ended[from], atRisk[to] - atRisk[from], ended[days], atRisk[days]);
        if (gain > most) {
          most = gain;
          start = Optional.of(from);
        }
      }
    }
    return start;
  }

  /** Log of the likelihood ratio of a rate of its own within a stretch. */
  private static double gain(long within, double exposure, long all, double allExposure) {
    long others = all - within;
    double rest = allExposure - exposure;
    if (within < FEWEST || !(exposure > 0) || !(rest > 0) || within * rest <= others * exposure) {
      return 0;
    }
    return log(within, exposure) + log(others, rest) - log(all, allExposure);
  }

  private static double log(long count, double exposure) {
    return count == 0 ? 0 : count * Math.log(count / exposure);
  }
}
