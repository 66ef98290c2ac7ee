package io.tiktoktoe.forecast.network;

import static io.tiktoktoe.forecast.network.NetworkShape.HISTORY;
import static io.tiktoktoe.forecast.network.NetworkShape.STEP;

import java.util.Arrays;

/**
 * Features of the network for one series: numbers on the whole history, numbers on each step ahead,
 * and the candidates, all free of the series' unit. Distances are in noise units and compressed by
 * asinh, so that nothing is ever far outside what training has shown.
 */
public final class NetworkInput {

  private static final int RECENT = 56;
  private static final int WINDOWS = 24;
  private static final int BLOCK_MEANS = 12;

  /** Added to errors before the logarithm, in noise units. */
  private static final double LOG_FLOOR = .05;

  public final Standardised series;
  final Candidates candidates;

  /** Typical one-step noise on the standardised scale: the unit of distances. */
  public final double noise;

  private final double perNoise;

  /** Scale of the training loss: quiet and volatile series count the same. */
  public final double difficulty;

  private final CandidateBacktest backtest;
  private final double[] lagDifference;
  private final double[] logPhaseNoise;
  private final double zero;

  public NetworkInput(double[] history, int period, int longPeriod) {
    series = Standardised.of(history, period);
    double[] y = series.y;
    candidates = new Candidates(y, y.length, period, longPeriod);
    lagDifference =
        new double[] {
          meanDifference(y, 1),
          meanDifference(y, candidates.period),
          candidates.longPeriod > 0 ? meanDifference(y, candidates.longPeriod) : Double.MAX_VALUE,
          candidates.smoothingError[candidates.bestAlpha]
        };
    // One half in n: a short quiet history is weak proof of no noise (rule of succession).
    noise = Math.max(Arrays.stream(lagDifference).min().orElse(0), .5 / y.length);
    perNoise = 1 / noise;
    backtest = CandidateBacktest.of(y, period, longPeriod);
    double seasonalDifference = Math.max(lagDifference[1], noise);
    double reference = backtest.far[Candidates.REFERENCE];
    difficulty = (seasonalDifference + Math.max(reference, seasonalDifference)) / 2;
    logPhaseNoise = logPhaseNoise();
    zero = series.forward(0);
  }

  /** Writes {@link NetworkShape#HISTORY} numbers at {@code offset}. */
  public void writeHistory(float[] out, int offset) {
    Cursor cursor = new Cursor(out, offset);
    int n = candidates.n;
    for (int k = 0; k < RECENT; k++) {
      cursor.add(k < n ? distance(candidates.adjusted[n - 1 - k] - candidates.level) : 0);
    }
    int windows = n / candidates.window;
    for (int k = 0; k < WINDOWS; k++) {
      cursor.add(k < windows ? distance(candidates.windowMean(k) - candidates.level) : 0);
    }
    for (int k = 0; k < BLOCK_MEANS; k++) {
      cursor.add(distance(candidates.blockMean(k, BLOCK_MEANS) - candidates.level));
    }
    writeBacktest(cursor);
    writeScalars(cursor);
    cursor.fillTo(offset + HISTORY);
  }

  /** The candidates of steps 1 to {@code horizon}, {@link Candidates#COUNT} each. */
  public double[] forecasts(int horizon) {
    double[] forecasts = new double[horizon * Candidates.COUNT];
    candidates.forecast(horizon, forecasts, Candidates.COUNT);
    return forecasts;
  }

