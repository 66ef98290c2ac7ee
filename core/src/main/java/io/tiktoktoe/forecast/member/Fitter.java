package io.tiktoktoe.forecast.member;

/**
 * Estimates an expert's parameters on beginnings of one history. Ends are asked for in ascending
 * order: a search may start where the one before ended.
 */
@FunctionalInterface
public interface Fitter {

  /** Parameters estimated on the values before {@code end}; the costly part. */
  FittedExpert fit(int end);
}
