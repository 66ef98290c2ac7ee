package io.tiktoktoe.forecast.campaign;

import java.util.Arrays;
import java.util.List;

/** Seasonal profile inside campaigns, as logs by place in the season. */
final class PhaseProfile {

  /** Steps' worth of belief that no phase differs. */
  private static final double PRIOR = 4;

  private final double[] byPhase;

  private PhaseProfile(double[] byPhase) {
    this.byPhase = byPhase;
  }

  /**
   * Learns from what rises above the smoothed course.
   *
   * @param logs of each campaign, NaN where missing
   * @param froms the step at which each begins
   * @param period steps of the season; campaigns shorter than two of them tell nothing
   */
  static PhaseProfile of(List<double[]> logs, List<Integer> froms, int period) {
    double[] sums = new double[period];
    double[] counts = new double[period];
    for (int i = 0; i < logs.size(); i++) {
      double[] own = logs.get(i);
      if (own.length < 2 * period) {
        continue;
      }
      double[] smooth = Courses.smooth(own, period / 3.0);
      for (int t = 0; t < own.length; t++) {
        double above = own[t] - smooth[t];
        if (Double.isFinite(above)) {
          int phase = Math.floorMod(froms.get(i) + t, period);
          sums[phase] += above;
          counts[phase]++;
        }
      }
    }
    double[] profile = new double[period];
    Arrays.setAll(profile, phase -> sums[phase] / (counts[phase] + PRIOR));
    double mean = Arrays.stream(profile).average().orElse(0);
    Arrays.setAll(profile, phase -> profile[phase] - mean);
    return new PhaseProfile(profile);
  }

  /** What a step is above its neighbours, as a log. */
  double at(int step) {
    return byPhase[Math.floorMod(step, byPhase.length)];
  }

  /** Logs without the season. */
  double[] without(double[] logs, int from) {
    double[] calm = logs.clone();
    for (int t = 0; t < calm.length; t++) {
      calm[t] -= at(from + t);
    }
    return calm;
  }
}
