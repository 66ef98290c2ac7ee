package io.tiktoktoe.series.anomaly;

/**
 * A discord statistic: evidence that the course of the last steps differs from the same stretch of
 * every one of the last seasons, by the least root mean square difference. Needs a season.
 * O(seasons compared) per value.
 */
final class Shape {

  /** Seasons compared with. */
  private static final int SEASONS = 4;

  /** A stretch is this part of the season, but not shorter than {@link #LEAST_STRETCH}. */
  private static final int PARTS = 7;

  private static final int LEAST_STRETCH = 7;

  private final int period;
  private final int stretch;
  private final double[] ring;
  private final double[] sums = new double[SEASONS + 1];
  private final Tail distances;
  private int step;

  Shape(int period, int memory) {
    this.period = period;
    this.stretch = Math.min(period, Math.max(LEAST_STRETCH, period / PARTS));
    this.ring = new double[SEASONS * period + stretch + 1];
    this.distances = Tail.heavy(memory);
  }

  /**
   * Takes {@code value} in and tells how far the stretch that ends with it is from earlier ones.
   */
  double distanceAfter(double value) {
    ring[step % ring.length] = value;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 1; k <= SEASONS; k++) {
      int earlier = step - k * period;
      if (earlier >= 0) {
        sums[k] += square(value - at(earlier));
        if (earlier >= stretch) {
          sums[k] -= square(at(step - stretch) - at(earlier - stretch));
        }
        if (earlier >= stretch - 1) {
          least = Math.min(least, sums[k]);
        }
      }
    }
    step++;
    return least == Double.POSITIVE_INFINITY ? 0 : Math.sqrt(Math.max(0, least) / stretch);
  }

  /** The chance of so large a distance. */
  double pValue(double distance) {
    return distance > 0 ? distances.pValue(distance) : 1;
  }

  /** The same if the values were raised by {@code bump} for {@code steps} steps. */
  double pValueIf(double distance, double bump, int steps) {
    double share = (double) Math.min(steps, stretch) / stretch;
    return distance > 0 ? distances.pValue(Math.sqrt(square(distance) + share * square(bump))) : 1;
  }

  void learn(double distance) {
    if (distance > 0) {
      distances.add(distance);
    }
  }

  private double at(int when) {
    return ring[when % ring.length];
  }

  private static double square(double x) {
    return x * x;
  }
}
