package io.tiktoktoe.content.brief;

import io.tiktoktoe.answer.Recommendation;
import io.tiktoktoe.answer.Recommendation.Effect;
import io.tiktoktoe.answer.Recommendation.Footing;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.CreatorContent;
import io.tiktoktoe.content.insight.MarketTrend;
import io.tiktoktoe.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recommendations by type, audience, platform and market trend: shrunk effects on the logarithm of
 * a content's value that are above none with a chance of four in five. What would change one is the
 * mean of further contents at which its normal posterior falls to nothing.
 */
final class BriefAdvising {

  /** Standard deviations above none with a chance of four in five. */
  private static final double LIKELY = 0.84;

  private static final int LEAST = 3;

  private final ContentHistory history;
  private final List<CreatorContent> known;
  private final BriefModel model;
  private final double usual;
  private final List<BriefTrend> trends;

  /**
   * @param known the contents of the model, in its order
   * @param usual what a content as lately made brings, minor units
   */
  BriefAdvising(
      ContentHistory history,
      List<CreatorContent> known,
      BriefModel model,
      double usual,
      List<BriefTrend> trends) {
    this.history = history;
    this.known = known;
    this.model = model;
    this.usual = usual;
    this.trends = trends;
  }

  /** An effect on the logarithm. */
  private record Found(String level, int contents, double log, double deviation) {

    boolean isLikely() {
      return log > LIKELY * deviation;
    }

    /** Multiple of the usual at which as many further contents would end the belief. */
    double turning(double noise) {
      return Math.exp(-log * noise / (BriefAdvice.NEXT * deviation * deviation));
    }
  }

  /**
   * At most one of each kind, in the order of kinds.
   *
   * @param market what applies to the choices that are advised
   */
  List<Recommendation> of(MarketShift market, String[] best) {
    List<Recommendation> all = new ArrayList<>();
    strongest(BriefFactor.TYPE)
        .ifPresent(
            one ->
                all.add(
                    told(
                        new BriefAdvice.MakeType(
                            one.level, one.contents, Math.exp(one.log), turning(one)),
                        one,
                        Footing.ASSOCIATION)));
    audience().ifPresent(all::add);
    strongest(BriefFactor.PLATFORM)
        .ifPresent(
            one ->
                all.add(
                    told(
                        new BriefAdvice.PublishOn(
                            one.level,
                            one.contents,
                            Math.exp(one.log),
                            lately(one.level),
                            turning(one)),
                        one,
                        Footing.ASSOCIATION)));
    market.of(best).stream()
        .filter(one -> one.interval().lo() > 1)
        .forEach(one -> all.add(follow(one, market.unseen())));
    return all;
  }

  private double turning(Found one) {
    return one.turning(model.effects().noise());
  }

  private Recommendation told(BriefAdvice advice, Found one, Footing footing) {
    return new Recommendation(
        advice,
        Effect.CONTENT_VALUE,
        usual * Math.expm1(one.log),
        Interval.normal(one.log, one.deviation, Interval.WIDE).map(log -> usual * Math.expm1(log)),
        footing);
  }

  private Recommendation follow(MarketTrend trend, double unseen) {
    return new Recommendation(
        new BriefAdvice.FollowMarket(trend, unseen),
        Effect.CONTENT_VALUE,
        usual * (Math.pow(trend.times(), unseen) - 1),
        trend.interval().map(times -> usual * (Math.pow(times, unseen) - 1)),
        Footing.ASSOCIATION);
  }

  /** The level of the largest effect among those made often enough and surely enough. */
  private Optional<Found> strongest(BriefFactor factor) {
    Map<String, Integer> counts = new HashMap<>();
    for (String[] row : model.rows()) {
      counts.merge(row[factor.ordinal()], 1, Integer::sum);
    }
    Optional<Found> best = Optional.empty();
    for (Map.Entry<String, Integer> column : model.columns().entrySet()) {
      if (Integer.parseInt(column.getKey().substring(0, 1)) != factor.ordinal()) {
        continue;
      }
      String level = column.getKey().substring(2);
      Found one =
          new Found(
              level,
              counts.getOrDefault(level, 0),
              model.effects().effect(column.getValue()),
              model.effects().deviation(column.getValue()));
      if (one.contents >= LEAST && one.isLikely() && one.log > best.map(Found::log).orElse(0.0)) {
        best = Optional.of(one);
      }
    }
    return best;
  }

  /** Multiple of what contents on a platform brought before; 1 where too few tell. */
  private double lately(String platform) {
    return trends.stream()
        .filter(one -> one.factor() == BriefFactor.PLATFORM && one.level().equals(platform))
        .mapToDouble(BriefTrend::times)
        .findFirst()
        .orElse(1);
  }

  /** The group whose contents bring most beside the others, their other choices held. */
  private Optional<Recommendation> audience() {
    long[][] views = new BriefWatchers(history, List.of()).byContent();
    Map<String, Integer> places = new HashMap<>();
    for (int place = 0; place < history.contents().size(); place++) {
      places.put(history.contents().get(place).id(), place);
    }
    long[][] own =
        known.stream().map(one -> views[places.getOrDefault(one.id(), 0)]).toArray(long[][]::new);
    Optional<Found> best = Optional.empty();
    for (BriefAudience group : BriefAudience.values()) {
      Optional<Found> one = beside(group, own);
      if (one.isPresent()
          && one.get().isLikely()
          && one.get().log > best.map(Found::log).orElse(0.0)) {
        best = one;
      }
    }
    return best.map(
        one ->
            told(
                new BriefAdvice.MakeFor(
                    BriefAudience.valueOf(one.level),
                    one.contents,
                    Math.exp(one.log),
                    turning(one)),
                one,
                Footing.ASSOCIATION));
  }

  /** Contents with more of a group than the middle one, beside the others; shrunk. */
  private Optional<Found> beside(BriefAudience group, long[][] views) {
    double[] shares =
        Arrays.stream(views)
            .mapToDouble(
                one -> {
                  long all = Arrays.stream(one).sum();
                  return all == 0 ? Double.NaN : (double) one[group.ordinal()] / all;
                })
            .toArray();
    double[] sorted = Arrays.stream(shares).filter(Double::isFinite).sorted().toArray();
    if (sorted.length < 2 * LEAST) {
      return Optional.empty();
    }
    double middle = sorted[sorted.length / 2];
    double[] residuals = model.residuals();
    double[] sums = new double[2];
    int[] counts = new int[2];
    for (int at = 0; at < shares.length; at++) {
      if (Double.isFinite(shares[at])) {
        int side = shares[at] > middle ? 1 : 0;
        sums[side] += residuals[at];
        counts[side]++;
      }
    }
    if (Math.min(counts[0], counts[1]) < LEAST) {
      return Optional.empty();
    }
    double change = sums[1] / counts[1] - sums[0] / counts[0];
    double variance = model.effects().noise() * (1.0 / counts[0] + 1.0 / counts[1]);
    double trust =
        BriefTrends.PRIOR * BriefTrends.PRIOR / (BriefTrends.PRIOR * BriefTrends.PRIOR + variance);
    return Optional.of(
        new Found(
            group.name(), counts[1], trust * change, BriefTrends.PRIOR * Math.sqrt(1 - trust)));
  }
}
