package io.tiktoktoe.content.insight;

import java.util.List;

/**
 * Randomised holdouts of a creator's contents and how attribution does beside them.
 *
 * @param holdouts one a content that was withheld from some by chance, the newest first
 * @param calibrations one a type that has any
 */
public record ContentHoldouts(
    List<ContentHoldout> holdouts, List<HoldoutCalibration> calibrations) {

  public ContentHoldouts {
    holdouts = List.copyOf(holdouts);
    calibrations = List.copyOf(calibrations);
  }
}
