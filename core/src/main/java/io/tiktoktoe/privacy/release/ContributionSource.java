package io.tiktoktoe.privacy.release;

/** Where raw contributions are read, after the budget was charged. */
@FunctionalInterface
public interface ContributionSource {

  /** All contributions to a statistic in the request's period. */
  Contributions read(Statistic statistic);
}
