package io.tiktoktoe.benchmarks.forecast;

import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.stats.Interval;
import java.util.ArrayList;
import java.util.List;

/** The measures of the M competitions for one series and their means over many. */
final class Accuracy {

  /** Probabilities of the answered quantiles: both bands, the scenarios and the median. */
  static final double[] LEVELS = {0.025, 0.16, 0.2, 0.5, 0.8, 0.84, 0.975};

  private int series;
  private double smape;
  private double mase;
  private double msis;
  private double pinball;
  private final List<Double> losses = new ArrayList<>();
  private final int[] inside68 = new int[3];
  private final int[] inside95 = new int[3];
  private final int[] steps = new int[3];

  /** Mean absolute change over a season, the unit of MASE and MSIS. */
  static double unit(double[] train, int period) {
    double sum = 0;
    int count = 0;
    for (int t = period; t < train.length; t++) {
      double change = train[t] - train[t - period];
      if (!Double.isNaN(change)) {
        sum += Math.abs(change);
        count++;
      }
    }
    return sum / count;
  }

  /** sMAPE in percent. */
  static double smape(double[] test, double[] forecast) {
    double sum = 0;
    int count = 0;
    for (int h = 0; h < test.length; h++) {
      double size = Math.abs(test[h]) + Math.abs(forecast[h]);
      if (!Double.isNaN(test[h])) {
        sum += size == 0 ? 0 : 200 * Math.abs(test[h] - forecast[h]) / size;
        count++;
      }
    }
    return sum / count;
  }

  static double mase(double[] test, double[] forecast, double unit) {
    double sum = 0;
    int count = 0;
    for (int h = 0; h < test.length; h++) {
      if (!Double.isNaN(test[h])) {
        sum += Math.abs(test[h] - forecast[h]);
        count++;
      }
    }
    return sum / count / unit;
  }

  void add(double[] train, double[] test, int period, QuantileForecast forecast) {
    double unit = unit(train, period);
    double[] median = new double[test.length];
    double interval = 0;
    int known = 0;
    double loss = 0;
    for (int h = 0; h < test.length; h++) {
      median[h] = forecast.quantile(h, 0.5);
      double actual = test[h];
      if (Double.isNaN(actual)) {
        continue;
      }
      known++;
      Interval wide = forecast.band(h, Interval.WIDE);
      double missed = Math.max(0, wide.lo() - actual) + Math.max(0, actual - wide.hi());
      interval += wide.width() + missed / Interval.lowerTail(Interval.WIDE);
      int third = h * 3 / test.length;
      steps[third]++;
      inside95[third] += wide.contains(actual) ? 1 : 0;
      inside68[third] += forecast.band(h, Interval.NARROW).contains(actual) ? 1 : 0;
      for (double level : LEVELS) {
        double under = actual - forecast.quantile(h, level);
        loss += (under >= 0 ? level * under : (level - 1) * under) / LEVELS.length;
      }
    }
    series++;
    smape += smape(test, median);
    mase += mase(test, median, unit);
    msis += interval / known / unit;
    pinball += loss / known / unit;
    losses.add(loss / known / unit);
  }

  double smape() {
    return smape / series;
  }

  double mase() {
    return mase / series;
  }

  double msis() {
    return msis / series;
  }

  double pinball() {
    return pinball / series;
  }

  /** Pinball loss of every series in units of its mean absolute seasonal change, as added. */
  double[] losses() {
    return losses.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double share(int[] inside, int[] steps) {
    return (double) (inside[0] + inside[1] + inside[2]) / (steps[0] + steps[1] + steps[2]);
  }

  @Override
  public String toString() {
    return String.format(
        "sMAPE %.3f  MASE %.4f  MSIS %.3f  pinball %.4f  68%%: %.3f (%.3f %.3f %.3f)  95%%: %.3f"
            + " (%.3f %.3f %.3f)",
        smape(),
        mase(),
        msis(),
        pinball(),
        share(inside68, steps),
        (double) inside68[0] / steps[0],
        (double) inside68[1] / steps[1],
        (double) inside68[2] / steps[2],
        share(inside95, steps),
        (double) inside95[0] / steps[0],
        (double) inside95[1] / steps[1],
        (double) inside95[2] / steps[2]);
  }
}
