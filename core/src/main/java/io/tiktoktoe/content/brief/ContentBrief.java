package io.tiktoktoe.content.brief;

import io.tiktoktoe.answer.Recommendation;
import io.tiktoktoe.content.insight.ContentKind;
import io.tiktoktoe.content.insight.MarketTrend;
import io.tiktoktoe.stats.Interval;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A next-content brief: the choices of which most is expected, by the creator's own history.
 *
 * @param type what to make
 * @param category what about, as the sender names it; empty where nothing is named
 * @param platform where
 * @param shortestMs least length; 0 where nothing plays
 * @param longestMs most
 * @param day when: the first such weekday after the history
 * @param fromHour local hour of publishing, from
 * @param toHour up to it
 * @param audience for whom: who watches contents like it more than others; absent where no group
 *     does surely
 * @param expected direct value within {@value ContentBriefing#DAYS} days, minor units: the mean
 * @param interval holds that mean with probability 0.95
 * @param spread holds what the next such content brings with probability 0.95
 * @param usual what a content as the creator lately makes them is expected to bring
 * @param times multiple of the geometric mean that a content as lately made brings
 * @param timesInterval holds the multiple with probability 0.95; above 1 it is surely better
 * @param contents how many the brief was learned from
 * @param alike how many of them are of its type and on its platform
 * @param effects the choices one by one, the strongest first, not only those of the brief
 * @param trends what changes, the strongest first
 * @param market released trends of all creators that the expectation contains; empty without a
 *     release, or where none of them is of its type or category
 * @param marketTimes multiple by which they raise what is expected; 1 without any
 * @param recommendations by type, audience, platform and market trend, each by itself
 */
public record ContentBrief(
    ContentKind type,
    String category,
    String platform,
    long shortestMs,
    long longestMs,
    LocalDate day,
    int fromHour,
    int toHour,
    Optional<BriefAudience> audience,
    double expected,
    Interval interval,
    Interval spread,
    double usual,
    double times,
    Interval timesInterval,
    int contents,
    int alike,
    List<BriefEffect> effects,
    List<BriefTrend> trends,
    List<MarketTrend> market,
    double marketTimes,
    List<Recommendation> recommendations) {

  public ContentBrief {
    effects = List.copyOf(effects);
    trends = List.copyOf(trends);
    market = List.copyOf(market);
    recommendations = List.copyOf(recommendations);
  }
}
