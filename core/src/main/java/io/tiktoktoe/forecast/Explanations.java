package io.tiktoktoe.forecast;

import io.tiktoktoe.forecast.member.PhaseMeans;
import io.tiktoktoe.forecast.member.Prepared;
import io.tiktoktoe.outlook.Explanation;
import io.tiktoktoe.outlook.ForecastPart;
import io.tiktoktoe.outlook.WhatIf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Additive attribution of a forecast: splits its expected sum into level, recent change, trend and
 * seasons.
 */
final class Explanations {

  /** Fewest steps over which a slope or a year's course is told from chance. */
  private static final int LONG = 14;

  /** Steps over which a long season is smoothed, each way. */
  private static final int SMOOTH = 7;

  /** Seasons at the end that the level is the mean of. */
  private static final int RECENT_SEASONS = 4;

  /** The share by which a level is asked to fall. */
  private static final double STEP = 0.1;

  private Explanations() {}

  /**
   * The shortest season is the history's over the last four; the longest is what part of the
   * history's mean course through it the forecast follows, against where that course stands now;
   * trend is the slope of the rest from where it starts, recent change what lies between this start
   * and the level, which is the mean of the last four short seasons.
   */
  static Explanation of(Prepared history, double[] mean) {
    int steps = mean.length;
    if (steps == 0) {
      return Explanation.NONE;
    }
    double[] filled = history.filled();
    int period = history.period();
    int length = filled.length;
    int recent = Math.min(length, Math.max(LONG / 2, RECENT_SEASONS * period));
    double level =
        history.scale() * Arrays.stream(filled, length - recent, length).average().orElse(0);
    double[] left = mean.clone();
    List<Explanation.Component> components = new ArrayList<>();
    components.add(new Explanation.Component(new ForecastPart.Level(), level * steps));
    double[] phases = PhaseMeans.additive(filled, length - recent, length, period);
    double season = 0;
    for (int h = 0; h < steps; h++) {
      double part = history.scale() * phases[(length + h) % period];
      left[h] -= part;
      season += part;
    }
    double year = longSeason(history, left);
    double[] line = steps >= LONG ? PhaseMeans.line(left, 0, steps) : new double[] {left[0], 0};
    double start = steps >= LONG ? line[0] : Arrays.stream(left).average().orElse(0);
    double rest = Arrays.stream(left).sum();
    components.add(
        new Explanation.Component(new ForecastPart.RecentChange(), (start - level) * steps));
    components.add(new Explanation.Component(new ForecastPart.Trend(), rest - start * steps));
    if (period > 1) {
      components.add(new Explanation.Component(new ForecastPart.Season(period), season));
    }
    if (history.periods().length > 1) {
      int longest = history.periods()[history.periods().length - 1];
      components.add(new Explanation.Component(new ForecastPart.Season(longest), year));
    }
    return new Explanation(
        steps, components, changes(history, mean, level, rest - start * steps, season));
  }

  /** Takes the part of the longest season that the forecast follows out of it; the sum taken. */
  private static double longSeason(Prepared history, double[] left) {
    int count = history.periods().length;
    int length = history.length();
    int period = count < 2 ? 0 : history.periods()[count - 1];
    if (count < 2 || left.length < LONG) {
      return 0;
    }
    double[] course = PhaseMeans.additive(history.filled(), length % period, length, period);
    double[] ahead = new double[left.length];
    double now = smooth(course, length - LONG / 2);
    for (int h = 0; h < ahead.length; h++) {
      ahead[h] = history.scale() * (smooth(course, length + h) - now);
    }
    double follows = Math.clamp(slope(ahead, left), 0, 1);
    double sum = 0;
    for (int h = 0; h < ahead.length; h++) {
      left[h] -= follows * ahead[h];
      sum += follows * ahead[h];
    }
    return sum;
  }

  private static double smooth(double[] course, int at) {
    double sum = 0;
    for (int k = -SMOOTH; k <= SMOOTH; k++) {
      sum += course[Math.floorMod(at + k, course.length)];
    }
    return sum / (2 * SMOOTH + 1);
  }

  private static double slope(double[] x, double[] y) {
    double meanX = Arrays.stream(x).average().orElse(0);
    double meanY = Arrays.stream(y).average().orElse(0);
    double cross = 0;
    double square = 0;
    for (int i = 0; i < x.length; i++) {
      cross += (x[i] - meanX) * (y[i] - meanY);
      square += (x[i] - meanX) * (x[i] - meanX);
    }
    return square > 0 ? cross / square : 0;
  }

  private static List<Explanation.Change> changes(
      Prepared history, double[] mean, double level, double trend, double season) {
    int steps = mean.length;
    double sum = Arrays.stream(mean).sum();
    List<Explanation.Change> changes = new ArrayList<>();
    changes.add(new Explanation.Change(new WhatIf.LevelFalls(STEP), -STEP * level * steps));
    changes.add(new Explanation.Change(new WhatIf.TrendStops(), 0 - trend));
    changes.add(
        new Explanation.Change(
            new WhatIf.SeasonsRepeat(RECENT_SEASONS), level * steps + season - sum));
    int count = history.periods().length;
    int longest = count < 2 ? 0 : history.periods()[count - 1];
    if (longest >= steps && history.length() >= longest) {
      int from = history.length() - longest;
      double before = Arrays.stream(history.filled(), from, from + steps).sum();
      changes.add(
          new Explanation.Change(new WhatIf.SameAsBefore(longest), history.scale() * before - sum));
    }
    return sorted(changes);
  }

  private static List<Explanation.Change> sorted(List<Explanation.Change> changes) {
    return changes.stream()
        .sorted(
            Comparator.comparingDouble((Explanation.Change change) -> -Math.abs(change.amount())))
        .toList();
  }

  /** Of the sum of series: equal parts and changes added; their errors as if independent. */
  static Explanation total(List<Explanation> all) {
    Map<ForecastPart, Double> parts = new LinkedHashMap<>();
    Map<WhatIf, double[]> changes = new LinkedHashMap<>();
    int steps = 0;
    for (Explanation one : all) {
      steps = Math.max(steps, one.steps());
      for (Explanation.Component part : one.components()) {
        parts.merge(part.part(), part.amount(), Double::sum);
      }
      for (Explanation.Change change : one.changes()) {
        double[] sums = changes.computeIfAbsent(change.whatIf(), what -> new double[2]);
        sums[0] += change.amount();
        sums[1] = Math.hypot(sums[1], change.standardError());
      }
    }
    List<Explanation.Component> components = new ArrayList<>();
    parts.forEach((part, amount) -> components.add(new Explanation.Component(part, amount)));
    List<Explanation.Change> summed = new ArrayList<>();
    changes.forEach((what, sums) -> summed.add(new Explanation.Change(what, sums[0], sums[1])));
    return new Explanation(steps, components, sorted(summed));
  }
}
