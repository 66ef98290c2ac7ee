package io.tiktoktoe.risk.exposure;

import io.tiktoktoe.outlook.Predictions;
import io.tiktoktoe.outlook.SamplePaths;
import io.tiktoktoe.risk.exposure.Liquidity.SpendingDay;
import io.tiktoktoe.stats.CountTests;
import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.stats.Quantiles;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Cash-flow simulation: the account over the forecast's joint futures, income paid out late. */
final class LiquidityModel {

  private static final double TWENTIETH = 0.05;

  private final CashPlan plan;
  private final LocalDate start;
  private final SamplePaths income;

  LiquidityModel(CashPlan plan, Predictions predictions) {
    this.plan = plan;
    this.start = predictions.start().toLocalDate();
    this.income = predictions.total().paths();
  }

  /** Absent without planned spending or without futures. */
  Optional<Liquidity> of() {
    if (plan.spending().isEmpty() || income.count() == 0 || income.steps() == 0) {
      return Optional.empty();
    }
    Map<LocalDate, List<PlannedSpending>> spending = byDay();
    double[][] balances = balances(spending);
    int futures = income.count();
    int days = balances[0].length;
    int[] below = new int[days];
    double[] missing = new double[futures];
    int ever = 0;
    for (int path = 0; path < futures; path++) {
      for (int day = 0; day < days; day++) {
        below[day] += balances[path][day] < 0 ? 1 : 0;
        missing[path] = Math.max(missing[path], -balances[path][day]);
      }
      ever += missing[path] > 0 ? 1 : 0;
    }
    List<SpendingDay> told = new ArrayList<>();
    spending.forEach((day, rows) -> told.add(day(day, rows, balances)));
    return Optional.of(
        new Liquidity(
            plan.cash(),
            plan.payoutDays(),
            plan.spending().stream().mapToLong(PlannedSpending::amount).sum(),
            start.plusDays(days - 1),
            share(ever),
            CountTests.share(ever, futures, Interval.WIDE),
            first(below),
            Quantiles.of(missing, 1 - TWENTIETH),
            told));
  }

  /** A share that is never certain: of n futures n + 1 are thought of. */
  private double share(int count) {
    return (count + 0.5) / (income.count() + 1);
  }

  private Optional<LocalDate> first(int[] below) {
    for (int day = 0; day < below.length; day++) {
      if (below[day] >= TWENTIETH * income.count()) {
        return Optional.of(start.plusDays(day));
      }
    }
    return Optional.empty();
  }

  private Map<LocalDate, List<PlannedSpending>> byDay() {
    LocalDate last = start.plusDays(income.steps() - 1);
    for (PlannedSpending one : plan.spending()) {
      if (one.day().isBefore(start) || one.day().isAfter(last)) {
        throw new IllegalArgumentException(
            "planned spending of %s (%s) must lie between %s and %s, the days that are forecast. Leave it out, or change its day."
                .formatted(one.day(), one.what(), start, last));
      }
    }
    return plan.spending().stream()
        .collect(Collectors.groupingBy(PlannedSpending::day, TreeMap::new, Collectors.toList()));
  }

  /** Balances at the end of each day up to the last planned one, [future][day]. */
  private double[][] balances(Map<LocalDate, List<PlannedSpending>> spending) {
    LocalDate last = spending.keySet().stream().max(LocalDate::compareTo).orElse(start);
    int days = (int) ChronoUnit.DAYS.between(start, last) + 1;
    double[] out = new double[days];
    spending.forEach(
        (day, rows) ->
            out[(int) ChronoUnit.DAYS.between(start, day)] =
                rows.stream().mapToDouble(PlannedSpending::amount).sum());
    double[] earned = plan.earned();
    double[][] balances = new double[income.count()][days];
    for (int path = 0; path < balances.length; path++) {
      double balance = plan.cash();
      for (int day = 0; day < days; day++) {
        int sold = day - plan.payoutDays();
        balance += sold < 0 ? earned[day] : income.value(path, sold);
        balance -= out[day];
        balances[path][day] = balance;
      }
    }
    return balances;
  }

  private SpendingDay day(LocalDate day, List<PlannedSpending> rows, double[][] balances) {
    int at = (int) ChronoUnit.DAYS.between(start, day);
    double[] there = Arrays.stream(balances).mapToDouble(path -> path[at]).toArray();
    int below = (int) Arrays.stream(there).filter(one -> one < 0).count();
    return new SpendingDay(
        day,
        rows.stream().map(PlannedSpending::what).collect(Collectors.joining(", ")),
        rows.stream().mapToLong(PlannedSpending::amount).sum(),
        Quantiles.of(there, 0.5),
        Quantiles.of(there, TWENTIETH),
        share(below));
  }
}
