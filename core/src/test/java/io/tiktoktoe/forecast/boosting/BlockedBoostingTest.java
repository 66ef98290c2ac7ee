package io.tiktoktoe.forecast.boosting;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.forecast.blend.Lookback;
import io.tiktoktoe.forecast.blend.Pool;
import io.tiktoktoe.forecast.blend.PoolLearning;
import io.tiktoktoe.forecast.member.Bank;
import io.tiktoktoe.forecast.member.Prepared;
import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.outlook.QuantileGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlockedBoostingTest {

  private static final BatchOptions OPTIONS =
      BatchOptions.of(8, List.of(4)).withMembers(name -> !"network".equals(name));

  @Test
  void boostingKnowsTheShocksOfItsPastAndTheBlockedOneDoesNot() {
    List<BoostingMember.Sampled> sample = panel(80, 0.9);
    Pool base = PoolLearning.weights(lookbacks(sample));
    BoostingMember boosting = BoostingMember.train(sample, base, OPTIONS).orElseThrow();
    BlockedBoosting blocked = BlockedBoosting.train(sample, base, OPTIONS).orElseThrow();
    double told = 0;
    double honest = 0;
    for (BoostingMember.Sampled one : sample) {
      Lookback boosted = boosting.add(one.id(), one.lookback());
      told += error(one.lookback(), boosted.past()[boosted.members() - 1]);
      honest += error(one.lookback(), blocked.past(one.id(), one.lookback()));
    }
    assertThat(honest).isGreaterThan(1.1 * told);
  }

  @Test
  void widthsLearnedFromABlockedPastAreWiderAndAlikeOnBothSides() {
    List<BoostingMember.Sampled> sample = panel(80, 0.9);
    Pool base = PoolLearning.weights(lookbacks(sample));
    BoostingMember boosting = BoostingMember.train(sample, base, OPTIONS).orElseThrow();
    BlockedBoosting blocked = BlockedBoosting.train(sample, base, OPTIONS).orElseThrow();
    List<Lookback> told = new ArrayList<>();
    List<Lookback> honest = new ArrayList<>();
    for (BoostingMember.Sampled one : sample) {
      told.add(boosting.add(one.id(), one.lookback()));
      honest.add(told.getLast().withLast(blocked.past(one.id(), one.lookback())));
    }
    Pool narrow = PoolLearning.learn(told);
    Pool wide = PoolLearning.learn(told, honest);
    for (int part = 0; part < Pool.PARTS; part++) {
      double[] stretch = wide.stretch()[part];
      assertThat(stretch[QuantileGrid.HIGH_68]).isEqualTo(stretch[QuantileGrid.LOW_68]);
      assertThat(stretch[QuantileGrid.HIGH_68])
          .isGreaterThan(narrow.stretch()[part][QuantileGrid.HIGH_68]);
    }
  }

  @Test
  void windowsDifferMoreWhereShocksAreShared() {
    double shared = PoolLearning.learn(lookbacks(panel(80, 0.9))).betweenWindows();
    double apart = PoolLearning.learn(lookbacks(panel(80, 0))).betweenWindows();
    assertThat(apart).isLessThan(0.2);
    assertThat(shared).isGreaterThan(1.5 * apart);
  }

  private static List<Lookback> lookbacks(List<BoostingMember.Sampled> sample) {
    return sample.stream().map(BoostingMember.Sampled::lookback).toList();
  }

  private static double error(Lookback lookback, double[][] past) {
    return IntStream.range(0, past.length)
        .mapToDouble(
            o ->
                IntStream.range(0, lookback.reach())
                    .filter(h -> !Double.isNaN(lookback.actual(o, h)))
                    .mapToDouble(h -> Math.abs(lookback.actual(o, h) - past[o][h]))
                    .average()
                    .orElse(0))
        .sum();
  }

  /** Walks of 100 steps, this share of whose disturbances all have in common. */
  private static List<BoostingMember.Sampled> panel(int count, double shared) {
    SplittableRandom random = new SplittableRandom(5);
    double[] common = random.doubles(100).map(_ -> random.nextGaussian()).toArray();
    Bank bank = new Bank();
    List<BoostingMember.Sampled> sample = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] values = new double[common.length];
      double level = 100;
      for (int t = 0; t < values.length; t++) {
        double own = Math.sqrt(1 - shared) * random.nextGaussian();
        level += Math.sqrt(shared) * common[t] + own;
        values[t] = level;
      }
      Prepared history = Prepared.of(values, OPTIONS.periods(), false);
      Lookback lookback =
          Lookback.of(history, OPTIONS.steps(), OPTIONS.steps(), OPTIONS.members(), bank);
      sample.add(new BoostingMember.Sampled("walk " + i, lookback));
    }
    return sample;
  }
}
