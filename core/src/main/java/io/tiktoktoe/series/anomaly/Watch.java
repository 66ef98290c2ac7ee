package io.tiktoktoe.series.anomaly;

import io.tiktoktoe.series.MonthDays;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** All methods at work on one series, on one scale and with fixed seasons. */
final class Watch {

  /** Heights each tail remembers. */
  private static final int MEMORY = 8_192;

  /**
   * The bump by which methods are compared: so many mean deviations of the series, so many steps.
   */
  private static final double BUMP = 3;

  private static final int BUMP_STEPS = 4;

  /** Residuals of the first seasons are errors of the profile, not of the series. */
  private static final int SETTLING_SEASONS = 3;

  private static final int SETTLING_STEPS = 5;

  /** Chance of a residual from which it is an outlier. */
  private static final double OUTLIER = 1e-3;

  /** The same from which it may end an event. */
  private static final double UNUSUAL = .05;

  private static final int MOST_DOUBLINGS = 60;

  private final boolean squareRoot;
  private final Expectation expectation;
  private final Spike spike = new Spike(MEMORY);
  private final Shift shift = new Shift(MEMORY);
  private final Occurrences occurrences = new Occurrences(MEMORY);
  private final Shape shape;
  private final boolean[] working = {true, true, false};
  private final EvidencePool pool = new EvidencePool();
  private final PassingEvent event = new PassingEvent();
  private final int settled;
  private double mean;

  /** How many of the last values were outliers on one side; negative below. */
  private int outliers;

  private double deviation;
  private int values;

  Watch(double memory, int[] periods, Optional<IntUnaryOperator> days, boolean squareRoot) {
    this.squareRoot = squareRoot;
    this.expectation = new Expectation(memory, periods, days);
    int longest = Arrays.stream(periods).max().orElse(2);
    // Not of the longest: a week of minutes would leave a month unwatched.
    int shortest = Arrays.stream(periods).min().orElse(0);
    int learned = days.isPresent() ? Math.max(MonthDays.LONGEST, shortest) : shortest;
    this.settled = Math.max(SETTLING_STEPS, SETTLING_SEASONS * learned);
    this.shape = new Shape(longest, MEMORY);
    working[2] = periods.length > 0;
  }

  /**
   * What one value came to, on the series' own scale.
   *
   * @param lo NaN, as {@code hi}, while too little is known to tell what is usual
   * @param tells whether values beyond lo and hi are unusual
   * @param level what is expected but for the seasons, on the watched scale
   * @param deviation how far the value is from what was expected, on that scale; NaN when missing
   * @param away how many steps before this one the values have been away from what was expected
   */
  record Verdict(
      double expected,
      double lo,
      double hi,
      boolean tells,
      double[] weights,
      double[] pValues,
      double level,
      double deviation,
      int away) {}

  /** Judges {@code value} by what was learned before, then learns it. */
  Verdict judge(double value, double chance) {
    returnFromEvent(value);
    double expected = values == 0 && !Double.isNaN(value) ? scaled(value) : expectation.next();
    spike.flatAt(expected);
    double width = expectation.width();
    double level = values == 0 ? expected : expectation.level();
    int away = spike.mostlyZero() ? occurrences.lasting() : shift.lasting();
    boolean tells = spike.tellsRange();
    double lo =
        spike.ready() ? Math.min(expected, expected + width * spike.lower(chance / 2)) : Double.NaN;
    double hi =
        spike.ready() ? Math.max(expected, expected + width * spike.upper(chance / 2)) : Double.NaN;
    double[] pValues = new double[working.length];
    Arrays.fill(pValues, 1);
    double[] weights = pool.weights(working);
    if (Double.isNaN(value)) {
      shape.distanceAfter(expected);
      expectation.learn(value, value);
    } else {
      judgeObserved(value, (scaled(value) - expected) / width, width, pValues);
    }
    return new Verdict(
        unscaled(expected),
        unscaled(lo),
        unscaled(hi),
        tells,
        weights,
        pValues,
        level,
        scaled(value) - expected,
        away);
  }

  /** A value that goes back to where the series was before an event is judged by that level. */
  private void returnFromEvent(double value) {
    if (Double.isNaN(value) || !spike.ready()) {
      return;
    }
    double residual = scaled(value) - expectation.next();
    double width = expectation.width();
    boolean out =
        residual < width * spike.lower(UNUSUAL / 2) || residual > width * spike.upper(UNUSUAL / 2);
    if (out && event.endsWith(residual, expectation.level(), values)) {
      expectation.returnTo(event.calmLevel());
      event.end();
      shift.forget();
      outliers = 0;
    }
  }

  private void judgeObserved(double value, double residual, double width, double[] pValues) {
    double y = scaled(value);
    boolean zero = value == 0;
    double usual = usual(residual);
    double distance = shape.distanceAfter(y);
    pValues[0] = spike.pValue(residual, zero);
    boolean sparse = spike.mostlyZero();
    pValues[1] = sparse ? occurrences.pValue(zero) : shift.pValue(residual);
    pValues[2] = shape.pValue(distance);
    double bump = BUMP * deviation / width;
    double[] bumped = {
      spike.pValue(residual + bump, false),
      sparse ? occurrences.pValueIf(BUMP_STEPS) : shift.pValueIf(residual, bump, BUMP_STEPS),
      shape.pValueIf(distance, bump, BUMP_STEPS)
    };
    occurrences.learn(zero, sparse);
    if (values >= settled) {
      pool.learn(pValues, bumped);
      // An event counts once, however many values it lasts.
      if (Math.abs(outliers) <= 1) {
        spike.learn(residual, zero);
      }
      shift.learn(residual);
      shape.learn(distance);
    }
    expectation.learn(y, y + width * (usual - residual));
    values++;
    mean += (y - mean) / values;
    deviation += (Math.abs(y - mean) - deviation) / values;
  }

  /**
   * The part of a residual that the expectation learns (a bounded influence function): an outlier
   * no more than the farthest usual value, twice as much for each that follows on the same side.
   */
  private double usual(double residual) {
    if (!spike.ready()) {
      return residual;
    }
    double lo = spike.lower(OUTLIER / 2);
    double hi = spike.upper(OUTLIER / 2);
    boolean out = residual < lo || residual > hi;
    boolean same = residual < 0 == outliers < 0;
    outliers = !out ? 0 : (same ? outliers : 0) + (residual < 0 ? -1 : 1);
    if (Math.abs(outliers) == 1) {
      event.begin(residual, expectation.level(), values);
    }
    if (!out || lo == 0 && hi == 0) {
      return residual;
    }
    double more = Math.pow(2, Math.min(MOST_DOUBLINGS, Math.abs(outliers) - 1));
    double bound = more * Math.max(Math.abs(lo), Math.abs(hi));
    return Math.clamp(residual, -bound, bound);
  }

  private double scaled(double value) {
    return squareRoot ? Math.sqrt(value) : value;
  }

  private double unscaled(double y) {
    return squareRoot ? y * Math.abs(y) : y;
  }
}
