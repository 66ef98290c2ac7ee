package io.tiktoktoe.forecast.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.forecast.future.Dependence;
import io.tiktoktoe.forecast.future.JointFutures;
import io.tiktoktoe.forecast.future.Marginals;
import io.tiktoktoe.outlook.QuantileGrid;
import io.tiktoktoe.outlook.SamplePaths;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LevelRiskTest {

  /** Income that doubles and halves from month to month. */
  private static final double[] BURSTY = history(2);

  private static double[] history(double factor) {
    double[] days = new double[280];
    Arrays.setAll(days, day -> day / 28 % 2 == 0 ? 100 : 100 * factor);
    return days;
  }

  private static Marginals calm() {
    double[] quantiles = new double[90 * QuantileGrid.SIZE];
    for (int at = 0; at < quantiles.length; at++) {
      quantiles[at] = 100 + 10 * QuantileGrid.normalScore(at % QuantileGrid.SIZE);
    }
    return Marginals.of(quantiles, true, Dependence.NONE);
  }

  private static LevelRisk risk(double spread, double stopping) {
    LevelRisk.Law law =
        new LevelRisk.Law(new double[4], new double[] {0, 0, spread, spread}, new double[4]);
    LevelRisk.Law[] laws = new LevelRisk.Law[HistoryClass.values().length];
    Arrays.fill(laws, law);
    return new LevelRisk(laws, 1, stopping);
  }

  private static double[] sums(Marginals marginals) {
    SamplePaths paths =
        JointFutures.draw(List.of(JointFutures.Part.alone(marginals)), 90, 1_000, 3)[0];
    double[] sums = paths.sums(90);
    Arrays.sort(sums);
    return sums;
  }

  @Test
  void calmStreamsStayAsTheyAre() {
    Marginals calm = calm();
    assertThat(LevelRisk.NONE.beside(calm, calm.mean(), BURSTY, 1, 0)).isSameAs(calm);
    assertThat(sums(risk(1, 0).beside(calm, calm.mean(), history(1), 1, 0))).isEqualTo(sums(calm));
    double[] weeks = Arrays.copyOf(history(1), 40);
    assertThat(risk(1, 0).beside(calm, calm.mean(), weeks, 1, 0))
        .as("no month needed")
        .isSameAs(calm);
    weeks[30] = 4_000;
    assertThat(risk(1, 0).beside(calm, calm.mean(), weeks, 1, 0)).isNotSameAs(calm);
  }

  @Test
  void sumsOfBurstyStreamsAreWideAndMediansStay() {
    double[] before = sums(calm());
    double[] after = sums(risk(1, 0).beside(calm(), calm().mean(), BURSTY, 1, 0));
    assertThat(after[500]).isCloseTo(before[500], within(0.1 * before[500]));
    assertThat(after[840] - after[160]).isGreaterThan(10 * (before[840] - before[160]));
  }

  @Test
  void fewFuturesDoNotMakeTheMean() {
    Marginals bursty = risk(2, 0).beside(calm(), calm().mean(), history(4), 1, 0);
    double[] sums = sums(bursty);
    double mean = Arrays.stream(sums).average().orElseThrow();
    assertThat(mean).isLessThan(3 * sums[500]);
    assertThat(sums[999]).isLessThan(8 * sums[500]);
    assertThat(bursty.mean()[89]).isCloseTo(mean / 90, within(0.4 * mean / 90));
  }

  /** Forecasts of 100 a day where months of 10 and 20 are typical, and where 100 is. */
  @Test
  void burstyStreamsGoBackToWhatIsTypical() {
    double[] back = {0.5, 0.5, 0.5, 0.5};
    LevelRisk.Law law = new LevelRisk.Law(new double[4], new double[4], back);
    LevelRisk.Law[] laws = new LevelRisk.Law[HistoryClass.values().length];
    Arrays.fill(laws, law);
    LevelRisk returning = new LevelRisk(laws, 1, 0);
    double[] small = Arrays.stream(BURSTY).map(day -> day / 10).toArray();
    Marginals lower = returning.beside(calm(), calm().mean(), small, 1, 0);
    double share = Math.exp(-0.5 * Burstiness.of(small) * Math.log(110 / (14.1 + 10)));
    assertThat(lower.mean()[89]).isCloseTo(100 * share, within(2.0));
    assertThat(sums(lower)[500]).isCloseTo(sums(calm())[500] * share, within(200.0));
    double[] even = history(1);
    Arrays.setAll(even, day -> even[day] / 10);
    Marginals calm = calm();
    assertThat(returning.beside(calm, calm.mean(), even, 1, 0).mean()[89])
        .as("calm streams stay")
        .isCloseTo(100, within(0.1));
  }

  @Test
  void stepsAreAsWideAsTheirFutures() {
    Marginals wide = risk(1, 0.002).beside(calm(), calm().mean(), BURSTY, 1, 0);
    SamplePaths paths = JointFutures.draw(List.of(JointFutures.Part.alone(wide)), 90, 4_000, 3)[0];
    double[] last = paths.at(89);
    Arrays.sort(last);
    double low = wide.quantiles()[89 * QuantileGrid.SIZE + QuantileGrid.LOW_68];
    double middle = wide.quantiles()[89 * QuantileGrid.SIZE + QuantileGrid.MEDIAN];
    assertThat(last[640]).isCloseTo(low, within(0.15 * middle));
    assertThat(last[2_000]).isCloseTo(middle, within(0.1 * middle));
    assertThat(paths.mean(89, 90)).isCloseTo(wide.mean()[89], within(0.4 * middle));
    assertThat(last[0]).as("some have stopped").isZero();
  }

  /** Levels that move by a factor with spread 0.8 over a quarter: sums hold once it is learned. */
  @Test
  void learningMakesSumsHold() {
    SplittableRandom random = new SplittableRandom(4);
    List<List<PastSums>> past = new ArrayList<>();
    SamplePaths futures =
        JointFutures.draw(List.of(JointFutures.Part.alone(calm())), 90, 200, 3)[0];
    for (int i = 0; i < 300; i++) {
      double factor = Math.exp(0.8 * random.nextGaussian());
      double[] ahead = new double[90];
      Arrays.setAll(ahead, _ -> factor * 100);
      past.add(List.of(PastSums.of(BURSTY, futures, ahead)));
    }
    LevelRisk learned = LevelRiskLearning.learn(past, LevelRisk.NONE, 1);
    double[] sums = sums(learned.beside(calm(), calm().mean(), BURSTY, 1, 0));
    assertThat(Math.log(sums[840] / sums[160]) / 2).isBetween(0.6, 1.0);
    assertThat(LevelPrior.text(LevelRiskLearning.learn(List.of(), learned, 1)))
        .isEqualTo(LevelPrior.text(learned));
  }

  @Test
  void bytesGiveItBack() throws IOException {
    LevelRisk prior = LevelPrior.read();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    prior.write(new DataOutputStream(bytes));
    LevelRisk read =
        LevelRisk.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(LevelPrior.text(read)).isEqualTo(LevelPrior.text(prior)).contains("rare.spread=");
    assertThat(prior.law(HistoryClass.DENSE).spread()[3]).isPositive();
  }
}
