package io.tiktoktoe.forecast.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.forecast.blend.Combination;
import io.tiktoktoe.forecast.blend.Lookback;
import io.tiktoktoe.forecast.blend.Pool;
import io.tiktoktoe.forecast.boosting.BoostedTrees;
import io.tiktoktoe.forecast.boosting.TreeGrowing;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MembersTest {

  private static final int PERIOD = 7;

  static List<Expert> experts() {
    return List.of(
        new SeasonalNaive(PERIOD),
        new Ets(PERIOD, false),
        new Ets(PERIOD, true),
        new DynamicTheta(PERIOD),
        new ComplexSmoothing(PERIOD),
        new LevelShape(PERIOD),
        new Transformed(new DynamicTheta(PERIOD)),
        new DoubleSeason(PERIOD, 4 * PERIOD),
        new BayesianModel(new int[] {PERIOD}));
  }

  private static double[] exact(int length) {
    double[] values = new double[length];
    for (int t = 0; t < length; t++) {
      values[t] = 1 + 0.3 * Math.sin(2 * Math.PI * t / PERIOD);
    }
    return values;
  }

  @ParameterizedTest
  @MethodSource("experts")
  void repeatsAnExactSeason(Expert expert) {
    double[] values = exact(210);
    double[][] forecasts = expert.forecast(values, 140, new int[] {140, 203}, 7);
    for (int h = 0; h < 7; h++) {
      assertThat(forecasts[0][h]).as(expert.name()).isCloseTo(values[140 + h], within(0.03));
      assertThat(forecasts[1][h]).as(expert.name()).isCloseTo(values[203 + h], within(0.03));
    }
  }

  @ParameterizedTest
  @MethodSource("experts")
  void neverLooksBeyondItsOrigin(Expert expert) {
    double[] known = exact(150);
    double[] other = known.clone();
    for (int t = 120; t < 150; t++) {
      other[t] = 50;
    }
    double[] a = expert.forecast(known, 100, new int[] {100, 120, 150}, 10)[1];
    double[] b = expert.forecast(other, 100, new int[] {100, 120, 150}, 10)[1];
    assertThat(b).as(expert.name()).containsExactly(a);
  }

  @Test
  void etsWithGivenStatesIsTheTextbookRecursion() {
    // Hand-computed: level 10, slope 1, alpha .5, beta .2, phi .9, values 12 and 11.
    Ets ets = new Ets(1, true);
    double[][] forecasts =
        ets.run(
            new double[] {0.5, 0.2, 0, 0.9},
            new Ets.State(10, 1, new double[1]),
            new double[] {12, 11},
            new int[] {2},
            2);
    // e1 = 12 - 10.9 = 1.1: l = 11.45, b = 1.12; e2 = 11 - 12.458 = -1.458: l = 11.729, b = .7164
    assertThat(forecasts[0][0]).isCloseTo(11.729 + 0.9 * 0.7164, within(1e-9));
    assertThat(forecasts[0][1]).isCloseTo(11.729 + (0.9 + 0.81) * 0.7164, within(1e-9));
  }

  @Test
  void weightsGoToTheBetterMemberAndToThePriorWithoutEvidence() {
    SplittableRandom random = new SplittableRandom(1);
    double[] actual = new double[200];
    double[][] points = new double[2][200];
    double[][] scales = new double[2][200];
    for (int c = 0; c < 200; c++) {
      actual[c] = random.nextGaussian();
      points[0][c] = actual[c] + 0.1 * random.nextGaussian();
      points[1][c] = actual[c] + 2 * random.nextGaussian();
      scales[0][c] = 0.08;
      scales[1][c] = 1.6;
    }
    double[] prior = {0.3, 0.7};
    assertThat(Combination.weights(points, scales, actual, prior, 0.001)[0]).isGreaterThan(0.9);
    assertThat(Combination.weights(points, scales, actual, prior, 1_000)[0])
        .isCloseTo(0.3, within(0.02));
    assertThat(Combination.weights(new double[2][0], new double[2][0], new double[0], prior, 1))
        .containsExactly(prior);
  }

  @Test
  void priorSharesAreThoseOfTheThreeMembers() {
    double[] shares =
        Pool.shares(
            List.of(
                Lookback.Kind.EXPERT,
                Lookback.Kind.EXPERT,
                Lookback.Kind.BAYESIAN,
                Lookback.Kind.NETWORK,
                Lookback.Kind.BOOSTING));
    assertThat(shares).containsExactly(new double[] {0.1, 0.1, 0.3, 0.3, 0.2}, within(1e-12));
    assertThat(Pool.shares(List.of(Lookback.Kind.EXPERT, Lookback.Kind.BAYESIAN)))
        .containsExactly(new double[] {4 / 7.0, 3 / 7.0}, within(1e-12));
  }

  @Test
  void bayesianGainsStaySoundOverThousandsOfSteps() {
    BayesianGains.Table table = new BayesianGains(new int[] {12, 365}).table(4_000);
    for (double[] spreads : table.spreads()) {
      for (int t = 100; t < 4_000; t++) {
        assertThat(spreads[t]).isBetween(1.0, 10.0);
      }
    }
  }

  @Test
  void boostedTreesLearnAStepAndAreTheSameTwice() {
    SplittableRandom random = new SplittableRandom(2);
    float[][] rows = new float[4_000][3];
    float[] target = new float[4_000];
    for (int r = 0; r < rows.length; r++) {
      for (int f = 0; f < 3; f++) {
        rows[r][f] = (float) random.nextDouble();
      }
      target[r] = rows[r][1] > 0.5 ? 1 : -1;
    }
    BoostedTrees model = TreeGrowing.fit(rows, target, 60, 7);
    BoostedTrees again = TreeGrowing.fit(rows, target, 60, 7);
    assertThat(model.predict(new float[] {0.2f, 0.9f, 0.1f})).isCloseTo(1, within(0.1));
    assertThat(model.predict(new float[] {0.2f, 0.1f, 0.1f})).isCloseTo(-1, within(0.1));
    assertThat(again.predict(new float[] {0.7f, 0.4f, 0.3f}))
        .isEqualTo(model.predict(new float[] {0.7f, 0.4f, 0.3f}));
  }

  @Test
  void manyRowsArePredictedAsEachAlone() {
    SplittableRandom random = new SplittableRandom(4);
    float[][] rows = new float[3_000][4];
    float[] target = new float[rows.length];
    float[] flat = new float[rows.length * 4];
    for (int r = 0; r < rows.length; r++) {
      for (int f = 0; f < 4; f++) {
        rows[r][f] = (float) (random.nextGaussian() * Math.pow(10, f - 2));
        flat[r * 4 + f] = rows[r][f];
      }
      target[r] = rows[r][1] * rows[r][2] > 0 ? 1 : rows[r][3] / 10;
    }
    BoostedTrees model = TreeGrowing.fit(rows, target, 40, 7);
    float[] together = model.predict(flat, 4, rows.length);
    double error = 0;
    double constant = 0;
    for (int r = 0; r < rows.length; r++) {
      assertThat((double) together[r]).isEqualTo(model.predict(rows[r]));
      error += Math.abs(target[r] - together[r]);
      constant += Math.abs(target[r] - 0.5);
    }
    assertThat(error).isLessThan(0.5 * constant);
  }

  @Test
  void aLaterFitStartsAtAnEarlierOneAndForecastsAsWell() {
    SplittableRandom random = new SplittableRandom(6);
    double[] values = exact(400);
    for (int t = 0; t < values.length; t++) {
      values[t] += 0.1 * random.nextGaussian();
    }
    for (Expert expert : experts()) {
      Fitter fitter = expert.fitter(values);
      fitter.fit(200);
      fitter.fit(300);
      double[] warm = fitter.fit(393).forecast(values, new int[] {393}, PERIOD)[0];
      double[] cold = expert.forecast(values, 393, new int[] {393}, PERIOD)[0];
      for (int h = 0; h < PERIOD; h++) {
        assertThat(warm[h]).as(expert.name()).isCloseTo(cold[h], within(0.1));
      }
    }
  }
}
