package io.tiktoktoe.content.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.stats.RankCorrelation;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Completion without the part of length. Seeds are fixed: nothing is left to chance. */
class CompletionTest {

  @Test
  void scoresDoNotRankWithLengthAndStillTellQuality() {
    for (long seed = 1; seed <= 5; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int n = 400;
      double[] shares = new double[n];
      double[] quality = new double[n];
      long[] durations = new long[n];
      for (int i = 0; i < n; i++) {
        durations[i] = Math.round(1_000 * Math.exp(2 + 6 * random.nextDouble()));
        quality[i] = random.nextGaussian();
        // Long contents are finished seldom: lengths decide far more than quality.
        shares[i] =
            1 / (1 + Math.exp(-(4 - 0.6 * Math.log(durations[i] / 1_000.0) + 0.4 * quality[i])));
      }
      double[] lengths = Arrays.stream(durations).asDoubleStream().toArray();
      double[] scores = Completion.debiased(shares, durations);
      assertThat(Math.abs(RankCorrelation.spearman(shares, lengths))).isGreaterThan(0.8);
      assertThat(Math.abs(RankCorrelation.spearman(scores, lengths))).isLessThanOrEqualTo(0.02);
      assertThat(RankCorrelation.spearman(scores, quality)).isGreaterThan(0.9);
    }
  }

  @Test
  void whatHasNoLengthIsInTheMiddle() {
    assertThat(Completion.debiased(new double[] {0.2, Double.NaN}, new long[] {0, 5}))
        .containsExactly(0.5, 0.5);
  }
}
