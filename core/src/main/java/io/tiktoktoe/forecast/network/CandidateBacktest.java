package io.tiktoktoe.forecast.network;

/** Rolling-origin errors of the candidates on the last stretches of a history. */
final class CandidateBacktest {

  private static final int ORIGINS = 3;

  /** The longest stretch, in steps. */
  private static final int LONGEST = 56;

  /** Mean absolute error in the near half of the stretch, one per candidate. */
  final double[] near = new double[Candidates.COUNT];

  /** Mean absolute error in the far half. */
  final double[] far = new double[Candidates.COUNT];

  /** Mean of forecast less truth over the whole stretch. */
  final double[] bias = new double[Candidates.COUNT];

  private CandidateBacktest() {}

  /** Backtests on the standardised values; all zero when they are fewer than 8. */
  static CandidateBacktest of(double[] y, int period, int longPeriod) {
    int count = Candidates.COUNT;
    CandidateBacktest result = new CandidateBacktest();
    int horizon = Math.min(LONGEST, y.length / 4);
    if (horizon >= 2) {
      double[] forecasts = new double[horizon * count];
      for (int test = 1; test <= ORIGINS; test++) {
        int origin = y.length - test * horizon;
        new Candidates(y, origin, period, longPeriod).forecast(horizon, forecasts, count);
        result.add(forecasts, y, origin, horizon);
      }
    }
    return result;
  }

  private void add(double[] forecasts, double[] y, int origin, int horizon) {
    int half = horizon / 2;
    for (int h = 0; h < horizon; h++) {
      double truth = y[origin + h];
      double[] errors = h < half ? near : far;
      double share = 1.0 / ORIGINS / (h < half ? half : horizon - half);
      for (int c = 0; c < near.length; c++) {
        double error = forecasts[h * near.length + c] - truth;
        errors[c] += share * Math.abs(error);
        bias[c] += error / ORIGINS / horizon;
      }
    }
  }
}
