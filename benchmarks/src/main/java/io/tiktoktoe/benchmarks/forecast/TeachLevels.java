package io.tiktoktoe.benchmarks.forecast;

import io.tiktoktoe.forecast.LearnedModel;
import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.series.Series;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.model.WorldKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Teaches the shipped prior of the risk of levels on many small economies around the hard world,
 * from nearly calm to harder (`--world varied`), and on six of series whose laws are known; no seed
 * of them is ever reported. Prints the resource.
 *
 * <p>Arguments: economies (default 63, about 20 CPU seconds each), creators of each (default 10);
 * {@code --cache=FOLDER} keeps what the stores told.
 */
public final class TeachLevels {

  private static final LocalDate START = LocalDate.of(2025, 1, 1);

  private static final long FIRST_SEED = 31_000;

  private static final long FIRST_SERIES = 5_001;

  private static final int ECONOMIES_OF_SERIES = 6;

  private static final int CREATORS_OF_SERIES = 12;

  private TeachLevels() {}

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    List<String> words = List.of(arguments);
    List<Integer> numbers =
        words.stream().filter(word -> !word.startsWith("--")).map(Integer::parseInt).toList();
    int economies = numbers.isEmpty() ? 63 : numbers.getFirst();
    int creators = numbers.size() < 2 ? 10 : numbers.get(1);
    String cache =
        words.stream()
            .filter(word -> word.startsWith("--cache="))
            .map(word -> word.substring("--cache=".length()))
            .findFirst()
            .orElse("");
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < economies; i++) {
      questions.addAll(economy(creators, FIRST_SEED + i, cache));
    }
    for (int i = 0; i < ECONOMIES_OF_SERIES; i++) {
      long seed = FIRST_SERIES + i;
      questions.addAll(OtherQuestions.of(SimulatedCreator.of(CREATORS_OF_SERIES, seed), seed));
    }
    List<LearnedModel.Teacher> teachers =
        questions.stream().map(one -> new LearnedModel.Teacher(one.creator(), whole(one))).toList();
    System.out.print(
        PredictiveAnalyticsEngine.teachLevels(
            teachers, Runtime.getRuntime().availableProcessors()));
  }

  /** Economies begin in different months. */
  private static List<Question> economy(int creators, long seed, String cache) throws IOException {
    Path file = Path.of(cache, "varied-%d-%d.gz".formatted(creators, seed));
    if (!cache.isEmpty() && Files.exists(file)) {
      return QuestionFiles.read(file);
    }
    EconomyOptions defaults = EconomyOptions.defaults();
    EconomyOptions options =
        defaults
            .withCreators(creators)
            .withWorld(WorldKind.VARIED)
            .withMonths(START.plusMonths(month(seed)), defaults.months())
            .withSeed(seed);
    List<Question> questions = StoreQuestions.of(options);
    if (!cache.isEmpty()) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      QuestionFiles.write(file, questions);
    }
    return questions;
  }

  /** In which month the economy begins, 0 to 11. */
  private static int month(long seed) {
    SplittableRandom random = new SplittableRandom(977 * seed + 9_716_003);
    random.nextDouble();
    return random.nextInt(12);
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
