package io.tiktoktoe.forecast.campaign;

import io.tiktoktoe.forecast.future.SeriesOutcome;
import io.tiktoktoe.outlook.Explanation;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.outlook.PredictionContext;
import io.tiktoktoe.outlook.SamplePaths;
import io.tiktoktoe.series.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Campaigns of a multivariate time series: what each of its series knows of them, and their goals,
 * which are meant for the sum.
 */
public final class JointCampaigns {

  private final HistoricalMetrics history;
  private final PredictionContext context;
  private final CampaignCourses courses;
  private final List<SeriesCampaigns> series;

  private JointCampaigns(HistoricalMetrics history, PredictionContext context) {
    this.history = history;
    this.context = context;
    this.courses = CampaignCourses.of(history, context);
    this.series = history.series().stream().map(one -> courses.of(one.toArray())).toList();
  }

  /**
   * Learns from a history.
   *
   * @throws IllegalArgumentException as {@link CampaignCourses#of} does
   */
  public static JointCampaigns of(HistoricalMetrics history, PredictionContext context) {
    return new JointCampaigns(history, context);
  }

  /** The same after more steps: a campaign that runs has more of its own course. */
  public JointCampaigns after(List<double[]> steps) {
    if (steps.isEmpty() || context.campaigns().isEmpty()) {
      return this;
    }
    List<Series> longer = new ArrayList<>();
    for (int s = 0; s < history.series().size(); s++) {
      longer.add(Series.of(history.series().get(s).id(), longer(s, steps)));
    }
    return of(
        new HistoricalMetrics(
            history.start(),
            history.granularity(),
            longer,
            history.nonNegative(),
            List.of(),
            history.unit()),
        context);
  }

  /**
   * The newest of these steps without its campaign: missing where it is part of one.
   *
   * @param steps what came since the history, the values of all series in each
   */
  public double[] calm(List<double[]> steps) {
    double[] calm = steps.getLast().clone();
    for (int s = 0; s < calm.length && !context.campaigns().isEmpty(); s++) {
      calm[s] = courses.lastIsOfOne(longer(s, steps)) ? Double.NaN : calm[s];
    }
    return calm;
  }

  private double[] longer(int at, List<double[]> steps) {
    double[] past = history.series().get(at).toArray();
    double[] longer = Arrays.copyOf(past, past.length + steps.size());
    for (int i = 0; i < steps.size(); i++) {
      longer[past.length + i] = steps.get(i)[at];
    }
    return longer;
  }

  /** A series' values without its campaigns; see {@link SeriesCampaigns#without}. */
  public double[] without(int at, double[] values) {
    return series.get(at).without(values);
  }

  /** A series' forecast with its campaigns; see {@link SeriesCampaigns#add}. */
  public SeriesOutcome add(int at, SeriesOutcome outcome) {
    return series.get(at).add(outcome);
  }

  /** What is known of the goals; see {@link CampaignCourses#goals}. */
  public List<Explanation.Goal> goals(SamplePaths total) {
    return courses.goals(history.series(), total);
  }
}
