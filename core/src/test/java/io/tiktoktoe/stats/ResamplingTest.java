package io.tiktoktoe.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.stats.Resampling.Blocks;
import io.tiktoktoe.stats.Resampling.Jackknife;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class ResamplingTest {

  /** Of a mean the jackknife's error is exactly s over the root of n, and nothing is biased. */
  @Test
  void jackknifeOfAMeanIsItsStandardError() {
    double[] values = {3, 8, 1, 4, 4, 10};
    Jackknife jackknife = Resampling.jackknife(6, 5, left -> (30 - values[left]) / 5);
    assertThat(jackknife.error()).isCloseTo(Math.sqrt(56 / 5.0 / 6), within(1e-12));
    assertThat(jackknife.corrected()).isCloseTo(5, within(1e-12));
    assertThat(jackknife.freedom()).isEqualTo(5);
    // t with 5 degrees of freedom: 2.570582.
    assertThat(jackknife.interval(Interval.WIDE).hi())
        .isCloseTo(5 + 2.570582 * jackknife.error(), within(1e-5));
  }

  /** Of the variance by n the corrected estimate is exactly that by n - 1 (Quenouille 1956). */
  @Test
  void jackknifeTakesTheBiasOfAVarianceOff() {
    double[] values = {3, 8, 1, 4, 4, 10};
    Jackknife jackknife =
        Resampling.jackknife(
            6,
            56 / 6.0,
            left -> {
              double mean = (30 - values[left]) / 5;
              double squares = 0;
              for (int at = 0; at < 6; at++) {
                squares += at == left ? 0 : (values[at] - mean) * (values[at] - mean);
              }
              return squares / 5;
            });
    assertThat(jackknife.corrected()).isCloseTo(56 / 5.0, within(1e-12));
  }

  @Test
  void jackknifeNeedsTwoParts() {
    assertThatThrownBy(() -> Resampling.jackknife(1, 5, left -> 5))
        .hasMessageContaining("parts (1)");
  }

  @Test
  void bootstrapOfAMeanScattersLikeTheMean() {
    double[] values = new SplittableRandom(1).doubles(50).toArray();
    double[] means =
        Resampling.bootstrap(50, 4_000, new SplittableRandom(2), places -> mean(values, places));
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
    double error = Math.sqrt(squares) / 50;
    assertThat(means).isSorted();
    // Relative standard error of a standard deviation from 4,000 draws: 1.1%.
    assertThat(deviation(means)).isCloseTo(error, within(.045 * error));
    Interval interval = Resampling.percentile(means, Interval.NARROW);
    assertThat(interval.width()).isCloseTo(2 * .9945 * error, within(.08 * error));
  }

  /** AR(1) with .7 in 400 steps: the mean scatters 2.4 times as far as independent values say. */
  @Test
  void blocksKeepWhatHangsTogether() {
    SplittableRandom random = new SplittableRandom(3);
    double ratio = 0;
    for (int round = 0; round < 20; round++) {
      double[] values = new double[400];
      double before = 0;
      for (int at = 0; at < 400; at++) {
        before = .7 * before + random.nextGaussian();
        values[at] = before;
      }
      ToDoubleFunction<int[]> statistic = places -> mean(values, places);
      double[] blocks = Resampling.movingBlocks(400, 20, 300, random, statistic);
      double[] single = Resampling.bootstrap(400, 300, random, statistic);
      ratio += deviation(blocks) / deviation(single) / 20;
    }
    assertThat(ratio).isBetween(1.8, 2.5);
  }

  @Test
  void placesOfABlockAreNeighbours() {
    int[] seen = new int[10];
    Resampling.movingBlocks(
        10,
        4,
        200,
        new SplittableRandom(4),
        places -> {
          for (int at = 0; at < 10; at++) {
            assertThat(at % 4 == 0 || places[at] == places[at - 1] + 1).isTrue();
            seen[places[at]]++;
          }
          return 0;
        });
    assertThat(seen).doesNotContain(0);
  }

  @Test
  void sameSeedGivesTheSameDraws() {
    ToDoubleFunction<int[]> first = places -> places[0];
    assertThat(Resampling.bootstrap(9, 50, new SplittableRandom(5), first))
        .isEqualTo(Resampling.bootstrap(9, 50, new SplittableRandom(5), first));
    assertThatThrownBy(() -> Resampling.movingBlocks(3, 4, 9, new SplittableRandom(1), first))
        .hasMessageContaining("block (4) must be from 1 to size (3)");
  }

  @Test
  void weeksEndAtTheNewestDay() {
    Blocks weeks = Resampling.weeks(100, 130);
    assertThat(weeks).isEqualTo(new Blocks(102, 7, 4));
    assertThat(weeks.of(100)).isZero();
    assertThat(weeks.of(108)).isZero();
    assertThat(weeks.of(109)).isEqualTo(1);
    assertThat(weeks.of(129)).isEqualTo(3);
    assertThat(weeks.first(3)).isEqualTo(123);
    assertThat(Resampling.weeks(0, 27)).isEqualTo(new Blocks(0, 1, 27));
    assertThat(Resampling.weeks(5, 5).count()).isZero();
    assertThat(Resampling.weeks(6, 5).count()).isZero();
  }

  @Test
  void weeksAddDaysUp() {
    long[] daily = new long[30];
    Arrays.setAll(daily, day -> day);
    double[] sums = Resampling.weeks(0, 30).sums(daily, 2);
    assertThat(sums).containsExactly(35, 84, 133, 182);
  }

  private static double mean(double[] values, int[] places) {
    double sum = 0;
    for (int place : places) {
      sum += values[place];
    }
    return sum / places.length;
  }

  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    return Math.sqrt(
        Arrays.stream(values).map(x -> (x - mean) * (x - mean)).average().orElseThrow());
  }
}
