package io.tiktoktoe.privacy.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.privacy.ledger.PrivacyBudget;
import io.tiktoktoe.privacy.noise.SeededBits;
import io.tiktoktoe.privacy.question.ContributionBounds;
import io.tiktoktoe.privacy.question.Measure;
import io.tiktoktoe.privacy.question.Statistic;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Audit by sampling, small: 200,000 samples a side through the front door tell a lower bound of the
 * true epsilon (4 standard errors: falsely above once in 30,000 seeds, which are fixed). The large
 * one, which tells 0.103 from 0.1, is the benchmark {@code privacy.Audit}.
 */
class AuditTest {

  private static final int CELLS = 400_000;

  @Test
  void aTrueEpsilonAboveTheBudgetIsFlagged() {
    assertThat(lowerBound(0.1)).isBetween(0.05, 0.1);
    assertThat(lowerBound(0.13)).isGreaterThan(0.1);
  }

  private static double lowerBound(double epsilon) {
    Statistic statistic =
        Statistic.of(
            "persons", new Measure.People(), Asked.labels(CELLS), ContributionBounds.people(1));
    Contributions raw = new Contributions();
    for (int cell = 0; cell < CELLS; cell += 2) {
      raw.add(cell, raw.partition("l" + cell), 1, 0);
    }
    ReleaseOutcome outcome =
        PrivateReleases.seededForTests(
                new MemoryLedger(new PrivacyBudget(1, 0)), () -> new SeededBits(12))
            .release(Asked.of(epsilon, 0, statistic), asked -> raw);
    List<ProtectedNumber> numbers =
        ((ReleaseOutcome.Released) outcome).release().statistics().getFirst().numbers();
    double[] above = new double[2];
    for (int cell = 0; cell < CELLS; cell++) {
      above[cell % 2] += numbers.get(cell).value() > 1 ? 2.0 / CELLS : 0;
    }
    double error = Math.sqrt(2.0 / CELLS * ((1 - above[0]) / above[0] + (1 - above[1]) / above[1]));
    return Math.log(above[0] / above[1]) - 4 * error;
  }
}
