package io.tiktoktoe.benchmarks.forecast;

import io.tiktoktoe.benchmarks.forecast.SimulatedCreator.SparsityClass;
import io.tiktoktoe.forecast.LearnedModel;
import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.PredictionContext;
import io.tiktoktoe.outlook.Predictions;
import io.tiktoktoe.series.Series;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sums and totals as users ask them: the simulated hard economy, ingested as it arrives, asked at
 * four past origins for 1, 7, 30 and 90 days of every stream and in total, beside what then came.
 *
 * <p>Arguments: creators (default 20), then seeds (default 7; 3 seeds of 100 creators are the full
 * size); {@code --learned} asks with what all creators of the store teach, otherwise each is asked
 * alone; {@code --cache=FOLDER} keeps what the stores told; {@code --other} asks about the other
 * economy, on which no choice is made.
 */
public final class CreatorTotals {

  private CreatorTotals() {}

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    List<String> words = List.of(arguments);
    List<Long> numbers =
        words.stream().filter(word -> !word.startsWith("--")).map(Long::parseLong).toList();
    int creators = numbers.isEmpty() ? 20 : Math.toIntExact(numbers.getFirst());
    List<Long> seeds = numbers.size() < 2 ? List.of(7L) : numbers.subList(1, numbers.size());
    SumTable table = new SumTable();
    for (long seed : seeds) {
      List<Question> questions = questions(creators, seed, words);
      for (int origin : questions.stream().map(Question::origin).distinct().sorted().toList()) {
        List<Question> asked =
            questions.stream().filter(question -> question.origin() == origin).toList();
        ask(asked, words.contains("--learned"), table);
      }
    }
    System.out.printf(
        "%d creators, seeds %s, %s%n",
        creators, seeds, words.contains("--learned") ? "learned from all" : "each alone");
    table.print();
  }

  private static List<Question> questions(int creators, long seed, List<String> words)
      throws IOException {
    if (words.contains("--other")) {
      return OtherQuestions.of(creators, seed);
    }
    String option = "--cache=";
    List<String> caches =
        words.stream()
            .filter(word -> word.startsWith(option))
            .map(word -> word.substring(option.length()))
            .toList();
    if (caches.isEmpty()) {
      return StoreQuestions.of(creators, seed);
    }
    Path file = Path.of(caches.getFirst()).resolve("totals-%d-%d.gz".formatted(creators, seed));
    if (!Files.exists(file)) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      QuestionFiles.write(file, StoreQuestions.of(creators, seed));
    }
    return QuestionFiles.read(file);
  }

  private static void ask(List<Question> asked, boolean learn, SumTable table) {
    int threads = Runtime.getRuntime().availableProcessors();
    LearnedModel learned =
        learn
            ? PredictiveAnalyticsEngine.learn(
                asked.stream()
                    .map(one -> new LearnedModel.Teacher(one.creator(), one.known()))
                    .toList(),
                0,
                threads,
                Progress.SILENT)
            : LearnedModel.NONE;
    List<Predictions> answers =
        IntStream.range(0, asked.size())
            .parallel()
            .mapToObj(
                at ->
                    PredictiveAnalyticsEngine.generatePredictions(
                        asked.get(at).known(),
                        PredictionContext.daily(Instant.EPOCH, 0),
                        learned,
                        asked.get(at).creator()))
            .toList();
    for (int at = 0; at < answers.size(); at++) {
      compare(asked.get(at), answers.get(at), table);
    }
  }

  private static void compare(Question question, Predictions answer, SumTable table) {
    List<Forecast> all = new ArrayList<>(answer.series());
    all.add(answer.total());
    for (int s = 0; s < all.size(); s++) {
      Forecast forecast = all.get(s);
      boolean total = s == answer.series().size();
      SparsityClass sparsity =
          total
              ? SparsityClass.TOTAL
              : SparsityClass.of(question.known().series().get(s).toArray());
      String label = usual(question, s) <= 1 ? "nothing so far" : sparsity.label();
      for (int i = 0; i < Holding.HORIZONS.length; i++) {
        int days = Holding.HORIZONS[i];
        double actual = total ? question.total(days) : question.of(s, days);
        double[] sums = forecast.paths().sums(Math.min(days, forecast.paths().steps()));
        Arrays.sort(sums);
        double mean = forecast.horizons().isEmpty() ? 0 : forecast.horizons().get(i).sum().mean();
        table.add(label, i, sums, mean, actual, days * usual(question, s));
      }
    }
  }

  /** Average daily income of a stream, or of all for a number beyond. */
  private static double usual(Question question, int stream) {
    List<Series> series = question.known().series();
    return Math.max(
        1,
        series.stream()
            .filter(one -> stream >= series.size() || one == series.get(stream))
            .mapToDouble(
                one -> Arrays.stream(one.toArray()).filter(Double::isFinite).average().orElse(0))
            .sum());
  }
}
