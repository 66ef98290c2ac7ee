package io.tiktoktoe.simulation.world;

import java.util.Locale;

/** What creators publish. */
public enum ContentType {
  SHORT("short", 1.0, 35, 0.5, 0.55),
  VIDEO("video", 3.5, 660, 0.6, 1.0),
  LIVE("live", 0.6, 7200, 0.4, 2.2),
  POST("post", 1.2, 0, 0.0, 0.7);

  public final String label;

  /** Mean age in days of the exponential part of its views. */
  public final double decayDays;

  /** Median length in seconds; 0 where nothing plays. */
  public final double medianSeconds;

  /** Spread of the logarithm of the length. */
  public final double lengthSigma;

  /** Mean factor on the probability that a view causes a purchase or tip. */
  public final double effect;

  ContentType(
      String label, double decayDays, double medianSeconds, double lengthSigma, double effect) {
    this.label = label;
    this.decayDays = decayDays;
    this.medianSeconds = medianSeconds;
    this.lengthSigma = lengthSigma;
    this.effect = effect;
  }

  /**
   * The type of this label.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ContentType named(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
