package io.tiktoktoe.audience.insight;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.answer.ForCreator;
import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.audience.insight.LeavingOutlook.LikelyLeaver;
import io.tiktoktoe.audience.segment.SegmentQuality;
import io.tiktoktoe.audience.segment.SegmentUpdate;
import io.tiktoktoe.audience.strategy.EngagementStrategy;
import io.tiktoktoe.audience.strategy.StrategyConstraints;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who a creator's audience is, what it is worth and what to do for it.
 *
 * @param creator for whom
 * @param through the last day that counts
 * @param size how many fans there are and what they brought
 * @param segments groups of fans alike, in the order of their numbers; empty without fans
 * @param quality how well the groups are kept apart; empty without fans
 * @param outline which groups are nearest to each other; empty where there is one
 * @param drift what changed since the last month's end; empty where nobody was there
 * @param value what the audience is worth
 * @param churn of subscriptions and of use, each with its denominator
 * @param leaving who will be silent
 * @param leavers likely leavers who are worth keeping, those with the most at stake first
 * @param retention by the month in which fans came
 * @param constraints the means within which is planned
 * @param strategy what to do for whom
 * @param plans past plans and what they brought
 * @param provenance how to make this answer again
 */
public record AudienceInsights(
    CreatorProfile creator,
    LocalDate through,
    AudienceSize size,
    List<SegmentInsight> segments,
    Optional<SegmentQuality> quality,
    Optional<Outline> outline,
    Optional<Drifted> drift,
    ValueInsight value,
    List<ChurnLine> churn,
    LeavingOutlook leaving,
    List<LikelyLeaver> leavers,
    RetentionTable retention,
    StrategyConstraints constraints,
    EngagementStrategy strategy,
    List<PastPlan> plans,
    Provenance provenance)
    implements ForCreator {

  public AudienceInsights {
    segments = List.copyOf(segments);
    churn = List.copyOf(churn);
    leavers = List.copyOf(leavers);
    plans = List.copyOf(plans);
  }

  /** The same with these likely leavers. */
  public AudienceInsights withLeavers(List<LikelyLeaver> others) {
    return new AudienceInsights(
        creator,
        through,
        size,
        segments,
        quality,
        outline,
        drift,
        value,
        churn,
        leaving,
        others,
        retention,
        constraints,
        strategy,
        plans,
        provenance);
  }

  /**
   * How many fans there are.
   *
   * @param fans with a name
   * @param active in the last 30 days
   * @param payers who ever paid
   * @param subscribers who pay a subscription that runs
   * @param accounts ids that are these fans'
   * @param referred who were brought by another fan
   * @param net what they brought, minor units
   * @param nobodyNet what no named fan brought: advertising, anonymous payments, erased fans
   */
  public record AudienceSize(
      int fans,
      int active,
      int payers,
      int subscribers,
      long accounts,
      int referred,
      long net,
      long nobodyNet) {}

  /**
   * The upper part of the dendrogram: Ward's joins of the segments' centres.
   *
   * @param joins in ascending order of height
   */
  public record Outline(List<Join> joins) {
    public Outline {
      joins = List.copyOf(joins);
    }
  }

  /**
   * Two groups of segments that become one.
   *
   * @param left numbers of the segments on one side
   * @param right and on the other
   * @param height how far apart they are
   */
  public record Join(List<Integer> left, List<Integer> right, double height) {
    public Join {
      left = List.copyOf(left);
      right = List.copyOf(right);
    }
  }

  /**
   * What changed in the segments since a day.
   *
   * @param since that day
   * @param outcome whether the segments of then still hold
   * @param known fans that had a segment then
   * @param moved known fans that have another one now
   * @param drifts of each segment
   */
  public record Drifted(
      LocalDate since,
      SegmentUpdate.Outcome outcome,
      int known,
      int moved,
      List<SegmentUpdate.Drift> drifts) {
    public Drifted {
      drifts = List.copyOf(drifts);
    }
  }
}
