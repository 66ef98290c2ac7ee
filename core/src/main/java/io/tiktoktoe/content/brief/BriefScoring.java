package io.tiktoktoe.content.brief;

import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.CreatorContent;
import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.stats.WelchDifference;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Scores briefs that were kept, by a comparison of means: who followed chose when, so that a gain
 * is no effect for sure.
 */
public final class BriefScoring {

  private BriefScoring() {}

  /**
   * Scores, the newest brief first.
   *
   * @param direct what each content of the history brought within {@value ContentBriefing#DAYS}
   *     days, minor units
   */
  public static List<BriefScore> of(
      List<PastBrief> briefs, ContentHistory history, double[] direct, ZoneId zone) {
    Map<String, String> homes = HomePlatforms.of(history);
    return briefs.reversed().stream()
        .map(brief -> score(brief, history, direct, homes, zone))
        .toList();
  }

  private static BriefScore score(
      PastBrief brief,
      ContentHistory history,
      double[] direct,
      Map<String, String> homes,
      ZoneId zone) {
    Instant from = brief.asOf().plusDays(1).atStartOfDay(zone).toInstant();
    Instant to = from.plus(Duration.ofDays(ContentBriefing.RECENT_DAYS));
    Instant out = history.dataThrough().minus(Duration.ofDays(ContentBriefing.DAYS));
    int followed = 0;
    List<Double> with = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    for (int place = 0; place < direct.length; place++) {
      CreatorContent one = history.contents().get(place);
      if (one.published().isBefore(from) || !one.published().isBefore(to)) {
        continue;
      }
      boolean follows = brief.isFollowedBy(one, homes.getOrDefault(one.id(), ""), zone);
      followed += follows ? 1 : 0;
      if (!one.published().isAfter(out)) {
        (follows ? with : without).add(direct[place]);
      }
    }
    double[] made = with.stream().mapToDouble(Double::doubleValue).toArray();
    double[] others = without.stream().mapToDouble(Double::doubleValue).toArray();
    return new BriefScore(
        brief,
        followed,
        made.length,
        mean(with),
        others.length,
        mean(without),
        WelchDifference.of(made, others, Interval.WIDE));
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }
}
