package io.tiktoktoe.service;

import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.series.Series;
import java.util.List;

/** Places in a season of which a history holds no value, such as weekends of business days. */
final class NeverSeen {

  /** A place that is missing in so many seasons is left out on purpose. */
  private static final int SEASONS = 8;

  private NeverSeen() {}

  /** The forecast with nothing said of such places in the shortest season. */
  static QuantileForecast leftOut(Series series, List<Integer> seasons, QuantileForecast forecast) {
    if (seasons.isEmpty() || series.length() < SEASONS * seasons.getFirst()) {
      return forecast;
    }
    int season = seasons.getFirst();
    boolean[] seen = new boolean[season];
    int places = 0;
    for (int step = 0; step < series.length(); step++) {
      if (!Double.isNaN(series.value(step)) && !seen[step % season]) {
        seen[step % season] = true;
        places++;
      }
    }
    return places == 0 || places == season
        ? forecast
        : forecast.without(step -> !seen[(series.length() + step) % season]);
  }
}
