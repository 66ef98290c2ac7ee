package io.tiktoktoe.benchmarks.forecast;

import io.tiktoktoe.answer.AmountUnit;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.outlook.Granularity;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.series.Series;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rolling-origin cases of the {@linkplain OtherEconomy other economy}: each past with one of its
 * continuations, as a creator's income in dollars.
 */
final class OtherQuestions {

  private static final LocalDateTime START = LocalDateTime.of(2024, 1, 1, 0, 0);

  /** Continuations of each past that are asked for. */
  private static final int CONTINUATIONS = 4;

  private OtherQuestions() {}

  /** Of so many creators under a seed; the same past is asked with several continuations. */
  static List<Question> of(int creators, long seed) {
    return of(OtherEconomy.of(creators, seed), seed);
  }

  /** Of these creators, each past with the first of its continuations. */
  static List<Question> of(List<SimulatedCreator> all, long seed) {
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      SimulatedCreator creator = all.get(i);
      List<Series> known =
          creator.streams().stream()
              .map(stream -> Series.of(stream.history().id(), cents(stream.history().toArray())))
              .toList();
      HistoricalMetrics history =
          new HistoricalMetrics(START, Granularity.DAY, known, true)
              .in(AmountUnit.minorOf(Money.currency("USD")));
      for (int c = 0; c < CONTINUATIONS; c++) {
        double[][] came = new double[known.size()][];
        for (int s = 0; s < came.length; s++) {
          came[s] = cents(creator.streams().get(s).futures()[c]);
        }
        questions.add(new Question(seed, c, "creator" + i, history, came));
      }
    }
    return questions;
  }

  /** A hundred of the economy's units are a dollar or so: amounts are whole cents. */
  private static double[] cents(double[] values) {
    return Arrays.stream(values).map(value -> Math.rint(100 * value)).toArray();
  }
}
