package io.tiktoktoe.revenue.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.revenue.InvoicedCreator;
import io.tiktoktoe.revenue.cells.Cells;
import io.tiktoktoe.revenue.cells.ComparedParts;
import io.tiktoktoe.stats.MultipleTesting;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * How often "why did it change" names a country though nothing changed: sales by Poisson, sizes
 * log-normal, countries of very different size. {@code -Druns=400} measures finely and prints.
 */
class FalseSignalsTest {

  private static final int RUNS = Integer.getInteger("runs", 12);
  private static final int[] DAYS = {7, 14, 30, 90};
  private static final double[] SALES = {1, 20, 200};
  private static final int[] COUNTRIES = {1, 10, 60};
  private static final int LEARN = 56;
  private static final ZoneId UTC = ZoneId.of("UTC");

  @Test
  void nothingThatChangedIsRarelyTold() {
    int reports = 0;
    int alarms = 0;
    for (int days : DAYS) {
      for (double sales : SALES) {
        for (int countries : COUNTRIES) {
          int found = 0;
          for (int run = 0; run < RUNS; run++) {
            found += signals(days, sales, countries, 1, run) > 0 ? 1 : 0;
          }
          print("no change", days, sales, countries, found);
          reports += RUNS;
          alarms += found;
        }
      }
    }
    // A family-wise rate of 5%, and three standard errors of this many reports.
    assertThat(alarms / (double) reports)
        .isLessThanOrEqualTo(0.05 + 3 * Math.sqrt(0.05 * 0.95 / reports));
  }

  @Test
  void theLargestCountryDoublingIsTold() {
    for (int days : DAYS) {
      int found = 0;
      for (int run = 0; run < RUNS; run++) {
        found += signals(days, 200, 10, 2, 1_000 + run) > 0 ? 1 : 0;
      }
      print("doubled", days, 200, 10, found);
      assertThat(found / (double) RUNS).as("power over %d days", days).isGreaterThan(0.6);
    }
  }

  @Test
  void aThirdMoreOfManySalesIsTold() {
    int found = 0;
    for (int run = 0; run < RUNS; run++) {
      found += signals(30, 200, 10, 4.0 / 3, 2_000 + run) > 0 ? 1 : 0;
    }
    print("a third more", 30, 200, 10, found);
    assertThat(found / (double) RUNS).isGreaterThan(0.6);
  }

  private static void print(String what, int days, double sales, int countries, int found) {
    if (RUNS > 100) {
      System.out.printf(
          "%s: %d days, %.0f sales a day, %d countries: %.3f%n",
          what, days, sales, countries, found / (double) RUNS);
    }
  }

  private static int signals(int days, double sales, int countries, double largest, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int learn = Math.max(LEARN, days);
    double[] chances = new double[countries];
    double[][] daily = new double[countries][learn + days];
    double weights = 0;
    for (int country = 1; country <= countries; country++) {
      weights += 1.0 / country;
    }
    for (int country = 0; country < countries; country++) {
      double rate = sales / (country + 1) / weights;
      for (int day = 0; day < daily[country].length; day++) {
        boolean grown = country == 0 && day >= learn;
        daily[country][day] = income((grown ? largest : 1) * rate, random);
      }
      chances[country] = chance(daily[country], learn, days);
    }
    int signals = 0;
    for (double adjusted : MultipleTesting.holm(chances)) {
      signals += adjusted <= ChangeLines.ERROR_RATE ? 1 : 0;
    }
    return signals;
  }

  private static double chance(double[] daily, int learn, int days) {
    double change = 0;
    for (int day = 0; day < days; day++) {
      change += daily[learn + day] - daily[learn - days + day];
    }
    return SamplingError.of(daily, window(learn, days)).pValue(change);
  }

  private static double income(double rate, SplittableRandom random) {
    double sum = 0;
    double left = rate + Math.log(1 - random.nextDouble());
    while (left > 0) {
      sum += 500 * Math.exp(random.nextGaussian());
      left += Math.log(1 - random.nextDouble());
    }
    return Math.rint(sum);
  }

  private static ComparedParts window(int learn, int own) {
    DateRange period =
        DateRange.ofDays(
            LocalDate.parse("2026-06-01"), LocalDate.parse("2026-06-01").plusDays(own - 1), UTC);
    Cells none = new InvoicedCreator().cells(period);
    int after = (int) LocalDate.parse("2026-06-01").toEpochDay();
    return new ComparedParts(
        none,
        period,
        period.previous(),
        new Cells.Slice(0, 0),
        new Cells.Slice(0, 0),
        after - learn,
        after - own,
        after,
        own);
  }
}
