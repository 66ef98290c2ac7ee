package io.tiktoktoe.forecast.campaign;

import io.tiktoktoe.forecast.future.Marginals;
import io.tiktoktoe.forecast.future.SeriesOutcome;
import io.tiktoktoe.outlook.Explanation;
import io.tiktoktoe.outlook.ForecastPart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The campaigns of one series: its history without them, and their part of its forecast.
 *
 * <p>A series that brought nothing, or hardly ever anything, in its campaigns has none.
 */
public final class SeriesCampaigns {

  /** A series without campaigns. */
  public static final SeriesCampaigns NONE =
      new SeriesCampaigns(new double[0], new double[0], List.of());

  /** Smallest share of a campaign's steps that bring something. */
  private static final double DENSE = 0.25;

  /** Known steps outside campaigns below which they say nothing of what comes after one. */
  private static final int FEWEST_CALM = 14;

  private final double[] values;
  private final double[] calm;
  private final List<CourseForecast> courses;

  private SeriesCampaigns(double[] values, double[] calm, List<CourseForecast> courses) {
    this.values = values;
    this.calm = calm;
    this.courses = courses;
  }

  /** Learns from a history; O(campaigns squared times steps). */
  static SeriesCampaigns of(double[] values, List<Span> spans, int period, int steps) {
    int known = values.length;
    List<Span> dense = spans.stream().filter(span -> dense(values, span)).toList();
    double[] calm = calm(values, dense);
    List<CourseForecast> courses = new ArrayList<>();
    for (Span span : spans) {
      if (span.ahead(known, steps)) {
        List<Span> past =
            dense.stream()
                .filter(one -> one.past(known) && one.kind().equals(span.kind()))
                .toList();
        boolean begun = dense.contains(span);
        if (begun || (span.from() >= known && (!past.isEmpty() || span.goal().isPresent()))) {
          new CourseEstimation(values, calm, past, period).of(span).ifPresent(courses::add);
        }
      }
    }
    return new SeriesCampaigns(values, calm, List.copyOf(courses));
  }

  /** Whether enough of the campaign's known steps brought something. */
  static boolean dense(double[] values, Span span) {
    int from = Math.max(0, span.from());
    int to = Math.min(values.length, span.to());
    int seen = 0;
    int positive = 0;
    for (int t = from; t < to; t++) {
      seen += Double.isFinite(values[t]) ? 1 : 0;
      positive += values[t] > 0 ? 1 : 0;
    }
    return span.length() >= Span.FEWEST && positive > 0 && positive >= DENSE * seen;
  }

  private static double[] calm(double[] values, List<Span> spans) {
    double[] calm = values.clone();
    for (Span span : spans) {
      int to = Math.min(values.length, span.to());
      for (int t = Math.max(0, span.from()); t < to; t++) {
        calm[t] = Double.NaN;
      }
    }
    return calm;
  }

  /**
   * The history with the campaigns' steps missing; as it is where hardly anything would be left.
   */
  public double[] without(double[] history) {
    long left = Arrays.stream(calm).filter(Double::isFinite).count();
    return left >= FEWEST_CALM ? calm.clone() : history.clone();
  }

  /** The forecast of the history without campaigns, with their steps in their place. */
  public SeriesOutcome add(SeriesOutcome outcome) {
    SeriesOutcome with = outcome;
    for (CourseForecast course : courses) {
      with = add(with, course);
    }
    return with;
  }

  private SeriesOutcome add(SeriesOutcome before, CourseForecast course) {
    Marginals calmly = before.marginals();
    if (calmly.steps() == 0) {
      return before;
    }
    Marginals with = course.in(calmly, values.length);
    double more = Arrays.stream(with.mean()).sum() - Arrays.stream(calmly.mean()).sum();
    Explanation explanation = before.explained().explanation();
    List<Explanation.Component> components = new ArrayList<>(explanation.components());
    components.add(new Explanation.Component(new ForecastPart.Cause(course.span().kind()), more));
    return before.with(with, new Explanation(calmly.steps(), components, explanation.changes()));
  }

  /** The first campaign with a course ahead of this kind, if any. */
  Optional<CourseForecast> course(Span span) {
    return courses.stream().filter(one -> one.span().equals(span)).findFirst();
  }
}
