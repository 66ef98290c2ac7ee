package io.tiktoktoe.forecast.level;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.outlook.SamplePaths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LevelPriorLearningTest {

  /** What comes lies half of the way from the forecast to the typical level, times a factor. */
  private static List<List<PastSums>> past(double way, double spread) {
    SplittableRandom random = new SplittableRandom(8);
    List<List<PastSums>> past = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      double forecast = 100 * Math.exp(0.8 * random.nextGaussian());
      double[] history = new double[280];
      Arrays.setAll(history, day -> day / 28 % 2 == 0 ? 50 : 200);
      double[] paths = new double[40 * 90];
      Arrays.setAll(paths, _ -> forecast * (1 + 0.05 * random.nextGaussian()));
      double level =
          Math.pow(forecast / 100, 1 - way) * 100 * Math.exp(spread * random.nextGaussian());
      double[] ahead = new double[90];
      Arrays.fill(ahead, level);
      past.add(List.of(PastSums.of(history, SamplePaths.ofOwned(40, 90, paths), ahead)));
    }
    return past;
  }

  @Test
  void findsSpreadAndTheWayBack() {
    LevelRisk.Law back = LevelPriorLearning.learn(past(0.6, 0.4)).law(HistoryClass.DENSE);
    LevelRisk.Law stays = LevelPriorLearning.learn(past(0, 0.4)).law(HistoryClass.DENSE);
    for (int part = 0; part < 4; part++) {
      assertThat(back.back()[part]).isBetween(0.4, 0.9);
      assertThat(stays.back()[part]).isLessThan(0.25);
      assertThat(back.spread()[part]).isBetween(0.15, 0.6);
    }
    LevelRisk.Law wide = LevelPriorLearning.learn(past(0.6, 1)).law(HistoryClass.DENSE);
    assertThat(wide.spread()[2]).isGreaterThan(1.5 * back.spread()[2]);
  }

  @Test
  void nothingIsLearnedFromNothing() {
    LevelRisk learned = LevelPriorLearning.learn(List.of());
    assertThat(learned.law(HistoryClass.RARE).spread()).containsOnly(0);
    assertThat(learned.law(HistoryClass.RARE).back()).containsOnly(0);
  }
}
