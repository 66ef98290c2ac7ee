package io.tiktoktoe.content.brief;

import io.tiktoktoe.content.insight.CreatorContent;
import io.tiktoktoe.stats.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Trends of types, categories and platforms: the mean of what the choices do not explain, lately
 * less before, shrunk by a normal prior around no change; the spread of that prior is the usual
 * deviation of a quarter's level.
 */
final class BriefTrends {

  private static final int LEAST = 3;

  /** Prior deviation of the logarithm. */
  static final double PRIOR = 0.3;

  private final List<CreatorContent> contents;
  private final BriefModel model;
  private final Instant recent;
  private final Instant end;

  BriefTrends(List<CreatorContent> contents, BriefModel model, Instant end) {
    this.contents = contents;
    this.model = model;
    this.end = end;
    this.recent = end.minus(Duration.ofDays(ContentBriefing.RECENT_DAYS));
  }

  List<BriefTrend> of() {
    List<BriefTrend> trends = new ArrayList<>();
    for (BriefFactor factor :
        List.of(BriefFactor.TYPE, BriefFactor.CATEGORY, BriefFactor.PLATFORM)) {
      TreeSet<String> levels = new TreeSet<>();
      model.rows().forEach(row -> levels.add(row[factor.ordinal()]));
      levels.remove("");
      levels.forEach(level -> add(factor, level, trends));
    }
    trends.sort(
        Comparator.comparingDouble((BriefTrend one) -> -Math.abs(Math.log(one.times())))
            .thenComparing(BriefTrend::factor)
            .thenComparing(BriefTrend::level));
    return trends;
  }

  /**
   * Deviation by which the level of all contents moves from one time of {@value
   * ContentBriefing#RECENT_DAYS} days to the next, beyond what chance alone moves it.
   */
  double drift() {
    double[] residuals = model.residuals();
    Map<Long, double[]> blocks = new TreeMap<>();
    for (int at = 0; at < residuals.length; at++) {
      long days = Duration.between(contents.get(at).published(), end).toDays();
      double[] block =
          blocks.computeIfAbsent(days / ContentBriefing.RECENT_DAYS, key -> new double[2]);
      block[0] += residuals[at];
      block[1]++;
    }
    double squares = PRIOR * PRIOR;
    int changes = 1;
    double[] before = new double[2];
    for (double[] block : blocks.values()) {
      if (before[1] >= LEAST && block[1] >= LEAST) {
        double change = block[0] / block[1] - before[0] / before[1];
        double chance = model.effects().noise() * (1 / block[1] + 1 / before[1]);
        squares += Math.max(0, change * change - chance);
        changes++;
      }
      before = block;
    }
    return Math.sqrt(squares / changes);
  }

  private void add(BriefFactor factor, String level, List<BriefTrend> trends) {
    double[] residuals = model.residuals();
    double late = 0;
    double early = 0;
    int recently = 0;
    int before = 0;
    for (int at = 0; at < residuals.length; at++) {
      if (model.rows().get(at)[factor.ordinal()].equals(level)) {
        boolean isLate = contents.get(at).published().isAfter(recent);
        late += isLate ? residuals[at] : 0;
        early += isLate ? 0 : residuals[at];
        recently += isLate ? 1 : 0;
        before += isLate ? 0 : 1;
      }
    }
    if (recently >= LEAST && before >= LEAST) {
      double change = late / recently - early / before;
      double variance = model.effects().noise() * (1.0 / recently + 1.0 / before);
      double trust = PRIOR * PRIOR / (PRIOR * PRIOR + variance);
      Interval interval =
          Interval.normal(trust * change, PRIOR * Math.sqrt(1 - trust), Interval.WIDE);
      trends.add(
          new BriefTrend(
              factor, level, recently, before, Math.exp(trust * change), interval.map(Math::exp)));
    }
  }
}
