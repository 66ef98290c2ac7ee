package io.tiktoktoe.series.anomaly;

/** Outlier evidence: a single value lies too far from what was expected, on either side. */
final class Spike {

  /**
   * Of a series that is mostly zero the other values are compared among themselves. Their rarity
   * counts down to this share only, else every tip after quiet hours would be an anomaly.
   */
  private static final double RARITY_FLOOR = .05;

  /** Share of the level by which a series that never moved may do so by chance. */
  private static final double FLAT = 5e-4;

  private final Tail above;
  private final Tail below;
  private final Tail aboveWhenNotZero;
  private int values;
  private int zeros;
  private double flat;

  Spike(int memory) {
    above = Tail.heavy(memory);
    below = Tail.heavy(memory);
    aboveWhenNotZero = Tail.heavy(memory);
  }

  /** Of a series that has not moved, by how much it may before that is a change. */
  void flatAt(double expected) {
    flat = FLAT * Math.abs(expected);
  }

  /** Whether enough is known to tell chances. */
  boolean ready() {
    return above.ready();
  }

  /**
   * Whether the usual range can be told: of a series that is mostly zero only from enough values
   * that are not.
   */
  boolean tellsRange() {
    return ready() && (!mostlyZero() || aboveWhenNotZero.ready());
  }

  /** The chance of a residual as far out as this one. */
  double pValue(double residual, boolean zero) {
    if (mostlyZero()) {
      double share = Math.max(RARITY_FLOOR, 1 - (double) zeros / values);
      return zero ? 1 : Math.min(1, 2 * share * aboveWhenNotZero.pValue(residual));
    }
    double upward = above.pValue(residual, flat);
    return Math.min(1, 2 * Math.min(upward, below.pValue(-residual, flat)));
  }

  /** The residual that is exceeded with chance {@code p}. */
  double upper(double p) {
    if (mostlyZero() && aboveWhenNotZero.size() > 0) {
      double share = Math.max(RARITY_FLOOR, 1 - (double) zeros / values);
      return aboveWhenNotZero.quantile(Math.min(1, p / share));
    }
    return above.quantile(p, flat);
  }

  /** The residual below which one lies with chance {@code p}. */
  double lower(double p) {
    return -below.quantile(p, flat);
  }

  void learn(double residual, boolean zero) {
    values++;
    above.add(residual, flat);
    below.add(-residual, flat);
    if (zero) {
      zeros++;
    } else {
      aboveWhenNotZero.add(residual);
    }
  }

  /** Whether most values are zero. */
  boolean mostlyZero() {
    return 2 * zeros > values;
  }
}
