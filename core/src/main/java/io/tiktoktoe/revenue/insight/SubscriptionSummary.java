package io.tiktoktoe.revenue.insight;

import io.tiktoktoe.metric.SubscriptionMovement;
import io.tiktoktoe.stats.Interval;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A recurring revenue bridge: start + new + expansion + contraction + churn + reactivation = end,
 * exact, minor units a month.
 *
 * @param startAmount recurring income a month at the start of the period
 * @param endAmount the same at its end
 * @param startSubscriptions active subscriptions at the start
 * @param endSubscriptions the same at its end
 * @param movements what came and went, one entry for each kind
 * @param quickRatio what came divided by what went; NaN when nothing went
 * @param churnRate share of subscriptions that left per 30 days at risk; NaN without subscriptions
 * @param churnInterval holds the churn rate with probability 0.95; [0, 1] without subscriptions
 */
public record SubscriptionSummary(
    long startAmount,
    long endAmount,
    long startSubscriptions,
    long endSubscriptions,
    Map<SubscriptionMovement.Kind, Movement> movements,
    double quickRatio,
    double churnRate,
    Interval churnInterval) {

  public SubscriptionSummary {
    movements = Collections.unmodifiableMap(new EnumMap<>(movements));
  }

  /**
   * The movements of one kind.
   *
   * @param subscriptions how many
   * @param gifted how many of them another person pays for
   * @param monthlyAmount what they changed, minor units a month; negative when it went
   */
  public record Movement(long subscriptions, long gifted, long monthlyAmount) {

    /** Nothing moved. */
    public static final Movement NONE = new Movement(0, 0, 0);

    /** How many of them their users pay themselves. */
    public long paid() {
      return subscriptions - gifted;
    }
  }

  /** The movements of this kind. */
  public Movement of(SubscriptionMovement.Kind kind) {
    return movements.getOrDefault(kind, Movement.NONE);
  }
}
