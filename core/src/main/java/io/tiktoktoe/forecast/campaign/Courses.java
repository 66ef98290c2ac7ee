package io.tiktoktoe.forecast.campaign;

import java.util.Arrays;

/** Log rates of campaigns by share of time: logs, kernel smoothing, resampling. */
final class Courses {

  /** Share of the mean that is added before logs are taken, so that nothing is not beyond all. */
  static final double FLOOR = 0.05;

  private Courses() {}

  /** Mean of what is known; nothing below zero counts. */
  static double mean(double[] values) {
    return Arrays.stream(values)
        .filter(Double::isFinite)
        .map(value -> Math.max(0, value))
        .average()
        .orElse(0);
  }

  /** Logs of values plus {@code floor}; NaN where missing. */
  static double[] logs(double[] values, double floor) {
    return Arrays.stream(values).map(value -> Math.log(Math.max(0, value) + floor)).toArray();
  }

  /** Normal kernel smoothing; missing values count nothing. */
  static double[] smooth(double[] values, double deviation) {
    if (deviation < 0.3) {
      return values.clone();
    }
    int reach = (int) Math.ceil(3 * deviation);
    double[] smooth = new double[values.length];
    for (int t = 0; t < values.length; t++) {
      double sum = 0;
      double weights = 0;
      for (int s = Math.max(0, t - reach); s <= Math.min(values.length - 1, t + reach); s++) {
        if (Double.isFinite(values[s])) {
          double distance = (s - t) / deviation;
          double weight = Math.exp(-distance * distance / 2);
          sum += weight * values[s];
          weights += weight;
        }
      }
      smooth[t] = weights > 0 ? sum / weights : Double.NaN;
    }
    return smooth;
  }

  /** The same total by share of time over another number of steps, as rates a step. */
  static double[] resample(double[] rates, int length) {
    if (rates.length == length) {
      return rates.clone();
    }
    double[] running = new double[rates.length + 1];
    for (int t = 0; t < rates.length; t++) {
      running[t + 1] = running[t] + rates[t];
    }
    double[] other = new double[length];
    double before = 0;
    for (int t = 0; t < length; t++) {
      double at = (t + 1.0) * rates.length / length;
      int whole = Math.min(rates.length - 1, (int) at);
      double reached = running[whole] + (at - whole) * rates[whole];
      other[t] = (reached - before) * length / rates.length;
      before = reached;
    }
    return other;
  }

  /** Values with what is missing filled by the mean. */
  static double[] filled(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(one -> Double.isFinite(one) ? one : mean).toArray();
  }

  /** Mean of what is known from {@code from} to {@code to}; NaN for none. */
  static double mean(double[] values, int from, int to) {
    return Arrays.stream(values, from, to).filter(Double::isFinite).average().orElse(Double.NaN);
  }
}
