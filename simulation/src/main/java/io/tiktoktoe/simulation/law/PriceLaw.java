package io.tiktoktoe.simulation.law;

/**
 * How people decide about prices.
 *
 * @param level factor on the median willingness to pay
 * @param lasting whether a fan's willingness to pay lasts; drawn anew at each look otherwise
 * @param looks factor on how often prices are shown
 * @param satiation factor on it right after an order of the kind, fading over 120 days
 * @param reference power of the last price seen: who paid less before finds a price dear
 * @param rival power of what rivals charge
 * @param deals share of creators who cut prices when sales are weak and in the season; more than 0
 *     also lets prices rise
 */
public record PriceLaw(
    double level,
    boolean lasting,
    double looks,
    double satiation,
    double reference,
    double rival,
    double deals) {

  /** As if each look were another person's. */
  static final PriceLaw REDRAWN = new PriceLaw(1, false, 1, 1, 0, 0, 0);
}
