package io.tiktoktoe.benchmarks.risk;

import io.tiktoktoe.forecast.LearnedModel;
import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.metric.FanConcentration;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.outlook.PredictionContext;
import io.tiktoktoe.outlook.Predictions;
import io.tiktoktoe.risk.IncomeHistory;
import io.tiktoktoe.risk.RiskAdvice;
import io.tiktoktoe.risk.RiskAssessment;
import io.tiktoktoe.risk.RiskAssessor;
import io.tiktoktoe.risk.RiskInputs;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Falls of income ahead and advised reserves, over creators of the hard simulated economy, through
 * the store: the told probability that 30-day income falls by a quarter within 90 days beside what
 * came, and how often what was advised to keep aside carried the month that came.
 *
 * <p>Arguments: creators (20), months (25), seed (7), days between origins (90).
 */
public final class FallsAhead {

  private static final int MONTH = 30;
  private static final int QUARTER = 90;
  private static final int FIRST = 240;
  private static final double DEEP = 0.25;
  private static final int BINS = 3;

  private FallsAhead() {}

  /**
   * One origin.
   *
   * @param said probability of the fall; NaN when none was told
   * @param fell whether it came
   * @param reserve that was advised; NaN when none was
   * @param usual income of 30 days before
   * @param below how far the month that came lay below the middle of the futures
   */
  private record Outcome(double said, boolean fell, double reserve, double usual, double below) {}

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    int creators = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
    int months = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 25;
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 7;
    int apart = arguments.length > 3 ? Integer.parseInt(arguments[3]) : QUARTER;
    try (SimulatedStore economy = SimulatedStore.of(creators, months, seed)) {
      List<HistoricalMetrics> incomes = TailBacktest.incomes(economy);
      List<Outcome> outcomes =
          IntStream.range(0, incomes.size())
              .parallel()
              .mapToObj(at -> outcomes(incomes.get(at), apart))
              .flatMap(List::stream)
              .toList();
      falls(outcomes.stream().filter(one -> !Double.isNaN(one.said())).toList());
      reserves(outcomes);
    }
  }

  private static List<Outcome> outcomes(HistoricalMetrics income, int apart) {
    double[] total = TailBacktest.total(income);
    List<Outcome> outcomes = new ArrayList<>();
    for (int origin = FIRST; origin + QUARTER <= total.length; origin += apart) {
      outcomes.add(outcome(income, total, origin));
    }
    return outcomes;
  }

  private static Outcome outcome(HistoricalMetrics income, double[] total, int origin) {
    Predictions predictions =
        PredictiveAnalyticsEngine.generatePredictions(
            TailBacktest.until(income, origin),
            PredictionContext.daily(Instant.EPOCH, 0),
            LearnedModel.NONE,
            "");
    long[] days = Arrays.stream(total, 0, origin).mapToLong(Math::round).toArray();
    long[] none = new long[origin];
    IncomeHistory history =
        IncomeHistory.of(
            income.start().toLocalDate(),
            List.of("all"),
            List.of("all"),
            new long[][] {days},
            new long[][] {days},
            new IncomeHistory.Reversals(days, none, none, none));
    RiskInputs inputs =
        new RiskInputs(
            history,
            QUARTER,
            FanConcentration.NONE,
            List.of(),
            predictions,
            Currency.getInstance("USD"));
    RiskAssessment risk = RiskAssessor.assess(inputs, new SplittableRandom(1));
    double[] sums = predictions.total().paths().sums(MONTH);
    Arrays.sort(sums);
    return new Outcome(
        risk.drawdown().map(one -> one.nextQuarter()).orElse(Double.NaN),
        fell(total, origin),
        reserve(risk),
        Arrays.stream(total, origin - QUARTER, origin).sum() / QUARTER * MONTH,
        sums[sums.length / 2] - Arrays.stream(total, origin, origin + MONTH).sum());
  }

  private static double reserve(RiskAssessment risk) {
    return risk.mitigations().stream()
        .filter(one -> one.advice() instanceof RiskAdvice.KeepReserve)
        .mapToDouble(one -> ((RiskAdvice.KeepReserve) one.advice()).amount())
        .findFirst()
        .orElse(Double.NaN);
  }

  private static boolean fell(double[] total, int origin) {
    double last = Arrays.stream(total, origin - MONTH, origin).sum();
    return IntStream.rangeClosed(1, QUARTER)
        .mapToDouble(day -> Arrays.stream(total, origin + day - MONTH, origin + day).sum())
        .anyMatch(sum -> sum <= (1 - DEEP) * last);
  }

  private static void falls(List<Outcome> told) {
    List<Outcome> sorted = told.stream().sorted(Comparator.comparingDouble(Outcome::said)).toList();
    System.out.printf("falls by a quarter within 90 days: %d times told%n", sorted.size());
    for (int bin = 0; bin < BINS; bin++) {
      List<Outcome> some =
          sorted.subList(bin * sorted.size() / BINS, (bin + 1) * sorted.size() / BINS);
      System.out.printf(
          "  third %d: said %.2f, came %.2f%n",
          bin + 1,
          some.stream().mapToDouble(Outcome::said).average().orElse(Double.NaN),
          some.stream().mapToDouble(one -> one.fell() ? 1 : 0).average().orElse(Double.NaN));
    }
  }

  private static void reserves(List<Outcome> outcomes) {
    List<Outcome> advised = outcomes.stream().filter(one -> !Double.isNaN(one.reserve())).toList();
    long larger = advised.stream().filter(one -> one.reserve() > one.usual() + 1).count();
    long borne = advised.stream().filter(one -> one.reserve() < one.usual() - 1).count();
    long beyond = advised.stream().filter(one -> one.below() > one.reserve()).count();
    System.out.printf(
        "reserves: advised at %d of %d origins, larger than a usual month in %d, as wanted in %d;"
            + " the month fell short by more than the reserve in %.1f%%%n",
        advised.size(),
        outcomes.size(),
        larger,
        borne,
        100.0 * beyond / Math.max(1, advised.size()));
  }
}
