package io.tiktoktoe.benchmarks.risk;

import io.tiktoktoe.forecast.LearnedModel;
import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.outlook.PredictionContext;
import io.tiktoktoe.outlook.SamplePaths;
import io.tiktoktoe.revenue.RevenueAnalytics;
import io.tiktoktoe.series.Series;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Backtest of value at risk and expected shortfall over creators of the hard simulated economy,
 * through the store: forecasts from origins 30 days apart, their joint paths beside what came.
 *
 * <p>Of each creator's series: Kupiec's test of the share of violations (1995) and Christoffersen's
 * of their independence (1998), of daily income over all steps and of 30-day income over origins;
 * zero income is a violation by the chance that its place among equal outcomes gives. Both together
 * and over creators: the Fissler-Ziegel score (2016, logistic) of 30-day income at 95%, scaled by
 * the creator's usual month, beside historical simulation over the last year's 30-day sums.
 *
 * <p>Arguments: creators (30), months (25), seed (7), days between origins (30).
 */
public final class TailBacktest {

  private static final int MONTH = 30;
  private static final int FIRST = 240;
  private static final int YEAR = 365;
  private static final double TAIL = 0.05;

  private TailBacktest() {}

  /**
   * One creator's outcomes.
   *
   * @param daily whether income of each day was below the value at risk, origin after origin
   * @param monthly the same of 30-day income, one for each origin
   * @param own scores of the joint paths
   * @param historical scores of historical simulation
   */
  private record Outcomes(
      List<Boolean> daily, List<Boolean> monthly, List<double[]> own, List<double[]> historical) {}

