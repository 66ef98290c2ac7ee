package io.tiktoktoe.forecast.member;

/**
 * Parameter estimation of an expert on beginnings of one history. Ends are asked for in ascending
 * order: a search may start where the one before ended.
 */
@FunctionalInterface
public interface Fitter {

  /** Parameters estimated on the values before {@code end}; the costly part. */
  FittedExpert fit(int end);
}
