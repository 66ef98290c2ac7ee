package io.tiktoktoe.forecast;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Splits a forecast's expected sum into level, trend and season. */
final class Explanations {

  private Explanations() {}

  /**
   * Level is the mean of the last four seasons; trend the line through the forecast; season the
   * rest.
   */
  static Explanation of(Prepared history, double[] mean) {
    int steps = mean.length;
    double[] filled = history.filled();
    int recent = Math.min(filled.length, Math.max(7, 4 * history.period()));
    double level = 0;
    for (int t = filled.length - recent; t < filled.length; t++) {
      level += filled[t] * history.scale() / recent;
    }
    double[] line = Seasons.line(mean, 0, steps);
    double centre = Arrays.stream(mean).sum() / steps;
    double start = steps >= 2 * history.period() ? line[0] : centre;
    double drift = (centre - start) * steps;
    double levelSum = level * steps;
    double shift = centre * steps - levelSum - drift;
    List<Explanation.Component> components =
        List.of(
            new Explanation.Component("level", levelSum),
            new Explanation.Component("trend", drift),
            new Explanation.Component("season and return to it", shift));
    List<Explanation.Change> changes =
        List.of(
                new Explanation.Change("the level falls by a tenth", -0.1 * levelSum),
                new Explanation.Change("the trend stops", -drift),
                new Explanation.Change(
                    "the last four seasons repeat on average", levelSum - centre * steps))
            .stream()
            .sorted(
                Comparator.comparingDouble(
                    (Explanation.Change change) -> -Math.abs(change.amount())))
            .toList();
    return new Explanation(steps, components, changes);
  }
}
