package io.tiktoktoe.benchmarks.risk;

import io.tiktoktoe.benchmarks.risk.ViolationTests.Passed;
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
import java.util.stream.Stream;

/**
 * Backtest of value at risk and expected shortfall over creators of the hard simulated economy,
 * through the store: forecasts from origins 30 days apart, their joint paths beside what came.
 *
 * <p>Of each creator's series: Kupiec's test of the share of violations (1995) and Christoffersen's
 * of their independence (1998), of daily income over all steps and of 30-day income over origins;
 * zero income is a violation by the chance that its place among equal outcomes gives (the
 * randomised probability integral transform, Brockwell 2007), since no floor of a day on which
 * nothing is usual has 5% below it. Violations of the 30 days of one forecast hang together even
 * when it is right: p-values are those of series that the forecasts' own joint paths draw, and by
 * the chi-squared law beside them. Over creators: the Fissler-Ziegel score (2016, logistic) of
 * 30-day income at 95%, scaled by the creator's usual month, beside historical simulation over the
 * last year's 30-day sums.
 *
 * <p>Arguments: creators (30), months (25), seed (7), days between origins (30).
 */
public final class TailBacktest {

  private static final int MONTH = 30;
  private static final int FIRST = 240;
  private static final int YEAR = 365;
  private static final double TAIL = 0.05;

  /** Of the tests. */
  private static final double LEVEL = 0.05;

  private TailBacktest() {}

  /**
   * One creator's outcomes.
   *
   * @param calm whether most days brought something
   * @param daily whether income of each day was below the value at risk, origin after origin
   * @param monthly the same of 30-day income, one for each origin
   * @param drawn the daily violations that each of some joint paths would have been
   * @param own scores of the joint paths
   * @param historical scores of historical simulation
   */
  private record Outcomes(
      boolean calm,
      List<Boolean> daily,
      List<Boolean> monthly,
      List<List<Boolean>> drawn,
      List<double[]> own,
      List<double[]> historical) {}

