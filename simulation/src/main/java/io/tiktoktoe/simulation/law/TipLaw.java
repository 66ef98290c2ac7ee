package io.tiktoktoe.simulation.law;

/**
 * The law.
 *
 * @param often factor on how often people tip
 * @param menu whether people choose from a menu
 * @param tail share of tips from the tail
 * @param exponent of the tail
 */
public record TipLaw(double often, boolean menu, double tail, double exponent) {
  static final TipLaw GAMMA = new TipLaw(1, false, 0, 0);
}
