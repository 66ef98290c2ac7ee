package io.tiktoktoe.privacy.release;

import io.tiktoktoe.privacy.question.Statistic;

/** Where raw contributions are read, after the budget was charged. */
@FunctionalInterface
public interface ContributionSource {

  /** All contributions to a statistic in the request's period. */
  Contributions read(Statistic statistic);

  /**
   * How a partition that was selected shall be kept, such as with its name; asked for those alone
   * that may be seen.
   */
  default String published(Statistic statistic, String label) {
    return label;
  }
}
