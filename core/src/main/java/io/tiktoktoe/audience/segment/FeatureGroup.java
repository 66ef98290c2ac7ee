package io.tiktoktoe.audience.segment;

/** Dimension of segmentation: what a feature tells of a fan. */
public enum FeatureGroup {
  /** Takes part: watches, comments, shares. */
  ENGAGEMENT,
  /** Pays. */
  MONETIZATION,
  /** Stays and comes back. */
  LOYALTY,
  /** Something else, such as a column of a file. */
  OTHER
}
