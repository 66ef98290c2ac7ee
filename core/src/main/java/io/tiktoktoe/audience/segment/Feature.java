package io.tiktoktoe.audience.segment;

/**
 * Feature: one number that is known of each fan.
 *
 * @param name as people and files call it
 * @param group which dimension it belongs to
 */
public record Feature(String name, FeatureGroup group) {

  /** Of no dimension in particular. */
  public static Feature other(String name) {
    return new Feature(name, FeatureGroup.OTHER);
  }
}
