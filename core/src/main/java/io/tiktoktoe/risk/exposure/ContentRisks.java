package io.tiktoktoe.risk.exposure;

import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.stats.Resampling;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;

/**
 * Concentration of contents; the interval is a bootstrap over contents (Efron 1979). Of a single
 * content nothing is known of how others would do: its interval is all of 0 to 1.
 */
final class ContentRisks {

  private static final int RESAMPLES = 400;
  private static final double MONTH = 30;

  private ContentRisks() {}

  /** Absent when no content brought anything. */
  static Optional<ContentRisk> of(RiskFacts facts, RandomGenerator random) {
    boolean paid = facts.contents().stream().anyMatch(one -> one.income() > 0);
    ToLongFunction<ContentIncome> measure = paid ? ContentIncome::income : ContentIncome::views;
    List<ContentIncome> contents =
        facts.contents().stream()
            .filter(one -> measure.applyAsLong(one) > 0)
            .sorted(
                Comparator.comparingLong((ContentIncome one) -> -measure.applyAsLong(one))
                    .thenComparing(ContentIncome::content))
            .toList();
    if (contents.isEmpty()) {
      return Optional.empty();
    }
    double[] amounts = contents.stream().mapToDouble(measure::applyAsLong).toArray();
    double sum = Arrays.stream(amounts).sum();
    double index = Arrays.stream(amounts).map(one -> one / sum * (one / sum)).sum();
    return Optional.of(
        new ContentRisk(
            paid ? "income" : "views",
            amounts.length,
            index,
            1 / index,
            contents.getFirst().content(),
            amounts[0] / sum,
            interval(amounts, random),
            paid ? amounts[0] / facts.days() * MONTH : Double.NaN));
  }

  private static Interval interval(double[] amounts, RandomGenerator random) {
    if (amounts.length < 2) {
      return new Interval(0, 1, Interval.WIDE);
    }
    return Resampling.percentile(
        Resampling.bootstrap(
            amounts.length,
            RESAMPLES,
            random,
            places -> {
              double most = 0;
              double sum = 0;
              for (int place : places) {
                most = Math.max(most, amounts[place]);
                sum += amounts[place];
              }
              return most / sum;
            }),
        Interval.WIDE);
  }
}
