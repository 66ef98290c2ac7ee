package io.tiktoktoe.event;

/**
 * The treatment assignment of an experiment: which arm was shown and how likely that was.
 *
 * @param experiment its name
 * @param arm the arm that was shown
 * @param propensity the probability with which this arm was to be shown, above 0 and at most 1
 */
public record Assignment(String experiment, String arm, double propensity) {

  public Assignment {
    if (!(propensity > 0 && propensity <= 1)) {
      throw new IllegalArgumentException(
          "propensity (" + propensity + ") must be above 0 and at most 1.");
    }
  }
}
