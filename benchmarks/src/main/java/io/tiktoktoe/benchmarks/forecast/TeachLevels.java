package io.tiktoktoe.benchmarks.forecast;

import io.tiktoktoe.forecast.LearnedModel;
import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.series.Series;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Teaches the shipped prior of the risk of levels on files of questions that {@link CreatorTotals}
 * cached (seeds that are never reported), and prints the resource. Arguments: the files.
 */
public final class TeachLevels {

  private TeachLevels() {}

  /** Runs it. */
  public static void main(String[] files) throws IOException {
    List<LearnedModel.Teacher> teachers = new ArrayList<>();
    for (String file : files) {
      for (Question question : QuestionFiles.read(Path.of(file))) {
        teachers.add(new LearnedModel.Teacher(question.creator(), whole(question)));
      }
    }
    System.out.print(
        PredictiveAnalyticsEngine.teachLevels(
            teachers, Runtime.getRuntime().availableProcessors()));
  }

  /** What was known at the origin, followed by what came. */
  private static HistoricalMetrics whole(Question question) {
    HistoricalMetrics known = question.known();
    List<Series> series = new ArrayList<>();
    for (int s = 0; s < question.came().length; s++) {
      double[] before = known.series().get(s).toArray();
      double[] came = question.came()[s];
      double[] all = Arrays.copyOf(before, before.length + came.length);
      System.arraycopy(came, 0, all, before.length, came.length);
      series.add(Series.of(known.series().get(s).id(), all));
    }
    return new HistoricalMetrics(known.start(), known.granularity(), series, known.nonNegative())
        .in(known.unit());
  }
}
