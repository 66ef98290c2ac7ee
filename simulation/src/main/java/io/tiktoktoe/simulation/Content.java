package io.tiktoktoe.simulation;

/** One content with the running account of what it caused, micro USD. */
final class Content {

  private static final double LIKES = 0.12;

  final int number;
  final String id;
  final ContentType type;
  final long published;
  final long durationMs;
  final float appeal;
  final float effect;
  final float likes;

  /** Whether it is for those who care most. */
  final boolean core;

  /** Age in days at which it is found again; beyond any for most. */
  final int rediscovered;

  /** Taken away in this run: those who would watch it do not. */
  boolean removed;

  boolean watched = true;
  int holders;
  float weight;
  int viewsToday;
  int anonymousToday;

  /** Views without id that no report has told of yet. */
  long untold;

  long views;
  long tips;
  long subscriptions;
  long merchandise;
  long advertising;
  long follows;
  long valueOfFollows;

  Content(LibraryLaw law, int number, String id, ContentType type, long published, Draws draws) {
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
