package io.tiktoktoe.event;

import java.time.Instant;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * The billing term of a subscription payment: how often it is charged and until when this charge
 * pays. What a platform does not say stays missing and is never guessed.
 *
 * @param interval between two charges, in calendar units such as {@code P1M}, {@code P1Y} or {@code
 *     P4W}; positive
 * @param paidUntil first instant that is no longer paid
 * @param trial whether it is a trial, which pays nothing yet
 */
public record SubscriptionTerm(
    @Nullable Period interval, @Nullable Instant paidUntil, boolean trial) {

  /** Nothing is known. */
  public static final SubscriptionTerm UNKNOWN = new SubscriptionTerm(null, null, false);

  public SubscriptionTerm {
    if (interval != null && (interval.isNegative() || interval.isZero())) {
      throw new IllegalArgumentException(
          "interval (" + interval + ") must be positive. Write it like P1M or P1Y.");
    }
  }

  /** Charged every {@code interval}. */
  public static SubscriptionTerm every(Period interval) {
    return new SubscriptionTerm(interval, null, false);
  }

  /** The same, paid until this instant. */
  public SubscriptionTerm until(Instant instant) {
    return new SubscriptionTerm(interval, instant, trial);
  }

  /** The same as a trial. */
  public SubscriptionTerm asTrial() {
    return new SubscriptionTerm(interval, paidUntil, true);
  }
}
