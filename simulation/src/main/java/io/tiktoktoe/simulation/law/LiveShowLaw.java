package io.tiktoktoe.simulation.law;

/**
 * How excitement moves.
 *
 * @param hype deviation of its logarithm; 0 for one smooth rise and fall
 * @param bins time constant in bins of five minutes
 * @param excited further tips that a tip brings on average
 * @param goals share of streams with a goal
 * @param finale factor on tips in the last tenth of these
 */
public record LiveShowLaw(double hype, double bins, double excited, double goals, double finale) {
  static final LiveShowLaw SMOOTH = new LiveShowLaw(0, 1, 0, 0, 1);
}