  /** Series drawn from the forecasts themselves. */
  private static final int DRAWS = 400;

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
      daily("daily income", outcomes);
      daily("of these calm", outcomes.stream().filter(Outcomes::calm).toList());
      daily("of these sparse", outcomes.stream().filter(one -> !one.calm()).toList());
      monthly(outcomes);
      scores(outcomes);
    }
  }

  static List<HistoricalMetrics> incomes(SimulatedStore economy) {
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
        new Outcomes(
            Arrays.stream(total).filter(day -> day > 0).count() > 0.9 * total.length,
            new ArrayList<>(),
            new ArrayList<>(),
            Stream.generate(() -> (List<Boolean>) new ArrayList<Boolean>()).limit(DRAWS).toList(),
            new ArrayList<>(),
            new ArrayList<>());
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
      draw(paths, outcomes.drawn(), random);
      double[] sums = paths.sums(MONTH);
      outcomes.monthly().add(below(sums, came, random));
      outcomes.own().add(score(sums, came, usual));
      outcomes.historical().add(score(past(total, origin), came, usual));
    }
    return outcomes;
  }

  /** Takes a path for the truth, in each of the series. */
  private static void draw(SamplePaths paths, List<List<Boolean>> series, SplittableRandom random) {
    double[][] days = new double[MONTH][];
    double[][] sorted = new double[MONTH][];
    for (int day = 0; day < MONTH; day++) {
      days[day] = paths.at(day);
      sorted[day] = days[day].clone();
      Arrays.sort(sorted[day]);
    }
    for (List<Boolean> one : series) {
      int path = random.nextInt(paths.count());
      for (int day = 0; day < MONTH; day++) {
        one.add(belowSorted(sorted[day], days[day][path], random));
      }
    }
  }

  static double[] total(HistoricalMetrics income) {
    double[] total = new double[income.length()];
    for (Series series : income.series()) {
      double[] days = series.toArray();
      for (int day = 0; day < total.length; day++) {
        total[day] += Double.isFinite(days[day]) ? days[day] : 0;
      }
    }
    return total;
  }

  static HistoricalMetrics until(HistoricalMetrics income, int days) {
    List<Series> series =
        income.series().stream()
            .map(one -> Series.of(one.id(), Arrays.copyOf(one.toArray(), days)))
            .toList();
    return new HistoricalMetrics(income.start(), income.granularity(), series, income.nonNegative())
        .in(income.unit());
  }

  /** Whether an outcome lies below the 5% quantile; among equal ones by chance. */
  private static boolean below(double[] outcomes, double came, SplittableRandom random) {
    double[] sorted = outcomes.clone();
    Arrays.sort(sorted);
    return belowSorted(sorted, came, random);
  }

  private static boolean belowSorted(double[] sorted, double came, SplittableRandom random) {
    int lower = first(sorted, came, false);
    int equal = first(sorted, came, true) - lower;
    return (lower + random.nextDouble() * (equal + 1)) / (sorted.length + 1) < TAIL;
  }

  /** How many lie below, or below and at, a value. */
  private static int first(double[] sorted, double value, boolean above) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value || (above && sorted[middle] == value)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
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

  private static void daily(String what, List<Outcomes> outcomes) {
    List<Passed> drawn = new ArrayList<>();
    List<Passed> law = new ArrayList<>();
    double refused = 0;
    double passing = 0;
    for (Outcomes one : outcomes) {
      List<boolean[]> series = one.drawn().stream().map(TailBacktest::array).toList();
      drawn.add(ViolationTests.byDraws(array(one.daily()), TAIL, series));
      law.add(ViolationTests.byLaw(array(one.daily()), TAIL));
      passing += ViolationTests.passing(series, TAIL, LEVEL) / outcomes.size();
      refused +=
          series.stream()
                  .map(right -> ViolationTests.byLaw(right, TAIL))
                  .filter(right -> !right.share(LEVEL) || !right.apart(LEVEL))
                  .count()
              / (double) DRAWS
              / outcomes.size();
    }
    List<List<Boolean>> all = outcomes.stream().map(Outcomes::daily).toList();
    passed(what, all, drawn, "by the forecasts' own draws");
    passed(what, all, law, "by the chi-squared law");
    System.out.printf(
        "%-16s right forecasts pass both by draws in %.1f%% (standard error here %.1f%%); the law"
            + " would refuse %.0f%% of them%n",
        what,
        100 * passing,
        100 * Math.sqrt(passing * (1 - passing) / Math.max(1, outcomes.size())),
        100 * refused);
  }

  private static void monthly(List<Outcomes> outcomes) {
    List<List<Boolean>> all = outcomes.stream().map(Outcomes::monthly).toList();
    List<Passed> law = all.stream().map(one -> ViolationTests.byLaw(array(one), TAIL)).toList();
    passed("30-day income", all, law, "by the chi-squared law");
  }

  private static void passed(
      String what, List<List<Boolean>> series, List<Passed> tests, String how) {
    double hits = series.stream().flatMap(List::stream).filter(one -> one).count();
    double all = series.stream().mapToInt(List::size).sum();
    double n = Math.max(1, tests.size());
    System.out.printf(
        "%-16s %d series, below the 5%% floor %.2f%%; Kupiec passes in %.0f%%, Christoffersen in"
            + " %.0f%%, both in %.0f%% %s%n",
        what,
        tests.size(),
        100 * hits / Math.max(1, all),
        100 * tests.stream().filter(one -> one.share(LEVEL)).count() / n,
        100 * tests.stream().filter(one -> one.apart(LEVEL)).count() / n,
        100 * tests.stream().filter(one -> one.share(LEVEL) && one.apart(LEVEL)).count() / n,
        how);
  }

  private static boolean[] array(List<Boolean> violations) {
    boolean[] array = new boolean[violations.size()];
    for (int at = 0; at < array.length; at++) {
      array[at] = violations.get(at);
    }
    return array;
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
