package io.tiktoktoe.content.attribution;

/**
 * A circadian profile: how much likelier each fan acts in an hour of UTC than in the mean hour,
 * their own hours shrunk to everybody's.
 */
final class FanClock {

  private static final int HOURS = 24;
  private static final double PRIOR = 12;

  /** How much of an act counts in its own hour; the rest goes to both neighbours. */
  private static final double OWN = 0.5;

  private final float[] factors;

  private FanClock(float[] factors) {
    this.factors = factors;
  }

  static FanClock of(Touches touches) {
    float[] counts = new float[touches.fans() * HOURS];
    double[] all = new double[HOURS];
    for (int fan = 0; fan < touches.fans(); fan++) {
      for (int i = touches.first(fan); i < touches.first(fan + 1); i++) {
        int hour = hour(touches.seconds(i));
        for (int near = -1; near <= 1; near++) {
          float share = (float) (near == 0 ? OWN : (1 - OWN) / 2);
          int at = Math.floorMod(hour + near, HOURS);
          counts[fan * HOURS + at] += share;
          all[at] += share;
        }
      }
    }
    double sum = touches.size();
    for (int hour = 0; hour < HOURS; hour++) {
      all[hour] = (all[hour] + 1) / (sum + HOURS) * HOURS;
    }
    for (int fan = 0; fan < touches.fans(); fan++) {
      double own = touches.first(fan + 1) - touches.first(fan);
      for (int hour = 0; hour < HOURS; hour++) {
        int at = fan * HOURS + hour;
        counts[at] = (float) ((PRIOR * all[hour] + HOURS * counts[at]) / (PRIOR + own));
      }
    }
    return new FanClock(counts);
  }

  /** The factor at a time; 1 on average over a day. */
  double factor(int fan, long seconds) {
    return factors[fan * HOURS + hour(seconds)];
  }

  private static int hour(long seconds) {
    return (int) (Math.floorMod(seconds, 86_400L) / 3_600);
  }
}
