package io.tiktoktoe.audience.insight;

import io.tiktoktoe.audience.segment.SegmentOptions;
import io.tiktoktoe.audience.strategy.ActionCatalogue;
import io.tiktoktoe.audience.strategy.StrategyOptions;
import io.tiktoktoe.work.Progress;
import java.util.EnumMap;
import java.util.Map;

/**
 * How an audience is valued and planned for.
 *
 * @param weights of the metrics in a segment's value, at least 0 and not all 0; they are scaled to
 *     add up to 1
 * @param segments how fans are grouped; Ward's hierarchical clustering with an automatic number
 * @param horizonDays days over which lifetime value is counted
 * @param annualDiscount rate a year at which later money counts less
 * @param catalogue actions that may be planned
 * @param means the creator's resources; what is not named: a twentieth of what the fans are
 *     expected to bring in the days of the plan may be spent, and two messages a fan may be sent
 * @param strategy the creator's objectives: priorities retention, monetization, growth
 * @param seed of every random draw
 * @param progress hears of progress and may cancel
 */
public record AudienceOptions(
    Map<ValueMetric, Double> weights,
    SegmentOptions segments,
    double horizonDays,
    double annualDiscount,
    ActionCatalogue catalogue,
    PlanMeans means,
    StrategyOptions strategy,
    long seed,
    Progress progress) {

  /** Days for which is planned. */
  public static final int PLAN_DAYS = 30;

  /** Nobody plans for more groups of fans. */
  private static final int MOST_SEGMENTS = 8;

  private static final double LIFETIME_WEIGHT = 0.4;
  private static final double OTHER_WEIGHT = 0.3;

  public AudienceOptions {
    double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    boolean proper = weights.values().stream().allMatch(weight -> weight >= 0);
    if (!proper || !(sum > 0 && Double.isFinite(sum))) {
      throw new IllegalArgumentException(
          "weights (%s) must be at least 0 and not all 0, such as 0.4, 0.3 and 0.3."
              .formatted(weights));
    }
    EnumMap<ValueMetric, Double> scaled = new EnumMap<>(ValueMetric.class);
    for (ValueMetric metric : ValueMetric.values()) {
      scaled.put(metric, weights.getOrDefault(metric, 0.0) / sum);
    }
    weights = Map.copyOf(scaled);
    if (!(horizonDays >= 1 && horizonDays <= 3_650)) {
      throw new IllegalArgumentException(
          "horizonDays (" + horizonDays + ") must be 1 to 3650, such as 365.");
    }
  }

  /** .4 lifetime value over a year at 10%, .3 engagement, .3 influence. */
  public static AudienceOptions defaults() {
    return new AudienceOptions(
        Map.of(
            ValueMetric.LIFETIME_VALUE,
            LIFETIME_WEIGHT,
            ValueMetric.ENGAGEMENT_SCORE,
            OTHER_WEIGHT,
            ValueMetric.INFLUENCE_SCORE,
            OTHER_WEIGHT),
        SegmentOptions.defaults().withMost(MOST_SEGMENTS),
        365,
        0.1,
        ActionCatalogue.empty(),
        PlanMeans.USUAL,
        StrategyOptions.defaults(),
        0,
        Progress.SILENT);
  }

  /** The weight of a metric; all together are 1. */
  public double weight(ValueMetric metric) {
    return weights.getOrDefault(metric, 0.0);
  }

  /** The same with these weights. */
  public AudienceOptions withWeights(Map<ValueMetric, Double> other) {
    return new AudienceOptions(
        other, segments, horizonDays, annualDiscount, catalogue, means, strategy, seed, progress);
  }

  /** The same with this grouping. */
  public AudienceOptions withSegments(SegmentOptions other) {
    return new AudienceOptions(
        weights, other, horizonDays, annualDiscount, catalogue, means, strategy, seed, progress);
  }

  /** The same within these means. */
  public AudienceOptions withMeans(PlanMeans other) {
    return new AudienceOptions(
        weights, segments, horizonDays, annualDiscount, catalogue, other, strategy, seed, progress);
  }

  /** The same with these objectives. */
  public AudienceOptions withStrategy(StrategyOptions objectives) {
    return new AudienceOptions(
        weights,
        segments,
        horizonDays,
        annualDiscount,
        catalogue,
        means,
        objectives,
        seed,
        progress);
  }

  /** The same with these actions. */
  public AudienceOptions withCatalogue(ActionCatalogue actions) {
    return new AudienceOptions(
        weights, segments, horizonDays, annualDiscount, actions, means, strategy, seed, progress);
  }

  /** The same with this seed. */
  public AudienceOptions withSeed(long newSeed) {
    return new AudienceOptions(
        weights,
        segments,
        horizonDays,
        annualDiscount,
        catalogue,
        means,
        strategy,
        newSeed,
        progress);
  }

  /** The same that reports here. */
  public AudienceOptions withProgress(Progress newProgress) {
    return new AudienceOptions(
        weights,
        segments,
        horizonDays,
        annualDiscount,
        catalogue,
        means,
        strategy,
        seed,
        newProgress);
  }
}
