package io.tiktoktoe.forecast;

import io.tiktoktoe.forecast.band.Spread;
import io.tiktoktoe.forecast.future.Dependence;
import io.tiktoktoe.forecast.future.Marginals;
import io.tiktoktoe.forecast.future.SeriesOutcome;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.QuantileGrid;
import java.util.Arrays;

/**
 * A Bayesian forecast from fewer than 14 steps. It is a mean of four courses: the level of all
 * values, the newest value, exponential smoothing and a straight line, each believed in by how well
 * it foretold every value from those before (likelihood of one-step errors). A line goes on damped.
 * Its spread mixes the errors of the mean course with a prior of 80% of the level (three values'
 * worth) that counts the less the better the course foretells, and grows with the horizon. Bands
 * have Student's shape with 5 degrees of freedom. Normal-inverse-gamma in spirit; the prior is a
 * stated guess.
 */
final class ShortHistory {

  /** Prior standard deviation of a step relative to the level. */
  private static final double PRIOR_SPREAD = 0.8;

  /** How many values the prior spread counts as, when courses are compared and for bands. */
  private static final double PRIOR_VALUES = 3;

  /** The same where errors tell how well a course foretells. */
  private static final double PRIOR_ERRORS = 0.5;

  /** Share of a step's variance by which the level drifts in a step. */
  private static final double DRIFT = 0.02;

  /** Mean absolute value of a standard normal. */
  private static final double MEAN_ABSOLUTE = 0.8;

  /** Of a slope this share is left at each further step. */
  private static final double DAMPING = 0.9;

  /** Memory of the smoothed course. */
  private static final double SMOOTHING = 0.4;

  /** Values before a course is tried. */
  private static final int FIRST = 3;

  private ShortHistory() {}

  /** Something that goes on. */
  private enum Course {
    LEVEL,
    SMOOTHED,
    LAST,
    LINE;

    /** The value {@code ahead} steps (1 is the next) after the first {@code count}. */
    double next(double[] values, double[] places, int count, int ahead) {
      return switch (this) {
        case LEVEL -> Arrays.stream(values, 0, count).average().orElse(0);
        case LAST -> values[count - 1];
        case SMOOTHED -> {
          double level = values[0];
          for (int i = 1; i < count; i++) {
            level += SMOOTHING * (values[i] - level);
          }
          yield level;
        }
        case LINE -> line(values, places, count, ahead);
      };
    }

    private static double line(double[] values, double[] places, int count, int ahead) {
      double meanX = Arrays.stream(places, 0, count).average().orElse(0);
      double meanY = Arrays.stream(values, 0, count).average().orElse(0);
      double cross = 0;
      double squares = 0;
      for (int i = 0; i < count; i++) {
        cross += (places[i] - meanX) * (values[i] - meanY);
        squares += (places[i] - meanX) * (places[i] - meanX);
      }
      double slope = squares > 0 ? cross / squares : 0;
      double last = meanY + slope * (places[count - 1] - meanX);
      // The next step follows in full, each later one by less.
      return last + slope * (1 - Math.pow(DAMPING, ahead)) / (1 - DAMPING);
    }
  }

  static SeriesOutcome forecast(double[] observed, boolean nonNegative, int steps) {
    double[] values = Arrays.stream(observed).filter(value -> !Double.isNaN(value)).toArray();
    double[] places = new double[values.length];
    int known = 0;
    for (int t = 0; t < observed.length; t++) {
      if (!Double.isNaN(observed[t])) {
        places[known++] = t;
      }
    }
    double level = Math.abs(Course.LEVEL.next(values, places, known, 1));
    double prior = PRIOR_SPREAD * PRIOR_SPREAD * level * level;
    double[] chances = chances(values, places, prior);
    double variance = variance(values, places, chances, prior);
    double[] quantiles = new double[steps * QuantileGrid.SIZE];
    double[] spreads = new double[steps];
    int gap = observed.length - 1 - (int) places[known - 1];
    for (int h = 0; h < steps; h++) {
      double middle = mean(values, places, known, h + 1 + gap, chances);
      middle = nonNegative ? Math.max(0, middle) : middle;
      double spread = MEAN_ABSOLUTE * Math.sqrt(variance * (1 + 1.0 / known + DRIFT * (h + 1)));
      spreads[h] = Math.max(1e-9, spread);
      for (int q = 0; q < QuantileGrid.SIZE; q++) {
        double value = middle + spread * Spread.student(q);
        quantiles[h * QuantileGrid.SIZE + q] = nonNegative ? Math.max(0, value) : value;
      }
    }
    // All but the noise of a single step is about the level, which all steps share.
    double levelShare = 1 - 1 / (1 + 1.0 / known + DRIFT);
    return SeriesOutcome.simple(
        Forecast.Basis.SHORT_HISTORY,
        "short-history level",
        Marginals.of(quantiles, nonNegative, Dependence.level(levelShare, spreads)));
  }

  private static double mean(
      double[] values, double[] places, int count, int ahead, double[] chances) {
    double mean = 0;
    for (Course course : Course.values()) {
      double chance = chances[course.ordinal()];
      mean += chance == 0 ? 0 : chance * course.next(values, places, count, ahead);
    }
    return mean;
  }

  /** How far each course is believed in: all in the level when there are too few values. */
  private static double[] chances(double[] values, double[] places, double prior) {
    Course[] courses = Course.values();
    double[] likelihoods = new double[courses.length];
    double all = 0;
    int tried = Math.max(0, values.length - FIRST);
    for (Course course : courses) {
      // Few errors say little of how large the next ones are.
      double squares = PRIOR_ERRORS * prior + 1e-18;
      for (int count = FIRST; count < values.length; count++) {
        int ahead = (int) (places[count] - places[count - 1]);
        double error = values[count] - course.next(values, places, count, ahead);
        squares += error * error;
      }
      double likelihood = Math.pow(squares / (tried + PRIOR_ERRORS), -tried / 2.0);
      likelihoods[course.ordinal()] = course == Course.LEVEL ? 2 * likelihood : likelihood;
      all += likelihoods[course.ordinal()];
    }
    for (int c = 0; c < likelihoods.length; c++) {
      likelihoods[c] = all > 0 ? likelihoods[c] / all : c == 0 ? 1 : 0;
    }
    return tried == 0 ? new double[] {1, 0, 0, 0} : likelihoods;
  }

  /** Of a step: of the values about their mean, or of one-step errors as far as courses differ. */
  private static double variance(double[] values, double[] places, double[] chances, double prior) {
    int known = values.length;
    double level = Course.LEVEL.next(values, places, known, 1);
    double about = 0;
    for (double value : values) {
      about += (value - level) * (value - level);
    }
    double still = (about + PRIOR_VALUES * prior) / (Math.max(0, known - 1) + PRIOR_VALUES);
    double errors = 0;
    int tried = 0;
    for (int count = FIRST; count < known; count++) {
      int ahead = (int) (places[count] - places[count - 1]);
      double error = values[count] - mean(values, places, count, ahead, chances);
      errors += error * error;
      tried++;
    }
    double moving = (errors + PRIOR_ERRORS * prior) / (tried + PRIOR_ERRORS);
    double moved = 1 - chances[Course.LEVEL.ordinal()];
    return (1 - moved) * still + moved * Math.min(still, moving);
  }
}
