package io.tiktoktoe.simulation.world;

import java.util.Arrays;

/** The simulated senders of events. */
public enum Platform {
  YOUTUBE("youtube", 0.30),
  TWITCH("twitch", 0.35),
  TIKTOK("tiktok", 0.50),
  PATREON("patreon", 0.10),
  SHOP("shop", 0.06),
  DIRECT("direct", 0.0);

  private static final Platform[] ALL = values();

  /** Platforms on which contents are watched: the first three. */
  public static final int WATCHING = 3;

  /** The name that events carry as their source. */
  public final String source;

  /** Share of a payment that the platform keeps. */
  public final double feeShare;

  Platform(String source, double feeShare) {
    this.source = source;
    this.feeShare = feeShare;
  }

  public static Platform at(int ordinal) {
    return ALL[ordinal];
  }

  /**
   * The platform that sends under this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Platform ofSource(String source) {
    for (Platform platform : ALL) {
      if (platform.source.equals(source)) {
        return platform;
      }
    }
    throw new IllegalArgumentException(
        "platform (%s) is not simulated. Use one of %s."
            .formatted(source, Arrays.stream(ALL).map(one -> one.source).toList()));
  }

  public static int count() {
    return ALL.length;
  }
}
