package io.tiktoktoe.forecast;

import io.tiktoktoe.forecast.blend.Blend;
import io.tiktoktoe.forecast.future.JointFutures;
import io.tiktoktoe.forecast.future.SeriesOutcome;
import java.util.Optional;

/**
 * The forecast of one series with what made it, which is needed to follow the series and to draw it
 * together with others.
 *
 * @param outcome its distributions and what is told of them
 * @param blend the combined members, when the history was long enough for them
 */
record FittedSeries(SeriesOutcome outcome, Optional<Blend> blend) {

  /** By a method that does not combine members. */
  static FittedSeries simple(SeriesOutcome outcome) {
    return new FittedSeries(outcome, Optional.empty());
  }

  /** The same with another outcome. */
  FittedSeries with(SeriesOutcome other) {
    return new FittedSeries(other, blend);
  }

  /** What joint futures are drawn from. Looks at all errors of the past: about 1 ms. */
  JointFutures.Part part() {
    return blend
        .map(
            one ->
                new JointFutures.Part(
                    outcome.marginals(), one.dependence(), Optional.of(one.pastErrors())))
        .orElseGet(() -> JointFutures.Part.alone(outcome.marginals()));
  }
}
