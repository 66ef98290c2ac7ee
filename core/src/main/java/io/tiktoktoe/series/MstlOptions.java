package io.tiktoktoe.series;

import java.util.ArrayList;
import java.util.List;

/**
 * How {@link Mstl} decomposes. Defaults are those of R's {@code forecast::mstl}.
 *
 * @param periods steps in each season, shortest first, each once, each at least 2
 * @param seasonalWindows one per period, as in {@link StlOptions}; default 11, 15, 19, ...
 * @param iterations passes over the seasons, at least 1; default 2; one season needs one pass
 * @param stl the other options; its period and seasonal window are not used
 */
public record MstlOptions(
    List<Integer> periods, List<Integer> seasonalWindows, int iterations, StlOptions stl) {

  private static final int FIRST_WINDOW = 11;
  private static final int WINDOW_STEP = 4;

  public MstlOptions {
    periods = List.copyOf(periods);
    seasonalWindows = List.copyOf(seasonalWindows);
    if (periods.isEmpty()) {
      throw new IllegalArgumentException("periods () must name at least one season.");
    }
    for (int i = 1; i < periods.size(); i++) {
      if (periods.get(i) <= periods.get(i - 1)) {
        throw new IllegalArgumentException(
            "periods (%s) must rise, each standing once.".formatted(periods));
      }
    }
    if (seasonalWindows.size() != periods.size()) {
      throw new IllegalArgumentException(
          "seasonalWindows (%s) must hold one window per period (%s)."
              .formatted(seasonalWindows, periods));
    }
    if (iterations < 1) {
      throw new IllegalArgumentException(
          "iterations (%d) must be at least 1.".formatted(iterations));
    }
  }

  /** The defaults for seasons of these lengths, shortest first. */
  public static MstlOptions defaults(int... periods) {
    List<Integer> lengths = new ArrayList<>();
    List<Integer> windows = new ArrayList<>();
    for (int i = 0; i < periods.length; i++) {
      lengths.add(periods[i]);
      windows.add(FIRST_WINDOW + WINDOW_STEP * i);
    }
    int first = periods.length == 0 ? 2 : periods[0];
    return new MstlOptions(lengths, windows, 2, StlOptions.defaults(first));
  }

  /** These options with other seasonal windows, one per period. */
  public MstlOptions withSeasonalWindows(Integer... windows) {
    return new MstlOptions(periods, List.of(windows), iterations, stl);
  }

  /** These options with another number of passes over the seasons. */
  public MstlOptions withIterations(int passes) {
    return new MstlOptions(periods, seasonalWindows, passes, stl);
  }

  /** These options with other options for each season's STL. */
  public MstlOptions withStl(StlOptions options) {
    return new MstlOptions(periods, seasonalWindows, iterations, options);
  }
}
