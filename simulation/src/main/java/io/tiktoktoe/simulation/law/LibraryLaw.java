package io.tiktoktoe.simulation.law;

/**
 * What contents are like.
 *
 * @param tail share of a video's views in the power-law part; of others at most 0.3
 * @param power exponent of that part
 * @param most contents that are still watched; of older ones only what attracts most
 * @param mostPerFan further ones for each first fan, up to {@value #MOST_FURTHER}
 * @param freshness how much of an audience's watching depends on what is new, 0 to 1
 * @param rediscovered share that many find again after weeks
 * @param likeSigma deviation of the logarithm of the like rate between contents
 * @param confounding how far those who give anyway prefer contents of their own, and how far effect
 *     falls with appeal
 * @param causing tips that a view of average effect causes, as a multiple of the fan's tips a day
 */
public record LibraryLaw(
    double tail,
    double power,
    int most,
    double mostPerFan,
    double freshness,
    double rediscovered,
    double likeSigma,
    double confounding,
    double causing) {

  /** Further contents at most. */
  public static final int MOST_FURTHER = 500;

  static final LibraryLaw INDEPENDENT = new LibraryLaw(0.3, 1.4, 16, 0, 0.5, 0, 0, 0, 8);
}
