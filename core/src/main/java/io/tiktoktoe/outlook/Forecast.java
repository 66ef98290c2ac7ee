package io.tiktoktoe.outlook;

import java.util.List;

/**
 * The predictive distribution of one series over the steps ahead and over whole horizons.
 *
 * @param seriesId the series' name
 * @param steps one outlook per step; index 0 is one step ahead; empty when {@code basis} is NONE
 * @param horizons the sum over each horizon, calibrated on its own (never summed quantiles)
 * @param members what each member of the ensemble contributed
 * @param basis on what it stands: a full history, a short one, or creators alike
 * @param backtest how the method did on this series' past
 * @param explanation what it is made of and what would change it
 * @param paths joint futures, for sums and for risk
 */
public record Forecast(
    String seriesId,
    List<Outlook> steps,
    List<HorizonOutlook> horizons,
    List<Member> members,
    Basis basis,
    Backtest backtest,
    Explanation explanation,
    SamplePaths paths) {

  public Forecast {
    steps = List.copyOf(steps);
    horizons = List.copyOf(horizons);
    members = List.copyOf(members);
  }

  /** The outlook of the sum over one horizon. */
  public record HorizonOutlook(Horizon horizon, Outlook sum) {}

  /**
   * One member of the ensemble.
   *
   * @param name such as {@code additive ETS}
   * @param weight its share in the combination, in [0, 1]; all add up to 1. 0: it failed on this
   *     history and was left out
   */
  public record Member(String name, double weight) {}

  /** What a forecast stands on. */
  public enum Basis {
    /** Enough own history for every method. */
    HISTORY,
    /** Fewer than 14 steps or less than two seasons: simple methods only, wide bands. */
    SHORT_HISTORY,
    /** Too few sales for a level: the rate and the size of sales are forecast. */
    SPARSE_HISTORY,
    /** Cold start, no usable history: what similar creators earn. */
    PRIOR,
    /** Neither history nor creators alike: nothing can be said, and no steps are given. */
    NONE
  }
}
