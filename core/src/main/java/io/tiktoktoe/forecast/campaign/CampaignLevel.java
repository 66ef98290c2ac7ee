package io.tiktoktoe.forecast.campaign;

import java.util.ArrayList;
import java.util.List;

/** Level of a campaign by precision weighting: its own course, past campaigns, its goal. */
final class CampaignLevel {

  /** Spread of the log of how strong campaigns are, before any is known. */
  private static final double USUAL = 0.5;

  /** Log of how much more campaigns bring than the days before them, and its spread. */
  private static final double LIFT = Math.log(2);

  private static final double LIFT_SPREAD = 1;

  /** Steps of a course that tell about as much as one that stood by itself. */
  private static final double STEPS_ALIKE = 6;

  private double weights;
  private double weighted;

  /** Adds what the own course says: the mean of {@code known} logs above the shape. */
  void ofCourse(double mean, int known, double variance) {
    if (known > 0) {
      add(mean, Math.max(1e-4, variance) * Math.min(1, STEPS_ALIKE / known));
    }
  }

  /** Adds what past campaigns say, each by a log of its own. */
  void ofPast(List<Double> levels) {
    if (!levels.isEmpty()) {
      add(mean(levels), spread(levels) * (1 + 1.0 / levels.size()));
    }
  }

  /**
   * Adds what a goal says.
   *
   * @param level that reaches it exactly
   * @param reached logs of how much of their goals past campaigns reached
   */
  void ofGoal(double level, List<Double> reached) {
    List<Double> with = new ArrayList<>(reached);
    // One campaign's worth of belief that goals are about what comes.
    with.add(0.0);
    add(level + mean(with), spread(with) * (1 + 1.0 / with.size()));
  }

  /**
   * Adds what the goal of a kind that never was says, beside what the days before would bring. The
   * further the goal is from what campaigns bring over such days, the less it tells of what comes:
   * anybody can name a billion.
   *
   * @param level that reaches it exactly
   * @param before that brings what as many days before did
   */
  void ofFirstGoal(double level, double before) {
    double usual = before + LIFT;
    double apart = level - usual;
    add(usual, LIFT_SPREAD * LIFT_SPREAD);
    add(level, 2 * USUAL * USUAL + apart * apart);
  }

  private void add(double level, double variance) {
    weights += 1 / variance;
    weighted += level / variance;
  }

  private static double mean(List<Double> logs) {
    return logs.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private static double spread(List<Double> logs) {
    double mean = mean(logs);
    double squares = logs.stream().mapToDouble(one -> (one - mean) * (one - mean)).sum();
    return (squares + USUAL * USUAL) / logs.size();
  }

  /** Whether anything was said. */
  boolean known() {
    return weights > 0;
  }

  double log() {
    return weighted / weights;
  }

  double variance() {
    return 1 / weights;
  }
}
