package io.tiktoktoe.content.brief;

import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.ContentKind;
import io.tiktoktoe.content.insight.CreatorContent;
import io.tiktoktoe.content.insight.MarketTrends;
import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.stats.Quantiles;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Front door of next-content briefs. */
public final class ContentBriefing {

  /** Days after publishing whose value counts. */
  public static final int DAYS = 14;

  /** Days that are lately. */
  public static final int RECENT_DAYS = 60;

  /** Fewer contents whose value is known teach nothing. */
  public static final int LEAST_CONTENTS = 12;

  /** A choice made less often is not advised. */
  private static final int LEAST_LEVEL = 3;

  private static final int DRAWS = 500;

  private final ContentHistory history;
  private final List<CreatorContent> known = new ArrayList<>();
  private final BriefLevels levels;
  private final BriefModel model;
  private final double[] values;
  private MarketShift market = new MarketShift(Optional.empty(), 0);

  private ContentBriefing(
      ContentHistory history, double[] direct, ZoneId zone, List<Integer> places) {
    this.history = history;
    places.forEach(place -> known.add(history.contents().get(place)));
    this.values = places.stream().mapToDouble(place -> direct[place]).toArray();
    this.levels = new BriefLevels(known, HomePlatforms.of(history), zone);
    this.model = new BriefModel(known, values, levels, history.dataThrough());
  }

  /**
   * The brief; absent with fewer than {@value #LEAST_CONTENTS} contents that have been out for
   * {@value #DAYS} days, or where none of them brought anything.
   *
   * @param direct what each content of the history brought within {@value #DAYS} days, minor units
   * @param zone in which days and hours are told
   * @param through the last day that counts
   * @param seed of the draws behind intervals
   */
  public static Optional<ContentBrief> of(
      ContentHistory history, double[] direct, ZoneId zone, LocalDate through, long seed) {
    Optional<ContentBriefing> briefing = learned(history, direct, zone);
    return briefing.map(one -> one.brief(through, seed));
  }

  /**
   * The same, with what a private release tells of the market.
   *
   * @param market trends of all creators; nothing else of them is known
   */
  public static Optional<ContentBrief> of(
      ContentHistory history,
      double[] direct,
      ZoneId zone,
      LocalDate through,
      long seed,
      Optional<MarketTrends> market) {
    return learned(history, direct, zone).map(one -> one.in(market).brief(through, seed));
  }

  /** What the history teaches, to tell of other contents too; absent as {@link #of}. */
  public static Optional<ContentBriefing> learned(
      ContentHistory history, double[] direct, ZoneId zone) {
    Instant end = history.dataThrough().minus(Duration.ofDays(DAYS));
    List<Integer> places = new ArrayList<>();
    double sum = 0;
    for (int place = 0; place < history.contents().size(); place++) {
      CreatorContent one = history.contents().get(place);
      if (!one.published().isAfter(end) && !one.removed()) {
        places.add(place);
        sum += Math.max(0, direct[place]);
      }
    }
    return places.size() < LEAST_CONTENTS || !(sum > 0)
        ? Optional.empty()
        : Optional.of(new ContentBriefing(history, direct, zone, places));
  }

  private ContentBriefing in(Optional<MarketTrends> trends) {
    double unseen =
        trends
            .map(
                told -> model.weightOf(at -> known.get(at).published().isBefore(told.now().from())))
            .orElse(0.0);
    this.market = new MarketShift(trends, unseen);
    return this;
  }

  /** Mean logarithm of a content of these levels, the market's trends included. */
  private double log(String[] levels) {
    return model.effects().mean(model.design(levels)) + market.log(levels);
  }

  /**
   * Expected value of a content that is planned or was made, minor units within the days.
   *
   * @param platform where
   */
  public double expected(CreatorContent content, String platform) {
    return model.value(model.effects().mean(model.design(levels.of(content, platform))));
  }

  /** The brief as of a day; see {@link #of}. */
  public ContentBrief brief(LocalDate through, long seed) {
    String[] best = best();
    int[] design = model.design(best);
    double log = log(best);
    BriefTrends trends = new BriefTrends(known, model, history.dataThrough());
    double deviation =
        Math.hypot(
            trends.drift(), Math.sqrt(model.effects().variance(design) + market.variance(best)));
    SplittableRandom random = new SplittableRandom(seed);
    double[] means = new double[DRAWS];
    double[] next = new double[DRAWS];
    double[] residuals = model.residuals();
    int[] stage = stage(best);
    for (int draw = 0; draw < DRAWS; draw++) {
      double drawn = log + deviation * random.nextGaussian();
      means[draw] = model.value(drawn);
      // Half as the model says, half as contents alike did: some of those brought next to nothing.
      next[draw] =
          draw % 2 == 0
              ? model.one(drawn + residuals[random.nextInt(residuals.length)])
              : values[stage[random.nextInt(stage.length)]]
                  * Math.exp(trends.drift() * random.nextGaussian());
    }
    Habit habit = habit(best);
    List<BriefTrend> changes = trends.of();
    ContentKind kind = ContentKind.named(best[BriefFactor.TYPE.ordinal()]).orElseThrow();
    long[] lengths = levels.lengths(kind, best[BriefFactor.LENGTH.ordinal()]);
    String hours = best[BriefFactor.HOURS.ordinal()];
    int from = Integer.parseInt(hours.substring(0, hours.indexOf('-')));
    return new ContentBrief(
        kind,
        best[BriefFactor.CATEGORY.ordinal()],
        best[BriefFactor.PLATFORM.ordinal()],
        lengths[0],
        lengths[1],
        day(through, best[BriefFactor.WEEKDAY.ordinal()]),
        from,
        from + BriefLevels.BLOCK_HOURS,
        new BriefWatchers(history, Arrays.stream(stage).mapToObj(known::get).toList()).most(),
        model.value(log),
        interval(means),
        interval(next),
        habit.usual(),
        habit.times(),
        habit.interval(),
        known.size(),
        stage.length,
        effects(),
        changes,
        market.of(best),
        Math.exp(market.log(best)),
        new BriefAdvising(history, known, model, habit.usual(), changes).of(market, best));
  }

