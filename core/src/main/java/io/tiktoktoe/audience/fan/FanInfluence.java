package io.tiktoktoe.audience.fan;

import io.tiktoktoe.audience.influence.Influence;
import io.tiktoktoe.audience.influence.InfluenceCalibration;
import io.tiktoktoe.audience.influence.InfluenceOptions;
import io.tiktoktoe.audience.influence.Links;
import io.tiktoktoe.audience.insight.AudienceFacts.Referrals;
import io.tiktoktoe.audience.insight.AudienceSegments;
import io.tiktoktoe.audience.insight.FanCount;
import io.tiktoktoe.audience.insight.FanTable;
import io.tiktoktoe.work.Progress;
import java.util.Arrays;
import java.util.Optional;

/**
 * Influence of each fan: personalised PageRank over referrals, jumps going to fans by what they
 * brought, less what jumps alone give: the score that flows in from those whom a fan brought,
 * directly and further on.
 *
 * @param scores at least 0, by fan; all 0 without referrals
 * @param calibration set against referred revenue; empty without referrals
 */
public record FanInfluence(double[] scores, Optional<InfluenceCalibration> calibration) {

  /** Of an audience. O(fans + referrals) for each of some dozen steps. */
  public static FanInfluence of(AudienceSegments audience, Progress progress) {
    FanTable fans = audience.fans();
    Referrals referrals = audience.facts().referrals();
    if (referrals.size() == 0) {
      return new FanInfluence(new double[fans.size()], Optional.empty());
    }
    double[] weights = new double[referrals.size()];
    Arrays.fill(weights, 1);
    double[] jumps = jumps(fans);
    double[] scores =
        Influence.of(
                new Links(fans.size(), referrals.fan(), referrals.referrer(), weights),
                jumps,
                InfluenceOptions.defaults(),
                progress)
            .scores();
    double[] referred = new double[fans.size()];
    for (int fan = 0; fan < referred.length; fan++) {
      referred[fan] = fans.count(FanCount.REFERRED_NET, fan);
    }
    double[] flows = withoutJumps(scores, jumps);
    return new FanInfluence(flows, Optional.of(Influence.calibration(flows, referred)));
  }

  /** Everyone counts a little, payers as much as they brought. */
  private static double[] jumps(FanTable fans) {
    double[] jumps = new double[fans.size()];
    double mean = 0;
    for (int fan = 0; fan < jumps.length; fan++) {
      jumps[fan] = Math.max(0, fans.count(FanCount.NET, fan));
      mean += jumps[fan] / jumps.length;
    }
    for (int fan = 0; fan < jumps.length; fan++) {
      jumps[fan] = mean > 0 ? jumps[fan] / mean + 1 : 1;
    }
    return jumps;
  }

  /** Who brought nobody has what jumps give and nothing else: the least share of the own jumps. */
  private static double[] withoutJumps(double[] scores, double[] jumps) {
    double share = Double.POSITIVE_INFINITY;
    for (int fan = 0; fan < scores.length; fan++) {
      share = Math.min(share, scores[fan] / jumps[fan]);
    }
    double[] flows = new double[scores.length];
    for (int fan = 0; fan < scores.length; fan++) {
      double flow = scores[fan] - share * jumps[fan];
      // What is left of rounding is nothing.
      flows[fan] = flow > 1e-9 * scores[fan] ? flow : 0;
    }
    return flows;
  }
}
