package io.tiktoktoe.pipeline;

import io.tiktoktoe.content.insight.ContentKind;
import io.tiktoktoe.content.insight.MarketTrend;
import io.tiktoktoe.content.insight.MarketTrend.Choice;
import io.tiktoktoe.content.insight.MarketTrends;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.pipeline.insight.AnalyticsConfig;
import io.tiktoktoe.pipeline.insight.AnalyticsInsights;
import io.tiktoktoe.pipeline.insight.NoisyNumber;
import io.tiktoktoe.privacy.release.ProtectedRelease;
import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.stats.MultipleTesting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Changes of market shares between two periods of one release, with errors by the delta method:
 * noise, whose variance is known, and that of drawing people anew, at most the bound of one person
 * times the sum. Logarithms of changes are shrunk towards 0 by a normal prior whose variance the
 * changes tell (empirical Bayes); what is told stands under one Holm correction.
 */
final class MarketChanges {

  /** Deviation of a share's logarithm from one period to the next; counts as one observation. */
  private static final double PRIOR = 0.3;

  /** A number so many standard errors above 0 can be divided by. */
  private static final double SOLID = 5;

  private final Contrasts noise;
  private final List<Tried> tried = new ArrayList<>();

  private MarketChanges(ProtectedRelease release) {
    this.noise = new Contrasts(release.plan().noise());
  }

  /** A level's change; variance is infinite where noise drowns it. */
  private record Tried(
      MarketTrend.Measure measure,
      Choice choice,
      String level,
      double before,
      double now,
      double log,
      double variance) {}

  static MarketTrends of(ProtectedRelease release, AnalyticsConfig config, Instant middle) {
    MarketChanges changes = new MarketChanges(release);
    long most = MarketContributions.mostPaid(config.currency());
    changes.table(
        release, MarketContributions.PEOPLE_BY_TYPE, MarketTrend.Measure.PEOPLE, Choice.TYPE, 1);
    changes.table(
        release,
        MarketContributions.PEOPLE_BY_CATEGORY,
        MarketTrend.Measure.PEOPLE,
        Choice.CATEGORY,
        1);
    changes.table(
        release, MarketContributions.INCOME_BY_TYPE, MarketTrend.Measure.INCOME, Choice.TYPE, most);
    changes.table(
        release,
        MarketContributions.INCOME_BY_CATEGORY,
        MarketTrend.Measure.INCOME,
        Choice.CATEGORY,
        most);
    DateRange period = config.period();
    return new MarketTrends(
        new DateRange(period.from(), middle, period.zone()),
        new DateRange(middle, period.to(), period.zone()),
        config.budget().epsilon(),
        config.budget().delta(),
        changes.told(),
        changes.tried.size(),
        release.isRepeated());
  }

  private void table(
      ProtectedRelease release,
      String statistic,
      MarketTrend.Measure measure,
      Choice choice,
      double bound) {
    Map<String, NoisyNumber> cells = new HashMap<>();
    release
        .statistic(statistic)
        .numbers()
        .forEach(number -> cells.put(number.label(), NoisyNumber.of(number)));
    List<NoisyNumber[]> pairs = new ArrayList<>();
    List<String> levels = levels(choice, cells);
    for (String level : levels) {
      NoisyNumber before = cells.get(MarketContributions.label(0, level));
      NoisyNumber now = cells.get(MarketContributions.label(1, level));
      if (before != null && now != null) {
        pairs.add(new NoisyNumber[] {before, now});
      }
    }
    for (int at = 0; at < pairs.size(); at++) {
      add(measure, choice, pairs, at, bound);
    }
  }

  /** Types are known; of categories those that could be named in both periods. */
  private static List<String> levels(Choice choice, Map<String, NoisyNumber> cells) {
    if (choice == Choice.TYPE) {
      return Arrays.stream(ContentKind.values()).map(ContentKind::label).toList();
    }
    String now = MarketContributions.label(1, "");
    TreeSet<String> levels = new TreeSet<>();
    cells.keySet().stream()
        .filter(label -> label.startsWith(now))
        .map(label -> label.substring(now.length()))
        .filter(level -> cells.containsKey(MarketContributions.label(0, level)))
        .forEach(levels::add);
    return List.copyOf(levels);
  }

  private void add(
      MarketTrend.Measure measure, Choice choice, List<NoisyNumber[]> pairs, int at, double bound) {
    double log = 0;
    double variance = 0;
    for (int period = 0; period < 2; period++) {
      NoisyNumber own = pairs.get(at)[period];
      double all = 0;
      double allVariance = 0;
      for (NoisyNumber[] pair : pairs) {
        all += pair[period].value();
        allVariance += pair[period].variance();
      }
      boolean solid =
          own.value() > SOLID * own.standardError()
              && all - own.value() > SOLID * Math.sqrt(allVariance - own.variance());
      double share = own.value() / all;
      log += (period == 0 ? -1 : 1) * (solid ? Math.log(share) : 0);
      variance += solid ? variance(own, all, allVariance, bound) : Double.POSITIVE_INFINITY;
    }
    String level = pairs.get(at)[0].label().substring(MarketContributions.label(0, "").length());
    tried.add(
        new Tried(
            measure,
            choice,
            level,
            pairs.get(at)[0].value(),
            pairs.get(at)[1].value(),
            log,
            variance));
  }

  /** Variance of a share's logarithm. */
  private static double variance(NoisyNumber own, double all, double allVariance, double bound) {
    double share = own.value() / all;
    double ofOwn = own.variance() + bound * own.value();
    double ofOthers = allVariance - own.variance() + bound * (all - own.value());
    double value = own.value() * own.value();
    return ((1 - share) * (1 - share) * ofOwn + share * share * ofOthers) / value;
  }

  private List<MarketTrend> told() {
    double[] chances =
        tried.stream()
            .mapToDouble(
                one -> Math.min(1, 2 * noise.chance(Math.abs(one.log) / Math.sqrt(one.variance))))
            .toArray();
    double[] adjusted = MultipleTesting.holm(chances);
    List<MarketTrend> told = new ArrayList<>();
    for (int at = 0; at < adjusted.length; at++) {
      if (adjusted[at] <= AnalyticsInsights.FALSE_INSIGHTS) {
        told.add(trend(tried.get(at), adjusted[at]));
      }
    }
    told.sort(
        Comparator.comparingDouble((MarketTrend one) -> -Math.abs(Math.log(one.times())))
            .thenComparing(MarketTrend::choice)
            .thenComparing(MarketTrend::level)
            .thenComparing(MarketTrend::measure));
    return told;
  }

  private MarketTrend trend(Tried one, double chance) {
    double prior = prior(one.measure, one.choice);
    double trust = prior / (prior + one.variance);
    Interval interval =
        Interval.normal(trust * one.log, Math.sqrt(prior * (1 - trust)), Interval.WIDE);
    return new MarketTrend(
        one.measure,
        one.choice,
        one.level,
        one.before,
        one.now,
        Math.exp(one.log),
        Math.exp(trust * one.log),
        interval.map(Math::exp),
        chance);
  }

  /** Variance of changes beyond their errors, by moments. */
  private double prior(MarketTrend.Measure measure, Choice choice) {
    double sum = PRIOR * PRIOR;
    int count = 1;
    for (Tried one : tried) {
      if (one.measure == measure && one.choice == choice && Double.isFinite(one.variance)) {
        sum += Math.max(0, one.log * one.log - one.variance);
        count++;
      }
    }
    return sum / count;
  }
}
