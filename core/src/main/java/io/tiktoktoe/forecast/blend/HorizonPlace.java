package io.tiktoktoe.forecast.blend;

/**
 * Where a step lies between the parts of the horizon that have weights and widths of their own:
 * between their middles, what is learned of each is interpolated linearly.
 *
 * @param part the earlier of the two parts
 * @param share how near the later one is, in [0, 1]
 */
record HorizonPlace(int part, double share) {

  /** The place of a step, counted from 0, of a horizon of {@code reach} steps. */
  static HorizonPlace of(int step, int reach) {
    double centre = (step + 0.5) / Math.max(1, reach) * Pool.PARTS - 0.5;
    double position = Math.clamp(centre, 0, Pool.PARTS - 1);
    int part = Math.min(Pool.PARTS - 2, (int) position);
    return new HorizonPlace(part, position - part);
  }

  /** What belongs there of numbers that each part has. */
  double between(double[][] byPart, int at) {
    return (1 - share) * byPart[part][at] + share * byPart[part + 1][at];
  }

  /** The part whose middle is nearest. */
  int nearest() {
    return (int) Math.round(part + share);
  }
}
