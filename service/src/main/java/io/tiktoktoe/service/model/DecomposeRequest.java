package io.tiktoktoe.service.model;

import io.tiktoktoe.series.StlOptions;
import java.util.List;
import java.util.TreeSet;

/**
 * Asks for trend, seasons and remainder.
 *
 * @param periods steps in each season, shortest first; at least one
 * @param stl how the shortest season, trend and remainder are told apart
 * @param oneWindow whether every season is smoothed over the window of {@code stl}, not each over
 *     its own default
 */
public record DecomposeRequest(List<Integer> periods, StlOptions stl, boolean oneWindow) {

  public DecomposeRequest {
    periods = List.copyOf(new TreeSet<>(periods));
    if (periods.isEmpty()) {
      throw new ServiceException.BadRequest("period", "{period} is missing. Name one, such as 7");
    }
  }

  /** The default decomposition for these seasons. */
  public static DecomposeRequest of(List<Integer> periods) {
    int shortest =
        periods.stream()
            .min(Integer::compare)
            .orElseThrow(
                () ->
                    new ServiceException.BadRequest(
                        "period", "{period} is missing. Name one, such as 7"));
    return new DecomposeRequest(periods, StlOptions.defaults(shortest), false);
  }
}
