package io.tiktoktoe.series.anomaly;

/**
 * A temporary change: values that left their level together. While it is young the level before it
 * is remembered, so that going back is no anomaly: a live event ends, an outage is over.
 */
final class PassingEvent {

  /** An event is young as long as it is shorter than this share of what came before it. */
  private static final double YOUNG = .3;

  private double calmLevel;
  private int from;
  private double side;

  /** Values leave their level; while an event is young, it goes on. */
  void begin(double residual, double level, int step) {
    if (!isYoung(step)) {
      calmLevel = level;
      from = step;
      side = Math.signum(residual);
    }
  }

  /** Whether a residual goes back nearer to the level before the event than to the one in it. */
  boolean endsWith(double residual, double level, int step) {
    return isYoung(step)
        && Math.signum(residual) == -side
        && Math.abs(residual + level - calmLevel) < Math.abs(residual);
  }

  private boolean isYoung(int step) {
    return side != 0 && step - from <= YOUNG * from;
  }

  double calmLevel() {
    return calmLevel;
  }

  void end() {
    side = 0;
  }
}
