package io.tiktoktoe.audience.fan;

import io.tiktoktoe.audience.insight.AudienceFacts.Referrals;
import io.tiktoktoe.audience.insight.AudienceOptions;
import io.tiktoktoe.audience.insight.AudienceSegments;
import io.tiktoktoe.audience.insight.FanCount;
import io.tiktoktoe.audience.insight.FanTable;
import io.tiktoktoe.audience.insight.SegmentInsight;
import io.tiktoktoe.audience.segment.FanSegment;
import io.tiktoktoe.audience.strategy.EngagementStrategy;
import io.tiktoktoe.audience.strategy.EngagementStrategy.PlannedAction;
import io.tiktoktoe.audience.strategy.TargetSegment;
import io.tiktoktoe.stats.Interval;
import java.util.ArrayList;
import java.util.List;

/** Adds fans up to segments: what each is worth, and what a plan must know of it. */
public final class SegmentSummaries {

  /** Days of referrals from which the next are foretold. */
  private static final int REFERRAL_DAYS = 90;

  private final AudienceSegments audience;
  private final List<FanSegment> segments;
  private final int[] numbers;
  private final FanWorth.Values worth;
  private final Engagement engagement;
  private final FanValue value;
  private final double[] risks;

  /**
   * Of an audience in segments.
   *
   * @param numbers the segment of each fan
   * @param risks probability of leaving by fan, NaN for who is not at risk
   */
  public SegmentSummaries(
      AudienceSegments audience,
      List<FanSegment> segments,
      int[] numbers,
      FanWorth.Values worth,
      Engagement engagement,
      FanValue value,
      double[] risks) {
    this.audience = audience;
    this.segments = segments.stream().filter(segment -> segment.fans() > 0).toList();
    this.numbers = numbers;
    this.worth = worth;
    this.engagement = engagement;
    this.value = value;
    this.risks = risks;
  }

  /** The name of a segment in plans and decisions. */
  public static String name(int number) {
    return "segment-" + number;
  }

  /** Sums of one segment. */
  private static final class Sums {
    private int fans;
    private int atRisk;
    private double risk;
    private double value;
    private double valueSquares;
    private double valueVariance;
    private double lifetime;
    private double lifetimeVariance;
    private double engagement;
    private double influence;
    private long net;
    private long subscriptions;
    private int referred;
  }

  private Sums sums(int number) {
    FanTable fans = audience.fans();
    Sums sums = new Sums();
    for (int fan = 0; fan < numbers.length; fan++) {
      if (numbers[fan] != number) {
        continue;
      }
      sums.fans++;
      sums.value += value.value()[fan];
      sums.valueSquares += value.value()[fan] * value.value()[fan];
      sums.valueVariance += value.error()[fan] * value.error()[fan];
      sums.lifetime += worth.mean()[fan];
      sums.lifetimeVariance += worth.variance()[fan];
      sums.engagement += engagement.score()[fan];
      sums.influence += value.influence()[fan];
      sums.net = Math.addExact(sums.net, fans.count(FanCount.NET, fan));
      sums.subscriptions += fans.count(FanCount.SUBSCRIPTIONS, fan);
      if (!Double.isNaN(risks[fan])) {
        sums.atRisk++;
        sums.risk += risks[fan];
      }
    }
    return sums;
  }

  /** Every segment that has fans, with what the strategy has for it. */
  public List<SegmentInsight> insights(EngagementStrategy strategy) {
    List<SegmentInsight> insights = new ArrayList<>();
    for (FanSegment segment : segments) {
      Sums sums = sums(segment.number());
      double n = sums.fans;
      double mean = sums.value / n;
      double between = n > 1 ? Math.max(0, sums.valueSquares / n - mean * mean) / (n - 1) : 0.25;
      double error = Math.sqrt(between + sums.valueVariance / (n * n));
      double lifetimeError = Math.sqrt(sums.lifetimeVariance) / n;
      insights.add(
          new SegmentInsight(
              segment.number(),
              sums.fans,
              n / Math.max(1, numbers.length),
              segment.traits(),
              mean,
              Interval.normal(mean, error, Interval.WIDE).clamp(0, 1),
              sums.lifetime / n,
              Interval.normal(sums.lifetime / n, lifetimeError, Interval.WIDE)
                  .clamp(0, Double.POSITIVE_INFINITY),
              sums.engagement / n,
              sums.influence / n,
              sums.net,
              sums.atRisk,
              sums.atRisk == 0 ? Double.NaN : sums.risk / sums.atRisk,
              sums.subscriptions,
              action(strategy, segment.number())));
    }
    return insights;
  }

  /** What the plan has for a segment; {@code none} where it has nothing. */
  public static String action(EngagementStrategy strategy, int segment) {
    return strategy.plan().stream()
        .filter(planned -> planned.segment().equals(name(segment)))
        .map(PlannedAction::action)
        .findFirst()
        .orElse("none");
  }

  /**
   * The segments as a plan sees them: what happens in the days of the plan when nothing is done.
   *
   * @param soon expected net of each fan in these days
   */
  public List<TargetSegment> targets(FanWorth.Values soon) {
    double[] income = new double[segments.size()];
    double[] brought = brought();
    List<TargetSegment> targets = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      int number = segments.get(i).number();
      Sums sums = sums(number);
      for (int fan = 0; fan < numbers.length; fan++) {
        income[i] += numbers[fan] == number ? soon.mean()[fan] : 0;
      }
      targets.add(
          new TargetSegment(
              name(number),
              name(number),
              sums.fans,
              Math.clamp(sums.risk / sums.fans, 0, 1),
              income[i] / sums.fans,
              brought[i] / sums.fans));
    }
    return targets;
  }

  /** New fans that each segment's fans bring in the days of a plan, as they did of late. */
  private double[] brought() {
    double[] brought = new double[segments.size()];
    Referrals referrals = audience.facts().referrals();
    int from = audience.fans().end() - REFERRAL_DAYS;
    for (int edge = 0; edge < referrals.size(); edge++) {
      int number = numbers[referrals.referrer()[edge]];
      for (int i = 0; i < brought.length && referrals.day()[edge] >= from; i++) {
        brought[i] +=
            segments.get(i).number() == number
                ? (double) AudienceOptions.PLAN_DAYS / REFERRAL_DAYS
                : 0;
      }
    }
    return brought;
  }
}
