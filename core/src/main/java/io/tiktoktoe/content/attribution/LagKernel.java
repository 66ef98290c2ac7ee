package io.tiktoktoe.content.attribution;

import java.util.Arrays;

/**
 * A triggering kernel: how the effect of a touch is spread over the time after it, a density a day
 * that is constant within spans and never rises (isotonic regression, pool adjacent violators).
 */
final class LagKernel {

  private static final double DAY = 86_400;
  private static final double[] BORDERS = {
    0, 60, 120, 240, 480, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 57_600, 86_400, 129_600,
    172_800, 259_200, 345_600, 432_000, 604_800, 1_209_600, 2_592_000, 5_184_000, 7_776_000
  };

  /** Payments that the first guess counts as. */
  private static final double PRIOR = 4;

  private final double[] borders;
  private final double[] density;

  private LagKernel(double[] borders, double[] density) {
    this.borders = borders;
    this.density = density;
  }

  /** Spread over a window: a tenth in each of the first spans, less later. */
  static LagKernel over(long windowSeconds) {
    double[] inside = Arrays.stream(BORDERS).filter(one -> one < windowSeconds).toArray();
    double[] borders = Arrays.copyOf(inside, inside.length + 1);
    borders[inside.length] = windowSeconds;
    double[] masses = new double[inside.length];
    Arrays.fill(masses, 1.0 / masses.length);
    return new LagKernel(borders, falling(borders, masses));
  }

  int spans() {
    return density.length;
  }

  /** The span in which a lag of so many seconds lies; lags up to the window. */
  int span(long lagSeconds) {
    int low = 0;
    int high = density.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (borders[middle] <= lagSeconds) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** The share of the effect a day within a span. */
  double density(int span) {
    return density[span];
  }

  /** The share of the effect that comes within so many seconds. */
  double massWithin(long seconds) {
    double mass = 0;
    for (int i = 0; i < density.length && borders[i] < seconds; i++) {
      mass += density[i] * (Math.min(seconds, borders[i + 1]) - borders[i]) / DAY;
    }
    return Math.min(1, mass);
  }

  /** The same window with the spread of these expected counts in each span. */
  LagKernel learned(double[] counts) {
    double all = Arrays.stream(counts).sum();
    double[] masses = new double[counts.length];
    for (int i = 0; i < masses.length; i++) {
      double before = density[i] * (borders[i + 1] - borders[i]) / DAY;
      masses[i] = (counts[i] + PRIOR * before) / (all + PRIOR);
    }
    return new LagKernel(borders, falling(borders, masses));
  }

  private static double[] falling(double[] borders, double[] masses) {
    int[] size = new int[masses.length];
    double[] mass = new double[masses.length];
    double[] width = new double[masses.length];
    int blocks = 0;
    for (int i = 0; i < masses.length; i++) {
      mass[blocks] = masses[i];
      width[blocks] = (borders[i + 1] - borders[i]) / DAY;
      size[blocks++] = 1;
      while (blocks > 1
          && mass[blocks - 1] / width[blocks - 1] > mass[blocks - 2] / width[blocks - 2]) {
        blocks--;
        mass[blocks - 1] += mass[blocks];
        width[blocks - 1] += width[blocks];
        size[blocks - 1] += size[blocks];
      }
    }
    double[] density = new double[masses.length];
    int at = 0;
    for (int block = 0; block < blocks; block++) {
      for (int i = 0; i < size[block]; i++) {
        density[at++] = mass[block] / width[block];
      }
    }
    return density;
  }
}
