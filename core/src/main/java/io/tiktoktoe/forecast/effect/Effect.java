package io.tiktoktoe.forecast.effect;

import io.tiktoktoe.forecast.effect.Causes.Cause;
import io.tiktoktoe.forecast.effect.Causes.Kind;

/**
 * The effect of one covariate, its regression coefficient: what a size of 1 adds to a step.
 *
 * @param cause the covariate
 * @param size the coefficient, in the unit of the series
 * @param scatter variance by which one occurrence differs from the mean one
 */
record Effect(Cause cause, double size, double scatter) {

  boolean is(Kind kind) {
    return cause.kind() == kind;
  }

  /** The covariate at a step of history and future. */
  double mark(int step) {
    return cause.marks()[step];
  }

  /** What it adds to a step. */
  double amount(int step) {
    return size * mark(step);
  }

  /** Standard error of that, for not knowing the covariate itself, {@code ahead} steps ahead. */
  double errorOfCause(int ahead) {
    return size * cause.errors()[ahead];
  }

  /** Variance of that, for occurrences that differ. */
  double scatter(int step) {
    return scatter * mark(step);
  }

  /** The same for a future that begins {@code later} steps later. */
  Effect after(int later) {
    return new Effect(cause.after(later), size, scatter);
  }
}
