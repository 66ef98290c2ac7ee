package io.tiktoktoe.privacy.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.privacy.ledger.PrivacyBudget;
import io.tiktoktoe.privacy.noise.SeededBits;
import io.tiktoktoe.privacy.question.ContributionBounds;
import io.tiktoktoe.privacy.question.Measure;
import io.tiktoktoe.privacy.question.ReleaseRequest;
import io.tiktoktoe.privacy.question.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Statements of error: the true number (after bounding) lies within the stated half width 95 times
 * in 100. With 200 releases a share below 89% is seen once in 3,000 seeds; the seeds are fixed.
 */
class StatedErrorsTest {

  private static final int ROUNDS = 200;
  private static final int PERSONS = 3000;
  private static final int CELLS = 8;

  private static List<Asked.Row> rows() {
    Random random = new Random(11);
    List<Asked.Row> rows = new ArrayList<>();
    for (int person = 0; person < PERSONS; person++) {
      rows.add(new Asked.Row(person, "l" + person % CELLS, 1, 200 + random.nextInt(600)));
    }
    return rows;
  }

  @ParameterizedTest
  // A small delta makes Gaussian noise, none at all makes Laplace noise.
  @ValueSource(doubles = {0, 1e-5})
  void hold(double delta) {
    List<Asked.Row> rows = rows();
    Contributions raw = Asked.contributions(rows);
    Statistic[] asked = asked();
    ReleaseRequest request = Asked.of(3, delta, asked);
    int[] inside = new int[asked.length];
    int[] all = new int[asked.length];
    for (int seed = 0; seed < ROUNDS; seed++) {
      long own = seed;
      ReleaseOutcome outcome =
          PrivateReleases.seededForTests(
                  new MemoryLedger(new PrivacyBudget(100, 0.09)), () -> new SeededBits(own))
              .release(request, statistic -> raw);
      ProtectedRelease release = ((ReleaseOutcome.Released) outcome).release();
      for (int i = 0; i < asked.length; i++) {
        for (ProtectedNumber number : release.statistics().get(i).numbers()) {
          double truth = truth(asked[i], number.label(), rows);
          inside[i] += Math.abs(number.value() - truth) <= number.error().halfWidth95() ? 1 : 0;
          all[i]++;
        }
      }
    }
    for (int i = 0; i < asked.length; i++) {
      assertThat((double) inside[i] / all[i])
          .as("%s with delta %s", asked[i].name(), delta)
          .isGreaterThan(0.89);
    }
  }

  private static Statistic[] asked() {
    ContributionBounds amounts = ContributionBounds.amounts(1, 0, 1000);
    return new Statistic[] {
      Statistic.of(
          "people", new Measure.People(), Asked.labels(CELLS), ContributionBounds.people(1)),
      Statistic.of(
          "events", new Measure.Events(), Asked.labels(CELLS), ContributionBounds.people(1)),
      Statistic.of("total", new Measure.Total(), Asked.labels(CELLS), amounts).withExpected(2e5),
      Statistic.of("mean", new Measure.Mean(), Asked.labels(CELLS), amounts),
      Statistic.of(
          "median", new Measure.AmountQuantiles(List.of(0.5)), Asked.labels(CELLS), amounts),
      Statistic.of(
          "hours", new Measure.Histogram(3), Asked.labels(CELLS), ContributionBounds.people(1)),
      Statistic.of(
          "running", new Measure.Running(), Asked.labels(CELLS), ContributionBounds.people(1))
    };
  }

  private static double truth(Statistic statistic, String label, List<Asked.Row> rows) {
    String cell = label.contains(":") ? label.substring(0, label.indexOf(':')) : label;
    List<Long> amounts =
        rows.stream()
            .filter(one -> one.label().equals(cell))
            .map(Asked.Row::amount)
            .sorted()
            .toList();
    return switch (statistic.name()) {
      case "total" -> amounts.stream().mapToLong(Long::longValue).sum();
      case "mean" -> amounts.stream().mapToLong(Long::longValue).average().orElseThrow();
      case "median" -> amounts.get(amounts.size() / 2);
      case "running" -> rows.stream().filter(one -> one.label().compareTo(cell) <= 0).count();
      default -> amounts.size();
    };
  }

  @Test
  void aMeanOfNobodySaysThatItKnowsNothing() {
    ReleaseRequest request =
        Asked.of(
            0.1,
            1e-6,
            Statistic.of(
                "mean",
                new Measure.Mean(),
                Asked.labels(1),
                ContributionBounds.amounts(1, -50, 150)));
    ReleaseOutcome outcome =
        PrivateReleases.seededForTests(
                new MemoryLedger(PrivacyBudget.USUAL), () -> new SeededBits(1))
            .release(request, statistic -> new Contributions());
    ProtectedNumber mean =
        ((ReleaseOutcome.Released) outcome).release().statistic("mean").numbers().getFirst();

    assertThat(mean.value()).isBetween(-50.0, 150.0);
    assertThat(mean.error().halfWidth95()).isEqualTo(200);
  }
}