  private static final List<String> SCORES =
      List.of("Fissler-Ziegel, logistic", "Fissler-Ziegel, FZ0", "pinball of the 5% floor");

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    int creators = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30;
    int months = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 25;
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 7;
    int apart = arguments.length > 3 ? Integer.parseInt(arguments[3]) : MONTH;
    try (SimulatedStore economy = SimulatedStore.of(creators, months, seed)) {
      List<HistoricalMetrics> incomes = incomes(economy);
      List<Outcomes> outcomes =
          IntStream.range(0, incomes.size())
              .parallel()
              .mapToObj(at -> outcomes(incomes.get(at), apart, new SplittableRandom(seed + at)))
              .filter(one -> one.monthly().size() >= 3)
              .toList();
      System.out.printf(
          "%d creators with at least %d days and 3 origins, of %d; seed %d, origins %d days"
              + " apart%n",
          outcomes.size(), FIRST + 2 * MONTH, creators, seed, apart);
      tests("daily income", outcomes.stream().map(Outcomes::daily).toList());
      tests("30-day income", outcomes.stream().map(Outcomes::monthly).toList());
      scores(outcomes);
    }
  }

  private static List<HistoricalMetrics> incomes(SimulatedStore economy) {
    return economy
        .store()
        .snapshot(
            source -> {
              List<HistoricalMetrics> incomes = new ArrayList<>();
              for (String creator : economy.store().settings().creators()) {
                RevenueAnalytics.of(source)
                    .incomeHistory(economy.store().settings().profileOrGuess(creator))
                    .filter(income -> income.length() >= FIRST + 2 * MONTH)
                    .ifPresent(incomes::add);
              }
              return incomes;
            });
  }

  private static Outcomes outcomes(HistoricalMetrics income, int apart, SplittableRandom random) {
    double[] total = total(income);
    Outcomes outcomes =
        new Outcomes(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int origin = FIRST; origin + MONTH <= total.length; origin += apart) {
      double usual = 0;
      for (int day = origin - YEAR / 4; day < origin; day++) {
        usual += total[day] * MONTH / (YEAR / 4);
      }
      if (usual <= 0) {
        continue;
      }
      SamplePaths paths =
          PredictiveAnalyticsEngine.generatePredictions(
                  until(income, origin),
                  PredictionContext.daily(Instant.EPOCH, 0),
                  LearnedModel.NONE,
                  "")
              .total()
              .paths();
      double came = 0;
      for (int day = 0; day < MONTH; day++) {
        came += total[origin + day];
        outcomes.daily().add(below(paths.at(day), total[origin + day], random));
      }
      double[] sums = paths.sums(MONTH);
      outcomes.monthly().add(below(sums, came, random));
      outcomes.own().add(score(sums, came, usual));
      outcomes.historical().add(score(past(total, origin), came, usual));
    }
    return outcomes;
  }

  private static double[] total(HistoricalMetrics income) {
    double[] total = new double[income.length()];
    for (Series series : income.series()) {
      double[] days = series.toArray();
      for (int day = 0; day < total.length; day++) {
        total[day] += Double.isFinite(days[day]) ? days[day] : 0;
      }
    }
    return total;
  }

  private static HistoricalMetrics until(HistoricalMetrics income, int days) {
    List<Series> series =
        income.series().stream()
            .map(one -> Series.of(one.id(), Arrays.copyOf(one.toArray(), days)))
            .toList();
    return new HistoricalMetrics(income.start(), income.granularity(), series, income.nonNegative())
        .in(income.unit());
  }

  /** Whether an outcome lies below the 5% quantile; among equal ones by chance. */
  private static boolean below(double[] outcomes, double came, SplittableRandom random) {
    long lower = Arrays.stream(outcomes).filter(one -> one < came).count();
    long equal = Arrays.stream(outcomes).filter(one -> one == came).count();
    return (lower + random.nextDouble() * (equal + 1)) / (outcomes.length + 1) < TAIL;
  }

  /** 30-day sums of the last year, or of all there is. */
  private static double[] past(double[] total, int origin) {
    int first = Math.max(0, origin - YEAR);
    double[] sums = new double[origin - first - MONTH + 1];
    for (int at = 0; at < sums.length; at++) {
      for (int day = 0; day < MONTH; day++) {
        sums[at] += total[first + at + day];
      }
    }
    return sums;
  }

  /**
   * Scores of a quantile and a tail mean: logistic (Fissler, Ziegel and Gneiting 2016), 0 where
   * quantile, tail mean and outcome are the same; FZ0 (Patton, Ziegel and Chen 2019) of income less
   * twice the usual, so that tails are negative; the pinball loss of the quantile alone.
   */
  private static double[] score(double[] outcomes, double came, double usual) {
    double[] sorted = outcomes.clone();
    Arrays.sort(sorted);
    int worst = Math.max(1, (int) Math.ceil(sorted.length * TAIL));
    double quantile = sorted[worst - 1] / usual;
    double mean = Arrays.stream(sorted, 0, worst).average().orElseThrow() / usual;
    double actual = came / usual;
    double hit = actual <= quantile ? 1 : 0;
    double weight = 1 / (1 + Math.exp(-mean));
    double logistic =
        (hit - TAIL) * quantile
            - hit * actual
            + weight * (mean - quantile + hit * (quantile - actual) / TAIL)
            - Math.log1p(Math.exp(mean))
            + TAIL * actual
            + Math.log1p(Math.exp(actual));
    double below = Math.min(-0.1, mean - 2);
    double floor = Math.max(below, quantile - 2);
    double zero =
        -hit * (floor - (actual - 2)) / (TAIL * below)
            + Math.min(1, floor / below)
            + Math.log(-below)
            - 1;
    return new double[] {logistic, zero, (hit - TAIL) * (quantile - actual)};
  }

  private static void tests(String what, List<List<Boolean>> series) {
    int kupiec = 0;
    int christoffersen = 0;
    int both = 0;
    long hits = 0;
    long all = 0;
    for (List<Boolean> one : series) {
      boolean[] violations = new boolean[one.size()];
      for (int at = 0; at < violations.length; at++) {
        violations[at] = one.get(at);
        hits += violations[at] ? 1 : 0;
      }
      all += violations.length;
      boolean right = ViolationTests.kupiec(violations, TAIL) >= 0.05;
      boolean apart = ViolationTests.christoffersen(violations) >= 0.05;
      kupiec += right ? 1 : 0;
      christoffersen += apart ? 1 : 0;
      both += right && apart ? 1 : 0;
    }
    double n = series.size();
    System.out.printf(
        "%-14s below the 5%% floor %.2f%%; Kupiec passes in %.0f%%, Christoffersen in %.0f%%, both"
            + " in %.0f%% of series (goal 90%%)%n",
        what, 100.0 * hits / all, 100 * kupiec / n, 100 * christoffersen / n, 100 * both / n);
  }

  private static void scores(List<Outcomes> outcomes) {
    for (int score = 0; score < SCORES.size(); score++) {
      int at = score;
      double own = mean(outcomes.stream().flatMap(one -> one.own().stream()).toList(), at);
      double past = mean(outcomes.stream().flatMap(one -> one.historical().stream()).toList(), at);
      long better =
          outcomes.stream().filter(one -> mean(one.own(), at) < mean(one.historical(), at)).count();
      System.out.printf(
          "%-26s %.4f, historical simulation %.4f: %+.1f%% (goal -5%%), better for %d of %d"
              + " creators%n",
          SCORES.get(at), own, past, 100 * (own - past) / Math.abs(past), better, outcomes.size());
    }
  }

  private static double mean(List<double[]> scores, int which) {
    return scores.stream().mapToDouble(one -> one[which]).average().orElseThrow();
  }
}
