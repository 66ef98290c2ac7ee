package io.tiktoktoe.audience.segment;

import java.util.List;

/**
 * A customer segment.
 *
 * @param number from 1; the largest segment is 1 when segments are first made, and a segment keeps
 *     its number while it is followed from day to day
 * @param fans how many
 * @param share of all fans, 0 to 1
 * @param medians of the features, in their units and order; missing values left out
 * @param traits what sets it apart, the strongest first; empty when there is one segment, or when
 *     nothing does
 */
public record FanSegment(
    int number, int fans, double share, List<Double> medians, List<Trait> traits) {

  public FanSegment {
    medians = List.copyOf(medians);
    traits = List.copyOf(traits);
  }
}
