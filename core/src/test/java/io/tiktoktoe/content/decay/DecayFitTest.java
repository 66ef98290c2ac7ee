package io.tiktoktoe.content.decay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Half-lives of contents that are still young. Seeds are fixed: nothing is left to chance. */
class DecayFitTest {

  /** Views of contents of one law, seen up to a random age, with moods from span to span. */
  private static double error(DecayShape law, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int contents = 60;
    double[][] views = new double[contents][AgeSpans.SIZE];
    int[] over = new int[contents];
    for (int i = 0; i < contents; i++) {
      over[i] = 3 + random.nextInt(18);
      double all = 300 * Math.exp(random.nextGaussian());
      for (int span = 0; span < over[i]; span++) {
        double mean = all * (law.seen(AgeSpans.to(span)) - law.seen(AgeSpans.from(span)));
        double mood = Math.exp(0.3 * random.nextGaussian());
        views[i][span] =
            Math.max(0, Math.rint(mean * mood + Math.sqrt(mean) * random.nextGaussian()));
      }
    }
    double told = DecayFit.of(views, over, DecayFit.usual(), 0, seed).shape().halfLife();
    return Math.abs(told / law.halfLife() - 1);
  }

  @Test
  void halfLivesOfCensoredContentsAreWithinFifteenPercentInTheMedian() {
    List<Double> errors = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(9);
    for (int i = 0; i < 15; i++) {
      DecayShape law =
          new DecayShape(
              0.1 + 0.5 * random.nextDouble(),
              0.5 + 3 * random.nextDouble(),
              2 + 4 * random.nextDouble(),
              0.4 + random.nextDouble());
      errors.add(error(law, i + 1));
    }
    errors.sort(Double::compare);
    assertThat(errors.get(errors.size() / 2)).isLessThanOrEqualTo(0.15);
  }

  @Test
  void withoutViewsThePriorStandsWithAWideError() {
    DecayFit fit =
        DecayFit.of(new double[0][], new int[0], DecayFit.usual(), DecayFit.BOOTSTRAPS, 1);
    assertThat(fit.shape().halfLife()).isPositive().isFinite();
    assertThat(fit.error()).isPositive();
  }

  @Test
  void halfOfTheFirstYearIsSeenAtTheHalfLife() {
    DecayShape law = new DecayShape(0.4, 1.5, 3, 0.7);
    assertThat(law.seen(law.halfLife()) / law.seen(365)).isBetween(0.5 - 1e-9, 0.5 + 1e-9);
    DecayShape endless = new DecayShape(0.9, 1.5, 3, 0.05);
    assertThat(endless.halfLife()).isLessThan(183);
  }
}
