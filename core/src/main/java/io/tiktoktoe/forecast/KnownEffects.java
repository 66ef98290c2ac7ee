package io.tiktoktoe.forecast;

import io.tiktoktoe.series.Series;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * What special days and drivers known ahead add to each step: ridge regression of the deviation
 * from the same phase of the neighbouring seasons on the same deviation of each cause, so that
 * level, trend and season drop out of both sides. Deviations beyond five typical ones are cut. An
 * effect seen once counts half (prior: none). Effects are additive and the same at every time.
 */
final class KnownEffects {

  /** Ridge penalty of a special day: about one occurrence. */
  private static final double DAY_PENALTY = 1.25;

  /** Ridge penalty of a standardised driver: about five steps of a typical change. */
  private static final double DRIVER_PENALTY = 5;

  private final List<String> names;
  private final double[][] causes;
  private final double[] penalties;

  private KnownEffects(List<String> names, List<double[]> causes, List<Double> penalties) {
    this.names = names;
    this.causes = causes.toArray(double[][]::new);
    this.penalties = penalties.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The causes that touch this history: kinds of days seen before, drivers known to the end. */
  static KnownEffects of(HistoricalMetrics history, PredictionContext context) {
    int length = history.length() + context.steps();
    Map<String, double[]> days = new LinkedHashMap<>();
    for (CalendarEvent event : context.calendar()) {
      mark(history, event.day(), days.computeIfAbsent(event.kind(), kind -> new double[length]));
    }
    List<String> names = new ArrayList<>();
    List<double[]> causes = new ArrayList<>();
    List<Double> penalties = new ArrayList<>();
    days.forEach(
        (kind, marks) -> {
          if (any(marks, 0, history.length())) {
            names.add(kind);
            causes.add(marks);
            penalties.add(DAY_PENALTY);
          }
        });
    for (Series driver : history.drivers()) {
      if (driver.length() >= length) {
        names.add(driver.id());
        causes.add(standard(driver, length, history.length()));
        penalties.add(DRIVER_PENALTY);
      }
    }
    return new KnownEffects(names, causes, penalties);
  }

  private static void mark(HistoricalMetrics history, LocalDate day, double[] marks) {
    for (int step = 0; step < marks.length; step++) {
      LocalDate from =
          switch (history.granularity()) {
            case HOUR -> history.start().plusHours(step).toLocalDate();
            case DAY -> history.start().plusDays(step).toLocalDate();
            case WEEK -> history.start().plusWeeks(step).toLocalDate();
            case MONTH -> history.start().plusMonths(step).toLocalDate();
          };
      LocalDate last =
          switch (history.granularity()) {
            case HOUR, DAY -> from;
            case WEEK -> from.plusDays(6);
            case MONTH -> from.plusMonths(1).minusDays(1);
          };
      if (!day.isBefore(from) && !day.isAfter(last)) {
        marks[step] = 1;
      }
    }
  }

  private static boolean any(double[] marks, int from, int to) {
    for (int t = from; t < to; t++) {
      if (marks[t] != 0) {
        return true;
      }
    }
    return false;
  }

  private static double[] standard(Series driver, int length, int known) {
    double mean = 0;
    int count = 0;
    for (int t = 0; t < known; t++) {
      if (!Double.isNaN(driver.value(t))) {
        mean += driver.value(t);
        count++;
      }
    }
    mean = count == 0 ? 0 : mean / count;
    double square = 0;
    for (int t = 0; t < known; t++) {
      double difference = driver.value(t) - mean;
      square += Double.isNaN(difference) ? 0 : difference * difference;
    }
    double spread = count == 0 ? 0 : Math.sqrt(square / count);
    double[] standard = new double[length];
    for (int t = 0; t < length; t++) {
      double difference = driver.value(t) - mean;
      standard[t] = spread == 0 || Double.isNaN(difference) ? 0 : difference / spread;
    }
    return standard;
  }

  boolean none() {
    return causes.length == 0;
  }

  List<String> names() {
    return names;
  }

  /** Effect of each cause on each step of history and future, [cause][step]. */
  double[][] estimate(double[] values, int period) {
    int length = values.length;
    double[] deviation = deviations(values, length, period);
    double typical = 0;
    int known = 0;
    for (double one : deviation) {
      if (!Double.isNaN(one)) {
        typical += Math.abs(one);
        known++;
      }
    }
    double bound = known == 0 ? 0 : 5 * typical / known;
    int count = causes.length;
    DMatrixRMaj normal = new DMatrixRMaj(count, count);
    DMatrixRMaj right = new DMatrixRMaj(count, 1);
    double[][] moved = new double[count][];
    for (int c = 0; c < count; c++) {
      moved[c] = deviations(causes[c], length, period);
    }
    for (int a = 0; a < count; a++) {
      normal.add(a, a, penalties[a]);
      for (int t = 0; t < length; t++) {
        if (!Double.isNaN(deviation[t])) {
          right.add(a, 0, moved[a][t] * Math.clamp(deviation[t], -bound, bound));
          for (int b = 0; b < count; b++) {
            normal.add(a, b, moved[a][t] * moved[b][t]);
          }
        }
      }
    }
    DMatrixRMaj sizes = new DMatrixRMaj(count, 1);
    CommonOps_DDRM.solve(normal, right, sizes);
    double[][] effects = new double[count][causes.length == 0 ? 0 : causes[0].length];
    for (int c = 0; c < count; c++) {
      for (int t = 0; t < effects[c].length; t++) {
        effects[c][t] = sizes.get(c, 0) * causes[c][t];
      }
    }
    return effects;
  }

  /** Each value less the mean of the same phase one and two seasons before and after. */
  private static double[] deviations(double[] values, int length, int period) {
    double[] deviations = new double[length];
    for (int t = 0; t < length; t++) {
      double sum = 0;
      int count = 0;
      for (int k = -2; k <= 2; k++) {
        int at = t + k * period;
        if (k != 0 && at >= 0 && at < length && !Double.isNaN(values[at])) {
          sum += values[at];
          count++;
        }
      }
      deviations[t] = count == 0 ? Double.NaN : values[t] - sum / count;
    }
    return deviations;
  }
}
