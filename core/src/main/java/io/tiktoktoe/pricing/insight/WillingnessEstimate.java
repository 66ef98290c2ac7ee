package io.tiktoktoe.pricing.insight;

import io.tiktoktoe.stats.Interval;
import java.util.List;

/**
 * Willingness to pay of those who would buy at some price.
 *
 * @param median half of them would pay this; in the unit of the prices
 * @param interval of the median at .95
 * @param sources how far each source moved the answer, in the order in which they were heard
 * @param curve share of them that would buy at each price, lowest first
 * @param shown share of all who see the price that would buy at it; empty where nothing was shown
 */
public record WillingnessEstimate(
    double median,
    Interval interval,
    List<SourceShift> sources,
    List<DemandPoint> curve,
    List<DemandPoint> shown) {

  public WillingnessEstimate {
    sources = List.copyOf(sources);
    curve = List.copyOf(curve);
    shown = List.copyOf(shown);
  }

  /** What says something of willingness to pay. */
  public enum Source {
    /** Competitors' prices. */
    MARKET,
    /** What people said in a survey. */
    SURVEY,
    /** What people did: elasticity and prices shown. */
    HISTORY
  }

  /**
   * How far one source moved the answer.
   *
   * @param source which
   * @param median posterior median after it was heard
   * @param shift of the logarithm of the median, in standard deviations before it was heard
   * @param narrowing standard deviation of it after over before; 1 when it said nothing
   */
  public record SourceShift(Source source, double median, double shift, double narrowing) {}

  /**
   * A point of the demand curve.
   *
   * @param price in the unit of the prices
   * @param share expected share that buys
   * @param band of the share at .95
   */
  public record DemandPoint(double price, double share, Interval band) {}
}
