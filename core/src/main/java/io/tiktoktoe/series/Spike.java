package io.tiktoktoe.series;

/** Outlier evidence: a single value lies too far from what was expected, on either side. */
final class Spike {

  /**
   * Of a series that is mostly zero the other values are compared among themselves. Their rarity
   * counts down to this share only, else every tip after quiet hours would be an anomaly.
   */
  private static final double RARITY_FLOOR = .05;

  private final Tail above;
  private final Tail below;
  private final Tail aboveWhenNotZero;
  private int values;
  private int zeros;

  Spike(int memory) {
    above = Tail.heavy(memory);
    below = Tail.heavy(memory);
    aboveWhenNotZero = Tail.heavy(memory);
  }

  /** The chance of a residual as far out as this one. */
  double pValue(double residual, boolean zero) {
    if (mostlyZero()) {
      double share = Math.max(RARITY_FLOOR, 1 - (double) zeros / values);
      return zero ? 1 : Math.min(1, 2 * share * aboveWhenNotZero.pValue(residual));
    }
    return Math.min(1, 2 * Math.min(above.pValue(residual), below.pValue(-residual)));
  }

  /** The residual that is exceeded with chance {@code p}. */
  double upper(double p) {
    if (mostlyZero() && aboveWhenNotZero.size() > 0) {
      double share = Math.max(RARITY_FLOOR, 1 - (double) zeros / values);
      return aboveWhenNotZero.quantile(Math.min(1, p / share));
    }
    return above.quantile(p);
  }

  /** The residual below which one lies with chance {@code p}. */
  double lower(double p) {
    return -below.quantile(p);
  }

  void learn(double residual, boolean zero) {
    values++;
    above.add(residual);
    below.add(-residual);
    if (zero) {
      zeros++;
    } else {
      aboveWhenNotZero.add(residual);
    }
  }

  private boolean mostlyZero() {
    return 2 * zeros > values;
  }
}
