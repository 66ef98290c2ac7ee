package io.tiktoktoe.audience.strategy;

import java.util.List;

/**
 * What is known of the uplifts of every action on every segment: stated priors at first, then what
 * trials teach (doubly robust, empirical Bayes). Immutable.
 */
public final class Uplifts {

  private final List<Uplift> all;

  private Uplifts(List<Uplift> all) {
    this.all = List.copyOf(all);
  }

  /** The stated priors alone. */
  public static Uplifts priors(ActionCatalogue catalogue, List<TargetSegment> segments) {
    throw new UnsupportedOperationException("not built yet");
  }

  /**
   * The same after these trials.
   *
   * @param seed of the folds in which rows are put
   */
  public Uplifts learning(UpliftTrials trials, long seed) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Of all actions, segments and goals. */
  public List<Uplift> all() {
    return all;
  }
}
