package io.tiktoktoe.forecast;

/**
 * Estimates an expert's parameters on beginnings of one history. Ends are asked for in ascending
 * order: a search may start where the one before ended.
 */
@FunctionalInterface
interface Fitter {

  /** Parameters estimated on the values before {@code end}; the costly part. */
  FittedExpert fit(int end);
}
