package io.tiktoktoe.forecast.sparse;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.forecast.future.JointFutures;
import io.tiktoktoe.forecast.future.Marginals;
import io.tiktoktoe.forecast.member.Prepared;
import io.tiktoktoe.outlook.SamplePaths;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Sparse series whose sizes, rates and times of the year change or recur. */
class SparseAgesTest {

  private static Marginals forecast(double[] values, List<Integer> periods, int steps) {
    Prepared history = Prepared.of(values, periods, true);
    return SparseHistory.forecast(history, steps, steps, 3).marginals();
  }

  private static double sum(Marginals marginals, int from, int to) {
    return Arrays.stream(marginals.mean(), from, to).sum();
  }

  @Test
  void sizesOfAnOlderAgeAreForgotten() {
    double[] values = new double[900];
    for (int t = 3; t < values.length; t += 20) {
      values[t] = t < 600 ? 250 : 12;
    }
    Marginals month = forecast(values, List.of(7), 40);
    // Two sales of 12; with all ages together they were of 170.
    assertThat(sum(month, 0, 40)).isBetween(14.0, 36.0);
    double[] futures =
        JointFutures.draw(List.of(JointFutures.Part.alone(month)), 40, 500, 1)[0].sums(40);
    Arrays.sort(futures);
    assertThat(futures[475]).isLessThan(150);
  }

  @Test
  void zerosAloneAreNotCertainOfZero() {
    Marginals month = forecast(new double[60], List.of(7), 30);
    assertThat(sum(month, 0, 30)).isBetween(0.05, 0.6);
    double[] futures =
        JointFutures.draw(List.of(JointFutures.Part.alone(month)), 30, 1_000, 1)[0].sums(30);
    Arrays.sort(futures);
    assertThat(futures[975]).isPositive();
    assertThat(futures[500]).isZero();
  }

  @Test
  void oneOddSizeIsNoNewAge() {
    double[] values = new double[600];
    SplittableRandom random = new SplittableRandom(4);
    for (int t = 0; t < values.length; t += 3) {
      values[t] = Math.exp(3 + 0.8 * random.nextGaussian());
    }
    assertThat(SizeAges.of(values, 600).newest()).hasSize(200);
    values[597] = 900;
    assertThat(SizeAges.of(values, 600).newest()).hasSize(200);
  }

  @Test
  void chanceMakesNoNewAge() {
    int found = 0;
    for (int seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] values = new double[100];
      Arrays.setAll(values, t -> Math.exp(random.nextGaussian()));
      found += SizeAges.of(values, 100).newest().length < 100 ? 1 : 0;
    }
    assertThat(found).isLessThan(6);
  }

  @Test
  void whatHasPausedIsSmallAndNotCertainOfZero() {
    double[] values = new double[400];
    SplittableRandom random = new SplittableRandom(5);
    for (int t = 0; t < 250; t++) {
      values[t] = random.nextDouble() < 0.6 ? 30 : 0;
    }
    Marginals month = forecast(values, List.of(7), 30);
    assertThat(sum(month, 0, 30)).isBetween(2.0, 80.0);
    assertThat(month.outlook(29).band95().hi()).isPositive();
    SamplePaths paths = JointFutures.draw(List.of(JointFutures.Part.alone(month)), 30, 2_000, 1)[0];
    double[] sums = paths.sums(30);
    // Futures say what the steps say.
    assertThat(Arrays.stream(sums).average().orElseThrow())
        .isBetween(0.6 * sum(month, 0, 30), 1.6 * sum(month, 0, 30));
    assertThat(Arrays.stream(sums).filter(one -> one > 0).count()).isBetween(60L, 900L);
  }

  @Test
  void anEventOfEveryYearIsForeseenAndEndsAsItDoesEveryYear() {
    double[] values = new double[6 * 365 + 1];
    for (int year = 0; year < 6; year++) {
      for (int day = 0; day < 12; day++) {
        values[(int) Math.round(year * 365.2425) + 140 + day] = 400 + 10 * day;
      }
    }
    Marginals before = forecast(Arrays.copyOf(values, 5 * 365 + 131), List.of(7, 365), 60);
    assertThat(sum(before, 10, 23)).isBetween(3_500.0, 6_500.0);
    assertThat(before.outlook(16).band95().hi()).isGreaterThan(380);
    assertThat(sum(before, 30, 60)).isLessThan(300);
    Marginals after = forecast(Arrays.copyOf(values, 5 * 365 + 153), List.of(7, 365), 60);
    assertThat(sum(after, 3, 60)).isLessThan(600);
  }

  @Test
  void weekendsWithoutSalesDoNotMakeWeekdaysRare() {
    double[] values = new double[140];
    for (int t = 0; t < values.length; t++) {
      values[t] = t % 7 < 5 ? 80 + t % 3 : 0;
    }
    assertThat(SparseHistory.suits(Prepared.of(values, List.of(7), true))).isFalse();
    for (int t = 0; t < values.length; t++) {
      values[t] = t % 3 == 0 ? 80 : 0;
    }
    assertThat(SparseHistory.suits(Prepared.of(values, List.of(7), true))).isTrue();
  }
}
