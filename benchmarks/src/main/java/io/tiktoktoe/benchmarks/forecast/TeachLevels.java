package io.tiktoktoe.benchmarks.forecast;

import io.tiktoktoe.forecast.LearnedModel;
import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.forecast.level.LevelPrior;
import io.tiktoktoe.forecast.level.LevelRisk;
import io.tiktoktoe.forecast.level.LevelRiskLearning;
import io.tiktoktoe.forecast.level.PastSums;
import io.tiktoktoe.outlook.PredictionContext;
import io.tiktoktoe.outlook.Predictions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Teaches the shipped prior of the risk of levels on files of questions that {@link CreatorTotals}
 * cached (seeds that are never reported), and prints the resource. Arguments: the files.
 */
public final class TeachLevels {

  private TeachLevels() {}

  /** Runs it. */
  public static void main(String[] files) throws IOException {
    List<Question> questions = new ArrayList<>();
    for (String file : files) {
      questions.addAll(QuestionFiles.read(Path.of(file)));
    }
    List<List<PastSums>> past =
        IntStream.range(0, questions.size())
            .parallel()
            .mapToObj(at -> sums(questions.get(at)))
            .toList();
    System.out.print(LevelPrior.text(LevelRiskLearning.learn(past, LevelRisk.NONE, 1)));
  }

  private static List<PastSums> sums(Question question) {
    Predictions answer =
        PredictiveAnalyticsEngine.generatePredictions(
            question.known(),
            PredictionContext.daily(Instant.EPOCH, 0).withPaths(200),
            LearnedModel.NONE.withoutLevels(),
            question.creator());
    List<PastSums> sums = new ArrayList<>();
    for (int s = 0; s < question.came().length; s++) {
      sums.add(
          PastSums.of(
              question.known().series().get(s).toArray(),
              answer.series().get(s).paths(),
              question.came()[s]));
    }
    return sums;
  }
}
