package io.tiktoktoe.audience.fan;

import io.tiktoktoe.audience.insight.AudienceOptions;
import io.tiktoktoe.audience.insight.DecisionTrial;
import io.tiktoktoe.audience.insight.FanCount;
import io.tiktoktoe.audience.insight.FanDay;
import io.tiktoktoe.audience.insight.FanTable;
import io.tiktoktoe.audience.strategy.Goal;
import java.util.HashMap;
import java.util.Map;

/**
 * What each fan did before and after a decision, by goal, over as many days as a plan lasts.
 *
 * @param numbers the segment that each fan had then
 * @param before by goal, then by fan
 * @param after by goal, then by fan
 */
record TrialOutcomes(int[] numbers, Map<Goal, double[]> before, Map<Goal, double[]> after) {

  static TrialOutcomes of(DecisionTrial trial, AudienceOptions options) {
    FanTable then = trial.then().fans();
    int[] numbers =
        then.size() == 0
            ? new int[0]
            : SegmentedAudience.of(trial.then(), trial.base(), options).segments().numbers();
    return new TrialOutcomes(
        numbers,
        outcomes(then, trial.earlier().fans(), then),
        outcomes(then, then, trial.later().fans()));
  }

  /** What the fans of {@code who} did between the days of two audiences. */
  private static Map<Goal, double[]> outcomes(FanTable who, FanTable from, FanTable to) {
    Map<Long, Integer> old = places(from);
    Map<Long, Integer> young = places(to);
    double[] stayed = new double[who.size()];
    double[] net = new double[who.size()];
    double[] brought = new double[who.size()];
    for (int fan = 0; fan < who.size(); fan++) {
      int earlier = old.getOrDefault(who.ids()[fan], -1);
      int later = young.getOrDefault(who.ids()[fan], -1);
      if (later >= 0) {
        stayed[fan] = to.day(FanDay.LAST_ACTIVE, later) >= from.end() ? 1 : 0;
        net[fan] = difference(FanCount.NET, from, earlier, to, later);
        brought[fan] = difference(FanCount.REFERRALS, from, earlier, to, later);
      }
    }
    return Map.of(Goal.RETENTION, stayed, Goal.MONETIZATION, net, Goal.GROWTH, brought);
  }

  private static double difference(
      FanCount count, FanTable from, int earlier, FanTable to, int later) {
    return to.count(count, later) - (double) (earlier < 0 ? 0 : from.count(count, earlier));
  }

  private static Map<Long, Integer> places(FanTable fans) {
    Map<Long, Integer> places = HashMap.newHashMap(fans.size());
    for (int fan = 0; fan < fans.size(); fan++) {
      places.put(fans.ids()[fan], fan);
    }
    return places;
  }
}
