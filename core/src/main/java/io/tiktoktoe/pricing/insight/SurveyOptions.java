package io.tiktoktoe.pricing.insight;

/**
 * How the curves of a price sensitivity meter are crossed.
 *
 * @param validate whether respondents whose four prices do not rise strictly are left out
 * @param interpolate whether the curves are straight between the prices that were named, and looked
 *     at every {@code step}; else they are steps
 * @param step distance of the prices looked at, in the unit of the prices, above 0
 * @param crossing which price is told where two curves run together
 */
public record SurveyOptions(boolean validate, boolean interpolate, double step, Crossing crossing) {

  /** Which price of a stretch on which two curves run together. */
  public enum Crossing {
    /** The lowest. */
    MIN,
    /** The highest. */
    MAX,
    /** The mean of those that were named or looked at. */
    MEAN,
    /** The middle one of those. */
    MEDIAN
  }

  /** Refuses a step that is not above 0. */
  public SurveyOptions {
    if (!(step > 0 && step < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "step (%s) must be above 0, such as 0.01.".formatted(step));
    }
  }

  /** As R's pricesensitivitymeter: steps, lowest price, ordered answers only. */
  public static SurveyOptions defaults() {
    return new SurveyOptions(true, false, 0.01, Crossing.MIN);
  }

  /** With or without answers out of order. */
  public SurveyOptions withValidate(boolean ordered) {
    return new SurveyOptions(ordered, interpolate, step, crossing);
  }

  /** With straight curves, or steps. */
  public SurveyOptions withInterpolate(boolean straight) {
    return new SurveyOptions(validate, straight, step, crossing);
  }

  /** With another price of a common stretch. */
  public SurveyOptions withCrossing(Crossing other) {
    return new SurveyOptions(validate, interpolate, step, other);
  }
}
