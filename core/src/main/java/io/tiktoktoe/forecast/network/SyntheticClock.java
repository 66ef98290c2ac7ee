package io.tiktoktoe.forecast.network;

import java.util.random.RandomGenerator;

/**
 * The calendar that a made-up series runs on.
 *
 * @param period the short season
 * @param longPeriod the season a forecaster repeats; 0: none
 * @param slowPeriod the true length of the slow season (365.25 days over weeks of days); 0: none
 * @param monthly steps in a month for paydays and billing; 0: none
 */
record SyntheticClock(int period, int longPeriod, double slowPeriod, double monthly) {

  private static final int[] RARE = {2, 3, 5, 6, 10, 15, 20, 30, 48, 52, 60, 96};

  static SyntheticClock draw(RandomGenerator random) {
    double u = random.nextDouble();
    if (u < .46) {
      return new SyntheticClock(7, 364, 365.25, 30.4);
    }
    if (u < .76) {
      return new SyntheticClock(24, 168, 168, 0);
    }
    if (u < .85) {
      return new SyntheticClock(12, 0, 0, 0);
    }
    if (u < .90) {
      return new SyntheticClock(4, 0, 0, 0);
    }
    if (u < .95) {
      return new SyntheticClock(1, 0, 0, 30.4);
    }
    int period = RARE[random.nextInt(RARE.length)];
    boolean twice = period == 48;
    return new SyntheticClock(period, twice ? 336 : 0, twice ? 336 : 0, 0);
  }
}
