package io.tiktoktoe.service.model;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.answer.ForCreator;
import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.revenue.insight.RevenueInsights;
import io.tiktoktoe.risk.RiskAssessment;

/**
 * What can go wrong with a creator's income.
 *
 * @param creator for whom
 * @param period what was asked for
 * @param risk what can go wrong, what it would cost and what lowers it
 * @param provenance how to make this answer again
 */
public record RiskAnswer(
    CreatorProfile creator, DateRange period, RiskAssessment risk, Provenance provenance)
    implements ForCreator {

  public static RiskAnswer of(RevenueInsights insights) {
    return new RiskAnswer(
        insights.creator(), insights.period(), insights.risk(), insights.provenance());
  }
}