  /** Writes {@link NetworkShape#STEP} numbers on step {@code h} (from 1) at {@code offset}. */
  public void writeStep(int h, double[] forecasts, float[] out, int offset) {
    Cursor cursor = new Cursor(out, offset);
    int at = (h - 1) * Candidates.COUNT;
    double reference = forecasts[at + Candidates.REFERENCE];
    for (int c = 0; c < Candidates.COUNT; c++) {
      if (c != Candidates.REFERENCE) {
        cursor.add(distance(forecasts[at + c] - reference));
      }
    }
    int phase = (h - 1) % candidates.period;
    cursor.add(distance(candidates.profile[phase]));
    writeLags(h, phase, reference, cursor);
    cursor.add(logPhaseNoise[phase]);
    cursor.add(distance(reference - zero));
    cursor.add(NetworkShape.logOf(h) / 2);
    cursor.add(h / (double) NetworkShape.HORIZON);
    cursor.add(Math.min(3, h / (double) candidates.window / 4));
    cursor.add(candidates.longPeriod > 0 ? Math.min(2, h / (double) candidates.longPeriod) : 0);
    cursor.add(phase == 0 ? 1 : 0);
    cursor.fillTo(offset + STEP);
  }

  /** Earlier seasons at this step and its neighbours, beyond those among the candidates. */
  private void writeLags(int h, int phase, double reference, Cursor cursor) {
    int period = candidates.period;
    int newest = candidates.n - period + phase;
    for (int back = 1; back <= 4; back++) {
      cursor.add(distance(candidates.lagged(newest - back * period, period) - reference));
    }
    cursor.add(distance(candidates.lagged(newest - 1, period) - reference));
    cursor.add(distance(candidates.lagged(newest + 1, period) - reference));
    int longPeriod = candidates.longPeriod;
    if (longPeriod == 0) {
      for (int i = 0; i < 4; i++) {
        cursor.add(0);
      }
      return;
    }
    int before = candidates.newest(h, longPeriod);
    cursor.add(distance(candidates.lagged(before - longPeriod, longPeriod) - reference));
    cursor.add(distance(candidates.lagged(before - 2 * longPeriod, longPeriod) - reference));
    cursor.add(distance(candidates.lagged(before - 1, longPeriod) - reference));
    cursor.add(distance(candidates.lagged(before + 1, longPeriod) - reference));
  }

  /** Writes the candidates of step {@code h} less the reference, in noise units. */
  public void writeCandidates(int h, double[] forecasts, float[] out, int offset) {
    int at = (h - 1) * Candidates.COUNT;
    double reference = forecasts[at + Candidates.REFERENCE];
    for (int c = 0; c < Candidates.COUNT; c++) {
      out[offset + c] = (float) ((forecasts[at + c] - reference) / noise);
    }
  }

  private double distance(double difference) {
    return Asinh.of(difference * perNoise);
  }

  private static double meanDifference(double[] y, int lag) {
    if (y.length <= lag) {
      return y.length == 1 ? .5 : Math.abs(y[y.length - 1] - y[0]);
    }
    double sum = 0;
    for (int t = lag; t < y.length; t++) {
      sum += Math.abs(y[t] - y[t - lag]);
    }
    return sum / (y.length - lag);
  }

  private double[] logPhaseNoise() {
    double[] sums = new double[candidates.period];
    int n = candidates.n;
    int period = candidates.period;
    int from = Math.max(period, n - 12 * Math.max(period, 4));
    int seen = Math.max(1, (n - from) / period);
    int phase = Math.floorMod(from - n, period);
    for (int t = from; t < n; t++) {
      sums[phase] += Math.abs(series.y[t] - series.y[t - period]) / seen;
      phase = phase + 1 == period ? 0 : phase + 1;
    }
    for (int p = 0; p < period; p++) {
      sums[p] = Math.log((sums[p] + LOG_FLOOR * noise) / noise);
    }
    return sums;
  }

  /** Each candidate's errors on held-back ends: size in the near and far half, and bias. */
  private void writeBacktest(Cursor cursor) {
    for (int c = 0; c < Candidates.COUNT; c++) {
      cursor.add(Math.log((backtest.near[c] + LOG_FLOOR * noise) / noise));
      cursor.add(Math.log((backtest.far[c] + LOG_FLOOR * noise) / noise));
      cursor.add(distance(backtest.bias[c]));
    }
  }

