package io.tiktoktoe.revenue.insight;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.answer.ForCreator;
import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.answer.Recommendation;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.outlook.Predictions;
import io.tiktoktoe.risk.RiskAssessment;
import java.util.List;

/**
 * What a creator earned, why, what comes next and what to do.
 *
 * @param creator for whom
 * @param period what was asked for
 * @param completeness how much of it has happened and what it is compared with
 * @param bridge gross to net of the period so far
 * @param comparison gross to net of the like-for-like part of the period before
 * @param patterns what is regular and what is not
 * @param change why net income differs from the comparison
 * @param subscriptions how recurring income moved
 * @param predictions of daily net income by stream and in total
 * @param risk what can go wrong
 * @param recommendations what to do, the surest gain first; empty when evidence lacks
 * @param provenance how to make this answer again
 */
public record RevenueInsights(
    CreatorProfile creator,
    DateRange period,
    Completeness completeness,
    RevenueBridge bridge,
    RevenueBridge comparison,
    RevenuePatterns patterns,
    ChangeExplanation change,
    SubscriptionSummary subscriptions,
    Predictions predictions,
    RiskAssessment risk,
    List<Recommendation> recommendations,
    Provenance provenance)
    implements ForCreator {

  public RevenueInsights {
    recommendations = List.copyOf(recommendations);
  }
}
