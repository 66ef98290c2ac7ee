package io.tiktoktoe.content.brief;

import io.tiktoktoe.content.insight.CreatorContent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * What contents bring by the choices behind them: random effects on the logarithm of their value,
 * recent ones counting more.
 */
final class BriefModel {

  private static final double HALF_LIFE_DAYS = 180;
  private static final int FACTORS = BriefFactor.values().length;

  private final BriefLevels levels;
  private final List<String[]> rows;
  private final Map<String, Integer> columns = new HashMap<>();
  private final RandomEffects effects;
  private final double[] residuals;
  private final double[] weights;

  /** Added before the logarithm is taken, so that nothing is something. */
  private final double floor;

  BriefModel(List<CreatorContent> contents, double[] values, BriefLevels levels, Instant end) {
    this.levels = levels;
    this.rows = contents.stream().map(levels::of).toList();
    double[] paid = Arrays.stream(values).filter(one -> one > 0).sorted().toArray();
    this.floor = paid.length == 0 ? 1 : Math.max(1, paid[paid.length / 2] / 4);
    List<Integer> groups = new ArrayList<>(List.of(0));
    for (String[] row : rows) {
      for (int factor = 0; factor < FACTORS; factor++) {
        String key = key(factor, row[factor]);
        if (!row[factor].isEmpty() && !columns.containsKey(key)) {
          columns.put(key, groups.size());
          groups.add(factor);
        }
      }
    }
    double[] logs = Arrays.stream(values).map(one -> Math.log(floor + Math.max(0, one))).toArray();
    this.weights = new double[logs.length];
    for (int at = 0; at < weights.length; at++) {
      double age = Duration.between(contents.get(at).published(), end).toHours() / 24.0;
      weights[at] = Math.pow(0.5, age / HALF_LIFE_DAYS);
    }
    int[][] design = rows.stream().map(this::design).toArray(int[][]::new);
    effects =
        RandomEffects.fit(
            design, logs, weights, groups.stream().mapToInt(Integer::intValue).toArray());
    residuals = new double[logs.length];
    for (int at = 0; at < logs.length; at++) {
      residuals[at] = logs[at] - effects.mean(design[at]);
    }
  }

  private static String key(int factor, String level) {
    return factor + ":" + level;
  }

  /** Columns of a row's levels; levels that were never met have none. */
  int[] design(String[] row) {
    int[] found = new int[FACTORS];
    int count = 0;
    for (int factor = 0; factor < FACTORS; factor++) {
      Integer column = columns.get(key(factor, row[factor]));
      if (column != null) {
        found[count++] = column;
      }
    }
    return Arrays.copyOf(found, count);
  }

  int[] design(CreatorContent content) {
    return design(levels.of(content));
  }

  List<String[]> rows() {
    return rows;
  }

  RandomEffects effects() {
    return effects;
  }

  Map<String, Integer> columns() {
    return Map.copyOf(columns);
  }

  double[] residuals() {
    return residuals.clone();
  }

  /** Mean value at a mean logarithm: smeared over the residuals (Duan 1983). */
  double value(double log) {
    double sum = 0;
    for (double residual : residuals) {
      sum += Math.max(0, Math.exp(log + residual) - floor);
    }
    return sum / residuals.length;
  }

  /** Value at one logarithm. */
  double one(double log) {
    return Math.max(0, Math.exp(log) - floor);
  }

  /** Share of all weight that contents have for which this holds. */
  double weightOf(IntPredicate row) {
    double all = 0;
    double some = 0;
    for (int at = 0; at < weights.length; at++) {
      all += weights[at];
      some += row.test(at) ? weights[at] : 0;
    }
    return some / all;
  }

  /** Weights of each column in the mean of these rows. */
  double[] average(List<int[]> designs) {
    double[] weights = new double[columns.size() + 1];
    weights[0] = 1;
    for (int[] design : designs) {
      for (int column : design) {
        weights[column] += 1.0 / designs.size();
      }
    }
    return weights;
  }
}
