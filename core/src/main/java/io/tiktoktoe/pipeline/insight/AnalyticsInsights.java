package io.tiktoktoe.pipeline.insight;

import io.tiktoktoe.event.DateRange;
import java.util.List;

/**
 * What a platform may know: protected analyses and the insights that stand out of their noise.
 *
 * @param period of the events
 * @param privacy what it promises and costs
 * @param behavior how people behave
 * @param content how content does
 * @param monetization what people pay
 * @param health how the machines did
 * @param audience insights for who cares for the audience
 * @param contentInsights insights for who makes content
 * @param business insights for who runs it
 * @param technical insights for who keeps it running
 * @param looked how many statements were tried against noise
 */
public record AnalyticsInsights(
    DateRange period,
    PrivacyStatement privacy,
    BehaviorAnalysis behavior,
    ContentPerformance content,
    MonetizationAnalysis monetization,
    HealthAnalysis health,
    List<PlatformInsight> audience,
    List<PlatformInsight> contentInsights,
    List<PlatformInsight> business,
    List<PlatformInsight> technical,
    int looked) {

  /** Chance, at most, that any insight about people is one that noise alone has made. */
  public static final double FALSE_INSIGHTS = 0.05;

  public AnalyticsInsights {
    audience = List.copyOf(audience);
    contentInsights = List.copyOf(contentInsights);
    business = List.copyOf(business);
    technical = List.copyOf(technical);
  }

  /**
   * What a release promises.
   *
   * @param epsilon by what factor, {@code exp(epsilon)}, one person may change the chances of what
   *     is published
   * @param delta chance with which that may fail
   * @param unit what is protected
   * @param noise its kind
   * @param repeated whether it is an earlier answer, given again at no cost
   * @param outside parts of the insights that are exact, the operator's own log, and that the
   *     promise does not hold for: not to be handed on
   */
  public record PrivacyStatement(
      double epsilon,
      double delta,
      String unit,
      String noise,
      boolean repeated,
      List<String> outside) {

    public PrivacyStatement {
      outside = List.copyOf(outside);
    }
  }
}
