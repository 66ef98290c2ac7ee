package io.tiktoktoe.pipeline;

import io.tiktoktoe.pipeline.insight.NoisyNumber;
import io.tiktoktoe.pipeline.insight.WindowDrift;
import io.tiktoktoe.pipeline.insight.WindowTotals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Change detection over released windows: the newest beside the mean of those before, over the
 * noise of that difference, in which what windows of a block share falls out. It is noise that is
 * tried against: a quiet Sunday is a change.
 */
public final class WindowChanges {

  /** A week of days: each weekday is in the mean once. */
  private static final int MOST_BEFORE = 7;

  private static final int LEAST_BEFORE = 3;

  /** Chance with which noise alone makes any alert of a window. */
  public static final double FALSE_ALERTS = 0.01;

  private static final List<String> MEASURES = List.of("people", "paying", "minutes", "revenue");

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private static final double WIDTH_95 = NORMAL.inverseSurvivalProbability(0.025);

  private WindowChanges() {}

  /**
   * What changed beyond noise; nothing without three windows before.
   *
   * @param windows one after another, oldest first
   */
  public static List<WindowDrift> of(List<WindowTotals> windows) {
    int before = Math.min(MOST_BEFORE, windows.size() - 1);
    if (before < LEAST_BEFORE) {
      return List.of();
    }
    List<WindowTotals> used = windows.subList(windows.size() - 1 - before, windows.size());
    List<WindowDrift> drifts = new ArrayList<>();
    for (int place = 0; place < MEASURES.size(); place++) {
      WindowDrift one = drift(used, place);
      if (one.falseChance() <= FALSE_ALERTS) {
        drifts.add(one);
      }
    }
    return drifts;
  }

  private static WindowDrift drift(List<WindowTotals> windows, int place) {
    int before = windows.size() - 1;
    double mean = 0;
    double own = 0;
    double value = 0;
    Map<Long, Double> blocks = new HashMap<>();
    double shared = 0;
    for (int at = 0; at <= before; at++) {
      NoisyNumber number = windows.get(at).numbers().get(place);
      double weight = at == before ? 1 : -1.0 / before;
      double common = windows.get(at).shared().get(place);
      own += weight * weight * (number.variance() - common * common);
      blocks.merge(windows.get(at).block(), weight, Double::sum);
      shared = Math.max(shared, common);
      value = number.value();
      mean += at == before ? 0 : number.value() / before;
    }
    double variance = own;
    for (double weight : blocks.values()) {
      variance += weight * weight * shared * shared;
    }
    double deviation = Math.sqrt(variance);
    double tail = 2 * NORMAL.survivalProbability(Math.abs(value - mean) / deviation);
    return new WindowDrift(
        MEASURES.get(place),
        value,
        mean,
        before,
        WIDTH_95 * deviation,
        Math.clamp(MEASURES.size() * tail, Double.MIN_NORMAL, 1));
  }
}
