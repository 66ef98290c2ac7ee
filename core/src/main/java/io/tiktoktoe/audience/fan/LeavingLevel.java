package io.tiktoktoe.audience.fan;

import java.util.List;

/**
 * By how much the log odds of all fans lie off in the period ahead: a random walk that is seen with
 * error (local level model, Kalman filter), whose steps are as large as those of the past.
 *
 * @param mean what is to be added to log odds
 * @param variance of it
 */
record LeavingLevel(double mean, double variance) {

  /** Steps are believed to be about so large before any are seen, variance of log odds. */
  private static final double USUAL_STEP = 0.04;

  /** How many steps that belief counts. */
  private static final double BELIEF = 4;

  /** From the offsets of periods in a row, oldest first. */
  static LeavingLevel of(List<Calibration.Offset> offsets) {
    double step = step(offsets);
    double mean = 0;
    double variance = step * BELIEF;
    for (Calibration.Offset offset : offsets) {
      variance += step;
      double noise = 1 / Math.max(1e-9, offset.information());
      double gain = variance / (variance + noise);
      mean += gain * (offset.value() - mean);
      variance *= 1 - gain;
    }
    return new LeavingLevel(mean, variance + step);
  }

  /** Mean squared step beyond what chance makes of the offsets. */
  private static double step(List<Calibration.Offset> offsets) {
    double sum = USUAL_STEP * BELIEF;
    double weight = BELIEF;
    for (int i = 1; i < offsets.size(); i++) {
      Calibration.Offset one = offsets.get(i - 1);
      Calibration.Offset next = offsets.get(i);
      double noise = 1 / Math.max(1e-9, one.information()) + 1 / Math.max(1e-9, next.information());
      double moved = next.value() - one.value();
      // A step that is hardly seen tells little of how large steps are.
      double trust = USUAL_STEP / (USUAL_STEP + noise);
      sum += trust * (moved * moved - noise);
      weight += trust;
    }
    return Math.max(USUAL_STEP / 10, sum / weight);
  }

  /** The mean probability at log odds that are uncertain by the level (MacKay 1992). */
  double probability(double score) {
    return LogisticFit.sigmoid((score + mean) / Math.sqrt(1 + Math.PI * variance / 8));
  }
}
