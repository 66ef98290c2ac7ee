package io.tiktoktoe.forecast.boosting;

import io.tiktoktoe.forecast.blend.Lookback;
import io.tiktoktoe.forecast.blend.MemberWeights;
import io.tiktoktoe.forecast.blend.Pool;
import io.tiktoktoe.forecast.blend.Sparsity;
import java.util.Arrays;

/**
 * Features of gradient boosting for one forecast step: where in the horizon and the seasons it
 * lies, what every other member says, what came at the same phase before, where the level has been
 * moving, and what kind of series it is. All relative to the combination of the other members, in
 * units of the seasonal naive error.
 */
final class BoostingFeatures {

  private static final int CLOCK = 4;
  private static final int INNER_LAGS = 4;
  private static final int OUTER_LAGS = 2;
  private static final int LEVEL = 5;
  private static final int SPARSITY = 2;

  private final Lookback lookback;
  private final double[] filled;
  private final double[] cumulative;

  /** The members' weights by step ahead, up to the longest. */
  private final double[][] weights;

  private final double unit;
  private final int inner;
  private final int outer;
  private final float logUnit;
  private final float zeros;
  private final float interval;
  private final float variation;

  BoostingFeatures(Lookback lookback, Pool base) {
    this.lookback = lookback;
    this.filled = lookback.history().filled();
    this.unit = lookback.naiveError();
    this.logUnit = (float) Math.log(unit);
    this.weights = weights(lookback, base);
    int[] periods = lookback.history().periods();
    this.inner = lookback.history().period();
    this.outer = periods.length > 1 && periods[1] <= 200 ? periods[1] : inner;
    this.cumulative = new double[filled.length + 1];
    int none = 0;
    for (int t = 0; t < filled.length; t++) {
      cumulative[t + 1] = cumulative[t] + filled[t];
      none += filled[t] == 0 ? 1 : 0;
    }
    this.zeros = (float) none / filled.length;
    Sparsity.Measures measures = Sparsity.Measures.of(lookback.history().observed());
    this.interval = (float) Math.log(measures.interval());
    this.variation = (float) Math.log1p(measures.variation());
  }

  private static double[][] weights(Lookback lookback, Pool base) {
    MemberWeights prior = MemberWeights.prior(lookback, base);
    double[][] weights = new double[lookback.now()[0].length][];
    Arrays.setAll(weights, prior::at);
    return weights;
  }

  int width() {
    return CLOCK + lookback.members() + INNER_LAGS + OUTER_LAGS + LEVEL + SPARSITY;
  }

  /** The series' seasonal naive error. */
  double unit() {
    return unit;
  }

  /** Fills the row at {@code at} with a past step's features; the combination there. */
  double past(int origin, int ahead, float[] rows, int at) {
    double[][][] past = lookback.past();
    double[] weight = weights[ahead];
    double middle = 0;
    for (int m = 0; m < past.length; m++) {
      middle += weight[m] * past[m][origin][ahead];
    }
    for (int m = 0; m < past.length; m++) {
      rows[at + CLOCK + m] = scaled(past[m][origin][ahead] - middle);
    }
    fill(lookback.origins()[origin], ahead, middle, rows, at);
    return middle;
  }

  /** The same for a step of the future. */
  double now(int ahead, float[] rows, int at) {
    double[][] now = lookback.now();
    double[] weight = weights[ahead];
    double middle = 0;
    for (int m = 0; m < now.length; m++) {
      middle += weight[m] * now[m][ahead];
    }
    for (int m = 0; m < now.length; m++) {
      rows[at + CLOCK + m] = scaled(now[m][ahead] - middle);
    }
    fill(filled.length, ahead, middle, rows, at);
    return middle;
  }

  private float scaled(double difference) {
    return (float) Math.clamp(difference / unit, -20, 20);
  }

  private void fill(int known, int ahead, double middle, float[] row, int from) {
    int step = known + ahead;
    row[from] = Math.min(ahead, lookback.reach());
    row[from + 1] = (float) ahead / Math.max(1, inner);
    row[from + 2] = step % inner;
    row[from + 3] = step % outer / inner;
    int at = from + CLOCK + lookback.members();
    for (int k = 0; k < INNER_LAGS; k++) {
      row[at++] = scaled(same(known, ahead, inner, k) - middle);
    }
    for (int k = 0; k < OUTER_LAGS; k++) {
      row[at++] = scaled(same(known, ahead, outer, k) - middle);
    }
    row[at++] = scaled(mean(known - inner, known) - mean(known - 2 * inner, known - inner));
    row[at++] = scaled(mean(known - outer, known) - mean(known - 2 * outer, known - outer));
    row[at++] = scaled(filled[known - 1] - filled[Math.max(0, known - 1 - inner)]);
    row[at++] = logUnit;
    row[at++] = zeros;
    row[at++] = interval;
    row[at] = variation;
  }

  /** The value at the same phase, {@code k} seasons before the newest known one. */
  private double same(int known, int ahead, int period, int k) {
    int back = (ahead / period + 1 + k) * period;
    int step = known + ahead - back;
    return filled[Math.max(0, step)];
  }

  private double mean(int from, int to) {
    int start = Math.max(0, from);
    int end = Math.max(start + 1, to);
    return (cumulative[end] - cumulative[start]) / (end - start);
  }
}
