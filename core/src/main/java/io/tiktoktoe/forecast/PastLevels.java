package io.tiktoktoe.forecast;

import io.tiktoktoe.forecast.level.LevelPrior;
import io.tiktoktoe.forecast.level.LevelPriorLearning;
import io.tiktoktoe.forecast.level.LevelRisk;
import io.tiktoktoe.forecast.level.LevelRiskLearning;
import io.tiktoktoe.forecast.level.PastSums;
import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.outlook.PredictionContext;
import io.tiktoktoe.outlook.Predictions;
import io.tiktoktoe.series.Series;
import io.tiktoktoe.work.Parallel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rolling-origin forecasts of many creators' streams, from which the risk of their levels is
 * learned.
 */
final class PastLevels {

  /** Most creators that are looked back at. */
  private static final int MOST_CREATORS = 100;

  /** Fewer share too much of their fate to teach anything of others. */
  private static final int LEAST_CREATORS = 8;

  /** Most past origins of each, a whole horizon apart. */
  private static final int MOST_ORIGINS = 3;

  /** Fewest days known at an origin. */
  private static final int LEAST_DAYS = 56;

  /** Past forecasts of a class that the shipped prior is worth. */
  private static final double BELIEF = 100;

  private PastLevels() {}

  /** A creator at a past origin. */
  private record Case(LearnedModel.Teacher teacher, int origin) {}

  /**
   * The risk of levels, from forecasts of what came.
   *
   * @param calm what else was learned
   * @param prior what is believed before
   */
  static LevelRisk learn(
      List<LearnedModel.Teacher> teachers,
      LearnedModel calm,
      LevelRisk prior,
      BatchOptions options) {
    List<Case> cases = cases(teachers);
    long creators = cases.stream().map(one -> one.teacher().owner()).distinct().count();
    return creators < LEAST_CREATORS
        ? prior
        : LevelRiskLearning.learn(past(cases, calm, options), prior, BELIEF);
  }

  /**
   * The shipped prior's text, from what the newest 90 days of these creators were beside forecasts
   * from nothing but their own days before.
   */
  static String teach(List<LearnedModel.Teacher> teachers, BatchOptions options) {
    List<Case> cases =
        teachers.stream()
            .map(one -> new Case(one, one.income().length() - LearnedModel.LOOK))
            .filter(one -> one.origin() > 0)
            .toList();
    List<List<PastSums>> past = past(cases, LearnedModel.NONE.withoutLevels(), options);
    return LevelPrior.text(LevelPriorLearning.learn(past));
  }

  private static List<List<PastSums>> past(
      List<Case> cases, LearnedModel calm, BatchOptions options) {
    return Parallel.map(
        "comparing sums with what came",
        cases.size(),
        options.threads(),
        options.progress(),
        i -> sums(cases.get(i), calm, options.seed()));
  }

  private static List<Case> cases(List<LearnedModel.Teacher> teachers) {
    List<Case> cases = new ArrayList<>();
    int count = Math.min(MOST_CREATORS, teachers.size());
    for (int i = 0; i < count; i++) {
      LearnedModel.Teacher one = teachers.get(Learning.place(i, count, teachers.size()));
      for (int k = 1; k <= MOST_ORIGINS; k++) {
        int origin = one.income().length() - k * LearnedModel.LOOK;
        if (origin >= LEAST_DAYS && one.income().unit().currency().isPresent()) {
          cases.add(new Case(one, origin));
        }
      }
    }
    return cases;
  }

  private static List<PastSums> sums(Case asked, LearnedModel calm, long seed) {
    HistoricalMetrics income = asked.teacher().income();
    List<Series> known =
        income.series().stream()
            .map(one -> Series.of(one.id(), Arrays.copyOf(one.toArray(), asked.origin())))
            .toList();
    HistoricalMetrics then =
        new HistoricalMetrics(income.start(), income.granularity(), known, income.nonNegative())
            .in(income.unit());
    return sums(income, then, calm, asked.teacher().owner(), seed);
  }

  private static List<PastSums> sums(
      HistoricalMetrics all, HistoricalMetrics then, LearnedModel calm, String owner, long seed) {
    Predictions predictions =
        PredictiveAnalyticsEngine.generatePredictions(
            then, PredictionContext.daily(Instant.EPOCH, seed).withPaths(200), calm, owner);
    List<PastSums> sums = new ArrayList<>();
    for (int s = 0; s < then.series().size(); s++) {
      double[] days = all.series().get(s).toArray();
      int origin = then.length();
      sums.add(
          PastSums.of(
              then.series().get(s).toArray(),
              predictions.series().get(s).paths(),
              Arrays.copyOfRange(days, origin, origin + LearnedModel.LOOK)));
    }
    return sums;
  }
}
