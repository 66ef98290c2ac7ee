package io.tiktoktoe.service.model.experiment;

/**
 * Whether a price test's log gives again what was decided from it.
 *
 * @param entries of the log
 * @param persons who were assigned
 * @param outcomes that were credited
 * @param steps times that the posterior was drawn
 * @param otherRule steps that another version of this software drew: its rule was another one, so
 *     that nothing can be computed again
 * @param differing other steps whose chances come out otherwise when computed again from the log
 *     before them
 * @param twoArms persons of the log who were shown a second arm
 * @param sameState whether what is held in memory is what the log says
 */
public record ExperimentAudit(
    long entries,
    long persons,
    long outcomes,
    long steps,
    long otherRule,
    long differing,
    long twoArms,
    boolean sameState) {

  /** Whether nothing is wrong. */
  public boolean holds() {
    return differing == 0 && twoArms == 0 && sameState;
  }
}
