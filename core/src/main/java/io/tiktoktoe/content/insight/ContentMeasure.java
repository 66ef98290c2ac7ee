package io.tiktoktoe.content.insight;

/** Performance indicators of a content, each of one dimension. */
public enum ContentMeasure {
  /** Views, those without a name included. */
  VIEWS(PerformanceDimension.ENGAGEMENT),
  /** Share watched of what could be, without the part that length explains; 0 to 1. */
  COMPLETION(PerformanceDimension.ENGAGEMENT),
  /** Likes, comments and shares for each view. */
  INTERACTIONS(PerformanceDimension.ENGAGEMENT),
  /** Shares an hour, those of the first hours counting most. */
  SHARE_VELOCITY(PerformanceDimension.ENGAGEMENT),
  /** Income of all streams attributed to it, minor units. */
  DIRECT_REVENUE(PerformanceDimension.CONVERSION),
  /** Subscriptions that began and are attributed to it. */
  SUBSCRIBER_GROWTH(PerformanceDimension.CONVERSION),
  /** Orders attributed to it, minor units. */
  MERCHANDISE(PerformanceDimension.CONVERSION),
  /** Payments of brands that name it, minor units. */
  BRAND_DEALS(PerformanceDimension.CONVERSION),
  /** Follows that name it. */
  NEW_FOLLOWERS(PerformanceDimension.RETENTION),
  /** Fans who were first seen at it. */
  AUDIENCE_EXPANSION(PerformanceDimension.RETENTION),
  /** Share of its views outside the platform where it has most; 0 to 1. */
  CROSS_PLATFORM(PerformanceDimension.RETENTION);

  private final PerformanceDimension dimension;

  ContentMeasure(PerformanceDimension dimension) {
    this.dimension = dimension;
  }

  /** What it tells of. */
  public PerformanceDimension dimension() {
    return dimension;
  }
}
