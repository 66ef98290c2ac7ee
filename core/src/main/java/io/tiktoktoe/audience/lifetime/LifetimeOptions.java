package io.tiktoktoe.audience.lifetime;

import io.tiktoktoe.work.Progress;
import java.util.Set;

/**
 * How lifetime value is estimated.
 *
 * @param horizonDays days over which models are tried on the log's own past, as far as it is long
 *     enough; the horizon of interest
 * @param annualDiscount rate a year at which later money counts less, at least 0: .1 is 10%
 * @param seed of the draws behind the intervals
 * @param threads that fit models at the same time, at least 1
 * @param progress hears of progress and may cancel
 * @param models names of the purchase models to use, such as {@code BG/NBD}; all when empty
 */
public record LifetimeOptions(
    double horizonDays,
    double annualDiscount,
    long seed,
    int threads,
    Progress progress,
    Set<String> models) {

  /** Refuses a horizon of nothing and a negative rate. */
  public LifetimeOptions {
    models = Set.copyOf(models);
    if (!(horizonDays > 0 && horizonDays < 36_525)) {
      throw new IllegalArgumentException(
          "horizonDays (" + horizonDays + ") must be above 0 and below 36525, a century.");
    }
    if (!(annualDiscount >= 0 && annualDiscount < 10)) {
      throw new IllegalArgumentException(
          "annualDiscount (" + annualDiscount + ") must be from 0 to below 10, such as 0.1.");
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads (" + threads + ") must be at least 1.");
    }
  }

  /** For a horizon in days: without discount, seed 0, silent, on all processors. */
  public static LifetimeOptions of(double horizonDays) {
    return new LifetimeOptions(
        horizonDays, 0, 0, Runtime.getRuntime().availableProcessors(), Progress.SILENT, Set.of());
  }

  /** The same with a discount a year. */
  public LifetimeOptions withAnnualDiscount(double rate) {
    return new LifetimeOptions(horizonDays, rate, seed, threads, progress, models);
  }

  /** The same with another seed. */
  public LifetimeOptions withSeed(long other) {
    return new LifetimeOptions(horizonDays, annualDiscount, other, threads, progress, models);
  }

  /** The same that tells how far it is. */
  public LifetimeOptions withProgress(Progress other) {
    return new LifetimeOptions(horizonDays, annualDiscount, seed, threads, other, models);
  }

  /** The same on this many threads. */
  public LifetimeOptions withThreads(int count) {
    return new LifetimeOptions(horizonDays, annualDiscount, seed, count, progress, models);
  }

  /** The same with these purchase models only. */
  public LifetimeOptions withModels(String... names) {
    return new LifetimeOptions(horizonDays, annualDiscount, seed, threads, progress, Set.of(names));
  }
}
