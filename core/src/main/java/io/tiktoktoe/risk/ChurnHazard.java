package io.tiktoktoe.risk;

import io.tiktoktoe.stats.Interval;
import java.time.LocalDate;
import java.util.List;

/**
 * Churn hazard: how likely a subscription is to end within the next 30 days.
 *
 * @param rate expected share of subscriptions that end
 * @param interval holds the share with probability 0.95
 * @param atRisk subscriptions now that their fans pay
 * @param monthlyAmount recurring income a month that they bring, minor units
 * @param calibrationError mean absolute difference between what this method said before each past
 *     30 days and what came, weighted by subscriptions; NaN without past
 * @param chanceError the same distance that chance alone makes where every rate said was right; NaN
 *     without past
 * @param months past 30-day windows behind the calibration error
 * @param past each of those windows, oldest first
 */
public record ChurnHazard(
    double rate,
    Interval interval,
    long atRisk,
    long monthlyAmount,
    double calibrationError,
    double chanceError,
    int months,
    List<Month> past) {

  public ChurnHazard {
    past = List.copyOf(past);
  }

  /**
   * A forecast of the past beside its outcome.
   *
   * @param from first of the 30 days
   * @param atRisk subscriptions at their start
   * @param said share that was expected to end
   * @param came share that ended
   */
  public record Month(LocalDate from, long atRisk, double said, double came) {

    /** Mean distance that a binomial share of so many has from its chance. */
    public double chance() {
      return Math.sqrt(2 * said * (1 - said) / (Math.PI * atRisk));
    }
  }
}
