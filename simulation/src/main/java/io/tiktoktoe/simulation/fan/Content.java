package io.tiktoktoe.simulation.fan;

import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.law.LibraryLaw;
import io.tiktoktoe.simulation.world.ContentType;

/** One content with the running account of what it caused, micro USD. */
public final class Content {

  private static final double LIKES = 0.12;

  public final int number;
  public final String id;
  public final ContentType type;
  public final long published;
  public long durationMs;
  public final float appeal;
  public final float effect;
  public final float likes;

  /** Whether it is for those who care most. */
  public final boolean core;

  /** Age in days at which it is found again; beyond any for most. */
  public final int rediscovered;

  /** Taken away in this run: those who would watch it do not. */
  public boolean removed;

  /** Days that were left of the day on which it was published. */
  public double firstDay = 1;

  public boolean watched = true;
  public int holders;
  public float weight;
  public int viewsToday;
  public int anonymousToday;

  /** Views without id that no report has told of yet. */
  public long untold;

  public long views;
  public long tips;
  public long subscriptions;
  public long merchandise;
  public long advertising;
  public long follows;
  public long valueOfFollows;

  public Content(
      LibraryLaw law, int number, String id, ContentType type, long published, Draws draws) {
    this.number = number;
    this.id = id;
    this.type = type;
    this.published = published;
    double viral = draws.chance(0.03) ? draws.pareto(1.1, 12) * 2 : 1;
    double drawn = draws.lognormal(1, 0.7) * viral;
    this.appeal = (float) drawn;
    this.durationMs =
        type.medianSeconds == 0
            ? 0
            : Math.round(1000 * draws.lognormal(type.medianSeconds, type.lengthSigma));
    double sigma = 0.5 + 0.6 * law.confounding();
    double own = type.effect * draws.lognormal(Math.exp(-sigma * sigma / 2), sigma);
    this.effect = (float) (own * Math.pow(drawn, -law.confounding()));
    this.likes = (float) (LIKES * draws.lognormal(1, law.likeSigma()));
    this.core = draws.chance(0.35);
    this.rediscovered =
        draws.chance(law.rediscovered()) ? 20 + (int) draws.exponential(90) : Integer.MAX_VALUE;
  }
}
