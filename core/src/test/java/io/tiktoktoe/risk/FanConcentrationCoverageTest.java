package io.tiktoktoe.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.metric.FanConcentration;
import io.tiktoktoe.stats.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often the 95% interval of the concentration of fans holds the one behind chance. 400 periods
 * a case: an interval that holds 95% fails .90 to .995 less than once in a thousand.
 */
class FanConcentrationCoverageTest {

  private static final int RUNS = 250;

  /** Fans, spread of the logs of what they pay, mean sales of each, widest interval in truths. */
  @ParameterizedTest
  @CsvSource({
    "300, 0, 4, .25",
    "300, 1, 6, 1.2",
    "40, 1.2, 8, 2.2",
    "12, .8, 20, 1.6",
    "2000, 1.5, 3, 3"
  })
  void holdsTheIndexBehindChance(int fans, double spread, double sales, double widest) {
    SplittableRandom random = new SplittableRandom(51);
    int held = 0;
    double width = 0;
    for (int run = 0; run < RUNS; run++) {
      SplittableRandom own = random.split();
      double[] means = new double[fans];
      Arrays.setAll(means, fan -> Math.exp(spread * own.nextGaussian()));
      double all = Arrays.stream(means).sum();
      double truth = Arrays.stream(means).map(one -> one * one / all / all).sum();
      Interval interval = ConcentrationIndex.of(paid(means, sales, own)).orElseThrow().interval();
      held += interval.contains(truth) ? 1 : 0;
      width += interval.width() / truth / RUNS;
    }
    assertThat((double) held / RUNS).as("width %s", width).isBetween(.87, 1.0);
    assertThat(width).isPositive().isLessThan(widest);
  }

  private static FanConcentration paid(double[] means, double sales, SplittableRandom random) {
    long gross = 0;
    long count = 0;
    long payers = 0;
    double squares = 0;
    double sold = 0;
    double variances = 0;
    double byAmount = 0;
    double bySquare = 0;
    double squared = 0;
    double fourth = 0;
    for (double mean : means) {
      double[] thirds = new double[3];
      int number = poisson(sales, random);
      for (int sale = 0; sale < number; sale++) {
        double amount = Math.round(1_000 * mean * Math.exp(.4 * random.nextGaussian()));
        thirds[random.nextInt(3)] += amount;
        sold += amount * amount;
      }
      double paid = Arrays.stream(thirds).sum();
      double variance =
          1.5 * Arrays.stream(thirds).map(one -> (one - paid / 3) * (one - paid / 3)).sum();
      gross += (long) paid;
      count += number;
      payers += number > 0 ? 1 : 0;
      squares += paid * paid;
      variances += variance;
      byAmount += variance * paid;
      bySquare += variance * paid * paid;
      squared += variance * variance;
      fourth += variance * paid * paid * variance * paid * paid;
    }
    return new FanConcentration(
        payers,
        count,
        gross,
        0,
        squares,
        sold,
        variances,
        new FanConcentration.Moments(byAmount, bySquare, squared, fourth),
        List.of());
  }

  private static int poisson(double mean, SplittableRandom random) {
    double limit = Math.exp(-mean);
    int count = -1;
    for (double product = 1; product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }
}
