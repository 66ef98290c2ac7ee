package io.tiktoktoe.simulation.world;

import io.tiktoktoe.simulation.draw.Draws;

/** What a creator makes, and how that earns: factors on each stream, 1 is usual. */
public enum Niche {
  GAMING(1.6, 1.1, 0.8, 0.7, 0.55, 0.20, 0.15, 0.10),
  MUSIC(1.2, 0.9, 0.8, 1.5, 0.15, 0.35, 0.30, 0.20),
  COOKING(0.6, 0.8, 1.3, 1.2, 0.05, 0.45, 0.40, 0.10),
  EDUCATION(0.5, 1.5, 1.4, 0.6, 0.10, 0.10, 0.60, 0.20),
  FITNESS(0.6, 1.4, 1.1, 1.2, 0.10, 0.45, 0.35, 0.10),
  BEAUTY(0.7, 0.8, 1.5, 1.4, 0.05, 0.55, 0.30, 0.10),
  COMEDY(1.1, 0.8, 1.0, 0.9, 0.15, 0.55, 0.25, 0.05),
  ART(0.9, 1.3, 0.6, 1.8, 0.20, 0.20, 0.20, 0.40);

  public final double tips;
  public final double subscriptions;
  public final double advertising;
  public final double merchandise;

  /** Running sums of the shares of live, short, video and post, in {@link #TYPES}' order. */
  public final double[] types;

  public static final ContentType[] TYPES = {
    ContentType.LIVE, ContentType.SHORT, ContentType.VIDEO, ContentType.POST
  };

  Niche(
      double tips,
      double subscriptions,
      double advertising,
      double merchandise,
      double live,
      double shorts,
      double videos,
      double posts) {
    this.tips = tips;
    this.subscriptions = subscriptions;
    this.advertising = advertising;
    this.merchandise = merchandise;
    this.types = Draws.cumulative(live, shorts, videos, posts);
  }

  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
