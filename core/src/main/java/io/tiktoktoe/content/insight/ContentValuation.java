package io.tiktoktoe.content.insight;

import java.util.List;
import java.util.Optional;

/**
 * A content valuation: report card, worth, decay and outlook of one content.
 *
 * @param content of which
 * @param state how its figures are to be read
 * @param ageDays since it was published, 0 when ahead
 * @param views so far, those without a name included and machines' left out
 * @param machineViews views that were left out because no person watches so
 * @param fans named fans who watched it
 * @param cohort what it is compared with
 * @param measures of every dimension and timeframe that has begun
 * @param dimensions of every timeframe that has begun
 * @param worth what it is worth so far
 * @param decay how attention fades; empty where there are too few views
 * @param forecast what it will have brought in the end; empty when nobody watched it or it is ahead
 */
public record ContentValuation(
    CreatorContent content,
    ContentState state,
    double ageDays,
    long views,
    long machineViews,
    long fans,
    ContentCohort cohort,
    List<MeasureScore> measures,
    List<DimensionScore> dimensions,
    ContentWorth worth,
    Optional<DecayCurve> decay,
    Optional<ContentForecast> forecast) {

  public ContentValuation {
    measures = List.copyOf(measures);
    dimensions = List.copyOf(dimensions);
  }
}