  private static Interval interval(double[] draws) {
    double[] sorted = draws.clone();
    Arrays.sort(sorted);
    return Interval.equalTailed(p -> Quantiles.ofSorted(sorted, p), Interval.WIDE);
  }

  /** The choices of highest mean: type and platform that occurred together, all else free. */
  private String[] best() {
    List<List<String>> common = BriefLevels.common(model.rows(), LEAST_LEVEL);
    String[] best = new String[0];
    double most = Double.NEGATIVE_INFINITY;
    for (String[] made : model.rows()) {
      String[] candidate = made.clone();
      for (BriefFactor factor :
          List.of(
              BriefFactor.LENGTH, BriefFactor.CATEGORY, BriefFactor.HOURS, BriefFactor.WEEKDAY)) {
        strongest(candidate, factor, common.get(factor.ordinal()));
      }
      double log = log(candidate);
      if (log > most && isUsual(made)) {
        most = log;
        best = candidate;
      }
    }
    // Where no type and platform occurred often enough, what was made last is as good as any.
    return best.length == 0 ? model.rows().getLast() : best;
  }

  private boolean isUsual(String[] made) {
    return model.rows().stream().filter(one -> sameStage(one, made)).count() >= LEAST_LEVEL;
  }

  private static boolean sameStage(String[] one, String[] other) {
    return one[BriefFactor.TYPE.ordinal()].equals(other[BriefFactor.TYPE.ordinal()])
        && one[BriefFactor.PLATFORM.ordinal()].equals(other[BriefFactor.PLATFORM.ordinal()]);
  }

  private void strongest(String[] candidate, BriefFactor factor, List<String> choices) {
    double most = Double.NEGATIVE_INFINITY;
    String best = candidate[factor.ordinal()];
    for (String choice : choices) {
      boolean fits =
          factor != BriefFactor.LENGTH
              || levels.fits(candidate[BriefFactor.TYPE.ordinal()], choice);
      String[] tried = candidate.clone();
      tried[factor.ordinal()] = choice;
      double log = log(tried);
      if (fits && !choice.isEmpty() && log > most) {
        most = log;
        best = choice;
      }
    }
    candidate[factor.ordinal()] = best;
  }

  /** Which known contents are of this type and on this platform. */
  private int[] stage(String[] best) {
    return IntStream.range(0, known.size())
        .filter(at -> sameStage(model.rows().get(at), best))
        .toArray();
  }

  private record Habit(double usual, double times, Interval interval) {}

  /** What contents as lately made are expected to bring, and the brief beside them. */
  private Habit habit(String[] best) {
    int[] brief = model.design(best);
    Instant recent = history.dataThrough().minus(Duration.ofDays(RECENT_DAYS));
    List<CreatorContent> lately =
        history.contents().stream().filter(one -> one.published().isAfter(recent)).toList();
    List<String[]> made =
        (lately.size() < LEAST_LEVEL ? known : lately).stream().map(levels::of).toList();
    List<int[]> designs = made.stream().map(model::design).toList();
    double usual = made.stream().mapToDouble(one -> model.value(log(one))).average().orElse(0);
    double[] difference = model.average(designs);
    double log = 0;
    for (int column = 0; column < difference.length; column++) {
      difference[column] *= -1;
    }
    difference[0] += 1;
    for (int column : brief) {
      difference[column] += 1;
    }
    for (int column = 1; column < difference.length; column++) {
      log += difference[column] * model.effects().effect(column);
    }
    log += market.log(best) - made.stream().mapToDouble(market::log).average().orElse(0);
    // Of the market's trends that of the brief counts: errors of the others lie within theirs.
    double deviation =
        Math.sqrt(Math.max(1e-6, model.effects().varianceOf(difference)) + market.variance(best));
    return new Habit(
        usual, Math.exp(log), Interval.normal(log, deviation, Interval.WIDE).map(Math::exp));
  }

  private static LocalDate day(LocalDate through, String weekday) {
    LocalDate day = through.plusDays(1);
    while (!BriefLevels.weekday(day.getDayOfWeek()).equals(weekday)) {
      day = day.plusDays(1);
    }
    return day;
  }

  private List<BriefEffect> effects() {
    List<BriefEffect> all = new ArrayList<>();
    model
        .columns()
        .forEach(
            (key, column) -> {
              BriefFactor factor = BriefFactor.values()[Integer.parseInt(key.substring(0, 1))];
              String level = key.substring(2);
              double effect = model.effects().effect(column);
              Interval interval =
                  Interval.normal(effect, model.effects().deviation(column), Interval.WIDE);
              long made =
                  model.rows().stream().filter(row -> row[factor.ordinal()].equals(level)).count();
              all.add(
                  new BriefEffect(
                      factor, level, (int) made, Math.exp(effect), interval.map(Math::exp)));
            });
    all.sort(
        Comparator.comparingDouble((BriefEffect one) -> -Math.abs(Math.log(one.times())))
            .thenComparing(BriefEffect::factor)
            .thenComparing(BriefEffect::level));
    return all;
  }
}
