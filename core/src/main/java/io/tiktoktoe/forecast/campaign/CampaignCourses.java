package io.tiktoktoe.forecast.campaign;

import io.tiktoktoe.calendar.Campaign;
import io.tiktoktoe.outlook.Explanation;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.outlook.PredictionContext;
import io.tiktoktoe.outlook.SamplePaths;
import io.tiktoktoe.series.Series;
import java.util.ArrayList;
import java.util.List;

/**
 * Campaigns on the steps of a history and its future. Their shape is learned from past ones of
 * their kind and, their level, from their own course; before that from past ones and the goal.
 */
public final class CampaignCourses {

  private final List<Span> spans;
  private final int known;
  private final int steps;
  private final int period;
  private final boolean alone;

  private CampaignCourses(List<Span> spans, HistoricalMetrics history, int steps) {
    this.spans = spans;
    this.known = history.length();
    this.steps = steps;
    this.period = history.granularity().periods().getFirst();
    this.alone = history.series().size() == 1;
  }

  /**
   * The campaigns that touch a history or its future.
   *
   * @throws IllegalArgumentException if a campaign is longer than a year of hours, or the history
   *     is neither hourly nor daily
   */
  public static CampaignCourses of(HistoricalMetrics history, PredictionContext context) {
    List<Span> spans = new ArrayList<>();
    for (Campaign campaign : context.campaigns()) {
      Span span = Span.of(campaign, history);
      if (span.past(history.length()) || span.ahead(history.length(), context.steps())) {
        spans.add(span);
      }
    }
    return new CampaignCourses(List.copyOf(spans), history, context.steps());
  }

  /** Those of one series, with as many values as the history has steps. */
  public SeriesCampaigns of(double[] values) {
    if (spans.isEmpty()) {
      return SeriesCampaigns.NONE;
    }
    // A goal of several series is none of theirs by itself.
    List<Span> own = alone ? spans : spans.stream().map(Span::withoutGoal).toList();
    return SeriesCampaigns.of(values, own, period, steps);
  }

  /** Whether any campaign has a goal. */
  public boolean haveGoals() {
    return spans.stream().anyMatch(span -> span.goal().isPresent());
  }

  /**
   * How likely the goals are that fall due ahead.
   *
   * @param history series to the sum of which the goals are meant; a missing value brought nothing
   * @param futures of the same sum
   */
  public List<Explanation.Goal> goals(List<Series> history, SamplePaths futures) {
    List<Explanation.Goal> goals = new ArrayList<>();
    for (Span span : spans) {
      boolean due = span.to() > known && span.to() <= known + futures.steps() && span.from() >= 0;
      if (due && span.goal().isPresent() && futures.count() > 0) {
        goals.add(goal(span, span.goal().getAsDouble(), history, futures));
      }
    }
    return goals;
  }

  private Explanation.Goal goal(Span span, double goal, List<Series> history, SamplePaths futures) {
    double raised = 0;
    for (int t = span.from(); t < known; t++) {
      for (Series series : history) {
        raised += Double.isFinite(series.value(t)) ? series.value(t) : 0;
      }
    }
    int reached = 0;
    for (int path = 0; path < futures.count(); path++) {
      double total = raised;
      for (int t = Math.max(known, span.from()); t < span.to(); t++) {
        total += futures.value(path, t - known);
      }
      reached += total >= goal ? 1 : 0;
    }
    double chance = raised >= goal ? 1 : (reached + 0.5) / (futures.count() + 1);
    return new Explanation.Goal(span.kind(), goal, raised, chance);
  }
}
