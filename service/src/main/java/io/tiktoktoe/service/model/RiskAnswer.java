package io.tiktoktoe.service.model;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.answer.ForCreator;
import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.revenue.insight.RevenueInsights;
import io.tiktoktoe.risk.RiskAssessment;
import io.tiktoktoe.risk.exposure.RiskExposures;

/**
 * What can go wrong with a creator's income.
 *
 * @param creator for whom
 * @param period what was asked for
 * @param risk what can go wrong, what it would cost and what lowers it
 * @param exposures what may hit it from outside, and what told scenarios cost
 * @param provenance how to make this answer again
 */
public record RiskAnswer(
    CreatorProfile creator,
    DateRange period,
    RiskAssessment risk,
    RiskExposures exposures,
    Provenance provenance)
    implements ForCreator {

  public static RiskAnswer of(RevenueInsights insights, RiskExposures exposures) {
    return new RiskAnswer(
        insights.creator(), insights.period(), insights.risk(), exposures, insights.provenance());
  }
}
