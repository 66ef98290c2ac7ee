package io.tiktoktoe.audience.influence;

import java.util.List;

/**
 * Calibration of influence: scores set against the revenue that referred fans really brought.
 *
 * @param rankCorrelation Spearman's, of score and referred revenue, -1 to 1; NaN when either is the
 *     same for all
 * @param captured share of all referred revenue that came through the tenth of fans with the
 *     highest scores
 * @param groups fans from the highest scores to the lowest, in up to ten groups of equal number
 */
public record InfluenceCalibration(double rankCorrelation, double captured, List<Group> groups) {

  public InfluenceCalibration {
    groups = List.copyOf(groups);
  }

  /**
   * Fans of like score.
   *
   * @param fans how many
   * @param meanScore their mean score
   * @param shareOfScore their share of all scores
   * @param shareOfRevenue their share of all referred revenue; 0 when there is none
   */
  public record Group(int fans, double meanScore, double shareOfScore, double shareOfRevenue) {}
}
