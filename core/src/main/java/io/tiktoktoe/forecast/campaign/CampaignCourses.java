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
  private final List<Span> judged;
  private final int known;
  private final int steps;
  private final int period;
  private final boolean alone;

  private CampaignCourses(List<Span> spans, HistoricalMetrics history, int steps) {
    this.spans = spans.stream().filter(span -> span.touches(history.length(), steps)).toList();
    this.judged = spans.stream().filter(span -> span.goal().isPresent()).toList();
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
      spans.add(Span.of(campaign, history));
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

  /** Whether the last of these values came in a campaign in which the series takes part. */
  boolean lastIsOfOne(double[] values) {
    int last = values.length - 1;
    return spans.stream()
        .anyMatch(
            span -> span.from() <= last && last < span.to() && SeriesCampaigns.dense(values, span));
  }

  /** Whether any campaign has a goal. */
  public boolean haveGoals() {
    return !judged.isEmpty();
  }

  /**
   * Whether the goals of campaigns that are over were reached, and how likely those are that fall
   * due ahead. A campaign that began before the history is not judged.
   *
   * @param history series to the sum of which the goals are meant; a missing value brought nothing
   * @param futures of the same sum
   */
  public List<Explanation.Goal> goals(List<Series> history, SamplePaths futures) {
    List<Explanation.Goal> goals = new ArrayList<>();
    for (Span span : judged) {
      boolean ended = span.to() <= known;
      boolean due = !ended && span.to() <= known + futures.steps() && futures.count() > 0;
      if (span.from() >= 0 && (ended || due)) {
        double raised = raised(span, history);
        double goal = span.goal().orElseThrow();
        double chance = raised >= goal ? 1 : ended ? 0 : chance(span, goal - raised, futures);
        goals.add(new Explanation.Goal(span.kind(), goal, raised, chance, ended));
      }
    }
    return goals;
  }

  private double raised(Span span, List<Series> history) {
    double raised = 0;
    for (int t = span.from(); t < Math.min(known, span.to()); t++) {
      for (Series series : history) {
        raised += Double.isFinite(series.value(t)) ? series.value(t) : 0;
      }
    }
    return raised;
  }

  private double chance(Span span, double lacking, SamplePaths futures) {
    int reached = 0;
    for (int path = 0; path < futures.count(); path++) {
      double total = 0;
      for (int t = Math.max(known, span.from()); t < span.to(); t++) {
        total += futures.value(path, t - known);
      }
      reached += total >= lacking ? 1 : 0;
    }
    return (reached + 0.5) / (futures.count() + 1);
  }
}