  private void writeScalars(Cursor cursor) {
    int n = candidates.n;
    cursor.add(Math.log(n) / 3);
    cursor.add(Math.log(candidates.period) / 2);
    cursor.add(candidates.longPeriod > 0 ? Math.log(candidates.longPeriod) / 3 : 0);
    cursor.add(candidates.longPeriod > 0 ? 1 : 0);
    cursor.add(candidates.period > 1 ? 1 : 0);
    cursor.add(series.missingShare);
    cursor.add(series.zeroShare);
    cursor.add(series.nonNegative ? 1 : 0);
    cursor.add(Math.log(noise) / 2);
    for (double difference : lagDifference) {
      cursor.add(difference == Double.MAX_VALUE ? 0 : Math.log(difference / noise + LOG_FLOOR));
    }
    for (int a = 0; a < Candidates.ALPHAS.length; a++) {
      cursor.add(Math.log(candidates.smoothingError[a] / noise + LOG_FLOOR));
      cursor.add(distance(candidates.smoothed[a] - candidates.level));
      cursor.add(candidates.bestAlpha == a ? 1 : 0);
    }
    cursor.add(distance(candidates.windowSlope * candidates.window));
    cursor.add(distance(candidates.lineSlope * candidates.window));
    cursor.add(distance(candidates.windowLevel - candidates.level));
    cursor.add(distance(candidates.level - zero));
    writeShapeOfNoise(cursor);
    double[] deviations = deviations();
    double square = 0;
    for (double deviation : deviations) {
      square += deviation * deviation;
    }
    cursor.add(correlation(deviations, square, 1));
    cursor.add(correlation(deviations, square, 2));
    cursor.add(correlation(deviations, square, candidates.period));
    cursor.add(correlation(deviations, square, 2 * candidates.period));
    cursor.add(
        candidates.longPeriod > 0 ? correlation(deviations, square, candidates.longPeriod) : 0);
    cursor.add(candidates.persistence);
  }

  /** Skewness, tails, extremes and change of size of the adjusted series, all bounded. */
  private void writeShapeOfNoise(Cursor cursor) {
    double[] d = candidates.adjusted;
    double mean = Candidates.mean(d);
    double absolute = 0;
    double square = 0;
    double signed = 0;
    double recent = 0;
    int recentFrom = d.length - Math.max(1, d.length / 5);
    for (int t = 0; t < d.length; t++) {
      double deviation = d[t] - mean;
      absolute += Math.abs(deviation);
      square += deviation * deviation;
      signed += deviation * Math.abs(deviation);
    }
    for (int t = Math.max(1, recentFrom); t < d.length; t++) {
      recent += Math.abs(d[t] - d[t - 1]) / (d.length - recentFrom);
    }
    absolute /= d.length;
    square /= d.length;
    signed /= d.length;
    cursor.add(square > 0 ? signed / square : 0);
    cursor.add(square > 0 ? absolute / Math.sqrt(square) : 0);
    cursor.add(Math.log(absolute / noise + LOG_FLOOR));
    cursor.add(distance(series.least - candidates.level));
    cursor.add(distance(series.most - candidates.level));
    cursor.add(Math.log(recent / noise + LOG_FLOOR));
  }

  /** The adjusted history around its mean. */
  private double[] deviations() {
    double[] deviations = candidates.adjusted.clone();
    Candidates.centre(deviations);
    return deviations;
  }

  private static double correlation(double[] deviations, double square, int lag) {
    if (deviations.length <= lag + 2 || square == 0) {
      return 0;
    }
    double cross = 0;
    for (int t = lag; t < deviations.length; t++) {
      cross += deviations[t] * deviations[t - lag];
    }
    return cross / square;
  }

  /** A place in an array that moves on with every number written. */
  private static final class Cursor {
    private final float[] out;
    private int at;

    Cursor(float[] out, int at) {
      this.out = out;
      this.at = at;
    }

    void add(double value) {
      out[at++] = (float) value;
    }

    void fillTo(int end) {
      if (at > end) {
        throw new IllegalStateException(
            "features (%d) overflow their room (%d).".formatted(at, end));
      }
      Arrays.fill(out, at, end, 0f);
      at = end;
    }
  }
}
