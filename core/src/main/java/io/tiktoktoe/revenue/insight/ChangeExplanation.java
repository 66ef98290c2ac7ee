package io.tiktoktoe.revenue.insight;

import io.tiktoktoe.metric.Stream;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Why net income changed between two like-for-like parts of periods; every list of lines adds up to
 * the change exactly.
 *
 * @param total the change in all
 * @param calendar what weekdays alone would have changed, minor units; 0 when both parts hold the
 *     same weekdays or the history is too short
 * @param byDimension lines of each dimension, the largest change first
 * @param cells stream x country x age band x gender, the largest change first; groups beyond {@link
 *     #MOST_CELLS} are one last line
 * @param drivers what drove each stream
 * @param allDrivers what drove the total: the sum of the streams'
 * @param facts the same in few facts, the headline first
 */
public record ChangeExplanation(
    ChangeLine total,
    double calendar,
    Map<Dimension, List<ChangeLine>> byDimension,
    List<ChangeLine> cells,
    Map<Stream, ChangeDrivers> drivers,
    ChangeDrivers allDrivers,
    List<ChangeFact> facts) {

  /** Lines of the finest breakdown that are listed one by one. */
  public static final int MOST_CELLS = 40;

  public ChangeExplanation {
    byDimension = Collections.unmodifiableMap(new EnumMap<>(byDimension));
    cells = List.copyOf(cells);
    drivers = Collections.unmodifiableMap(new EnumMap<>(drivers));
    facts = List.copyOf(facts);
  }
}
