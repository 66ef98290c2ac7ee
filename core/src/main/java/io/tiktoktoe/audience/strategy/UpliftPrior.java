package io.tiktoktoe.audience.strategy;

/**
 * What is believed of an uplift before it was tried: a normal prior.
 *
 * @param mean relative change of what would have happened anyway: of RETENTION the share of leavers
 *     that stays, of MONETIZATION the change of income, of GROWTH the change of new fans; 0.1 is a
 *     tenth more
 * @param deviation standard deviation of the belief, at least 0
 * @param source where it comes from, in a few words
 */
public record UpliftPrior(double mean, double deviation, String source) {

  /** No effect, and sure of it. */
  public static final UpliftPrior NONE = new UpliftPrior(0, 0, "not meant for it");

  public UpliftPrior {
    if (!(Math.abs(mean) <= 100)) {
      throw new IllegalArgumentException(
          "mean (%s) must lie within 100. Give a relative change, such as 0.1 for a tenth more."
              .formatted(mean));
    }
    if (!(deviation >= 0 && deviation <= 100)) {
      throw new IllegalArgumentException(
          "deviation (%s) must be from 0 to 100.".formatted(deviation));
    }
  }
}
