package io.tiktoktoe.privacy.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.privacy.NoiseKind;
import io.tiktoktoe.privacy.ledger.Charge;
import io.tiktoktoe.privacy.ledger.Price;
import io.tiktoktoe.privacy.ledger.PrivacyBudget;
import io.tiktoktoe.privacy.noise.SeededBits;
import io.tiktoktoe.privacy.question.ContributionBounds;
import io.tiktoktoe.privacy.question.Measure;
import io.tiktoktoe.privacy.question.Partitions;
import io.tiktoktoe.privacy.question.ReleaseRequest;
import io.tiktoktoe.privacy.question.Statistic;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PrivateReleasesTest {

  private static final ContributionBounds ONE = ContributionBounds.people(1);

  private static ProtectedRelease released(ReleaseOutcome outcome) {
    assertThat(outcome).isInstanceOf(ReleaseOutcome.Released.class);
    return ((ReleaseOutcome.Released) outcome).release();
  }

  private static ProtectedRelease release(ReleaseRequest request, Contributions raw, long seed) {
    MemoryLedger ledger = new MemoryLedger(new PrivacyBudget(100, 0.09));
    return released(
        PrivateReleases.seededForTests(ledger, () -> new SeededBits(seed))
            .release(request, statistic -> raw));
  }

  @Test
  void theSameQuestionGetsTheSameAnswerForOneCharge() {
    MemoryLedger ledger = new MemoryLedger(PrivacyBudget.USUAL);
    PrivateReleases releases = PrivateReleases.chargedTo(ledger);
    AtomicInteger reads = new AtomicInteger();
    ReleaseRequest request =
        Asked.of(0.1, 1e-6, Statistic.of("fans", new Measure.People(), Asked.labels(3), ONE));
    ContributionSource source =
        statistic -> {
          reads.incrementAndGet();
          return Asked.contributions(List.of(new Asked.Row(1, "l1", 1, 0)));
        };
    ProtectedRelease first = released(releases.release(request, source));
    assertThat(first.isRepeated()).isFalse();
    for (int i = 0; i < 200; i++) {
      ProtectedRelease again = released(releases.release(request, source));
      assertThat(again.isRepeated()).isTrue();
      assertThat(again.statistics().getFirst().numbers())
          .usingRecursiveComparison()
          .isEqualTo(first.statistics().getFirst().numbers());
    }
    assertThat(ledger.charges()).isEqualTo(1);
    assertThat(reads.get()).isEqualTo(1);
  }

  @Test
  void anotherQuestionIsRefusedWithoutReadingOnceTheBudgetIsSpent() {
    MemoryLedger ledger = new MemoryLedger(PrivacyBudget.USUAL);
    PrivateReleases releases = PrivateReleases.chargedTo(ledger);
    Statistic fans = Statistic.of("fans", new Measure.People(), Asked.labels(3), ONE);
    releases.release(Asked.of(0.1, 1e-6, fans), statistic -> new Contributions());

    ReleaseOutcome second =
        releases.release(
            Asked.of(0.1, 1e-6, fans.withWeight(2)),
            statistic -> {
              throw new AssertionError("data were read");
            });

    assertThat(second)
        .isInstanceOfSatisfying(
            ReleaseOutcome.Refused.class,
            refused -> assertThat(refused.charge().left()).isEqualTo(Price.NOTHING));
  }

  @Test
  void anUntrustedLedgerBlocks() {
    PrivateReleases releases =
        PrivateReleases.chargedTo(
            new io.tiktoktoe.privacy.ledger.BudgetLedger() {
              @Override
              public Charge charge(
                  io.tiktoktoe.privacy.ledger.BudgetAccount account,
                  String key,
                  String about,
                  Price price) {
                return new Charge.Untrusted("torn");
              }

              @Override
              public byte[] keep(
                  io.tiktoktoe.privacy.ledger.BudgetAccount account, String key, byte[] answer) {
                throw new AssertionError("an answer was kept");
              }
            });
    ReleaseRequest request =
        Asked.of(0.1, 1e-6, Statistic.of("fans", new Measure.People(), Asked.labels(1), ONE));

    assertThat(
            releases.release(
                request,
                statistic -> {
                  throw new AssertionError("data were read");
                }))
        .isEqualTo(new ReleaseOutcome.Blocked("torn"));
  }

  @Test
  void emptyDataHaveTheSameShape() {
    ReleaseRequest request =
        Asked.of(
            1,
            1e-6,
            Statistic.of("fans", new Measure.People(), Asked.labels(4), ONE),
            Statistic.of("titles", new Measure.People(), new Partitions.Selected(), ONE),
            Statistic.of(
                "median",
                new Measure.AmountQuantiles(List.of(0.5)),
                Asked.labels(1),
                ContributionBounds.amounts(1, 0, 1000)));

    ProtectedRelease empty = release(request, new Contributions(), 3);

    assertThat(empty.statistic("fans").numbers()).hasSize(4);
    assertThat(empty.statistic("titles").numbers()).isEmpty();
    assertThat(empty.statistic("median").numbers()).hasSize(1);
    assertThat(empty.statistic("median").numbers().getFirst().value()).isBetween(0.0, 1000.0);
  }

  @Test
  void theBestKnownErrorsAtTheUsualBudget() {
    PlannedStatistic one =
        PrivateReleases.plan(
                Asked.of(
                    0.1, 1e-6, Statistic.of("fans", new Measure.People(), Asked.labels(1), ONE)))
            .statistics()
            .getFirst();
    ReleasePlan hundred =
        PrivateReleases.plan(
            Asked.of(
                0.1,
                1e-6,
                Statistic.of(
                    "fans",
                    new Measure.People(),
                    Asked.labels(100),
                    ContributionBounds.people(100))));

    assertThat(one.standardError()).isCloseTo(14.142, within(0.01));
    assertThat(one.relativeError()).isCloseTo(0.03, within(0.0001));
    assertThat(hundred.noise()).isEqualTo(NoiseKind.DISCRETE_GAUSSIAN);
    assertThat(hundred.statistics().getFirst().standardError()).isCloseTo(363.05, within(0.05));
    assertThat(hundred.statistics().getFirst().relativeError()).isCloseTo(0.7115, within(0.001));
    assertThat(hundred.spent().pld()).isBetween(0.0999, 0.1);
    assertThat(hundred.price()).isEqualTo(new Price(100_000, 1_000_000));
  }

  @Test
  void budgetGoesWhereNoiseWouldDrownTheAnswer() {
    Statistic large =
        Statistic.of("large", new Measure.People(), Asked.labels(1), ONE).withExpected(1e6);
    Statistic small =
        Statistic.of("small", new Measure.People(), Asked.labels(1), ONE).withExpected(100);

    List<PlannedStatistic> plan =
        PrivateReleases.plan(Asked.of(0.1, 1e-6, large, small)).statistics();

    assertThat(plan.get(0).share() + plan.get(1).share()).isCloseTo(1, within(1e-9));
    assertThat(plan.get(1).share()).isGreaterThan(0.9);
    assertThat(plan.get(1).standardError()).isLessThan(plan.get(0).standardError());
  }

  @Test
  void aPlanBySplitIsNoWorseThanEqualShares() {
    Statistic a = Statistic.of("a", new Measure.People(), Asked.labels(1), ONE).withExpected(1e4);
    Statistic b = Statistic.of("b", new Measure.People(), Asked.labels(1), ONE).withExpected(500);
    double equal = 0;
    for (double size : List.of(1e4, 500.0)) {
      equal += Math.pow(Math.sqrt(2) * 20 / size, 2);
    }

    double best = 0;
    for (PlannedStatistic one : PrivateReleases.plan(Asked.of(0.1, 1e-6, a, b)).statistics()) {
      best += Math.pow(one.standardError() / one.statistic().expected(), 2);
    }

    assertThat(best).isLessThan(0.6 * equal);
  }

  @Test
  void smallPartitionsAreNotPublishedAndLargeOnesAre() {
    List<Asked.Row> rows = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      rows.add(new Asked.Row(i, "large", 1, 0));
    }
    rows.add(new Asked.Row(5000, "single", 1, 0));
    ReleaseRequest request =
        Asked.of(
            1, 1e-6, Statistic.of("titles", new Measure.Top(5), new Partitions.Selected(), ONE));
    for (int seed = 0; seed < 20; seed++) {
      List<ProtectedNumber> top =
          release(request, Asked.contributions(rows), seed).statistic("titles").numbers();
      assertThat(top).hasSize(1);
      assertThat(top.getFirst().label()).isEqualTo("large");
    }
  }

  @Test
  void adaptiveBoundsFollowTheData() {
    List<Asked.Row> rows = new ArrayList<>();
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      rows.add(new Asked.Row(i, "l0", 1, 500 + random.nextInt(500)));
    }
    Statistic fixed =
        Statistic.of(
                "income",
                new Measure.Total(),
                Asked.labels(1),
                ContributionBounds.amounts(1, 0, 1_000_000))
            .withExpected(1.5e7);
    Statistic adaptive =
        Statistic.of(
                "income",
                new Measure.Total(),
                Asked.labels(1),
                ContributionBounds.adaptive(1, 1_000_000))
            .withExpected(1.5e7);
    Contributions raw = Asked.contributions(rows);

    double loose =
        release(Asked.of(0.1, 1e-6, fixed), raw, 1)
            .statistics()
            .getFirst()
            .numbers()
            .getFirst()
            .error()
            .standardError();
    ProtectedNumber tight =
        release(Asked.of(0.1, 1e-6, adaptive), raw, 1).statistics().getFirst().numbers().getFirst();

    assertThat(tight.error().standardError()).isLessThan(loose / 500);
    assertThat(
            release(Asked.of(0.1, 1e-6, adaptive), raw, 1)
                .statistics()
                .getFirst()
                .statistic()
                .bounds()
                .highest())
        .isEqualTo(1023);
    assertThat(tight.value()).isCloseTo(1.5e7, within(1e6));
  }

  @Test
  void selectionNeedsADelta() {
    ReleaseRequest request =
        Asked.of(
            1, 0, Statistic.of("titles", new Measure.People(), new Partitions.Selected(), ONE));

    assertThatThrownBy(() -> PrivateReleases.plan(request))
        .hasMessageContaining("Allow 1e-6, or name them");
  }

  @Test
  void onlyThePrivacyEngineMakesProtectedTypes() {
    for (Class<?> type :
        List.of(
            ProtectedNumber.class,
            ProtectedStatistic.class,
            ProtectedRelease.class,
            PrivateReleases.class)) {
      assertThat(Modifier.isFinal(type.getModifiers())).as(type.getName()).isTrue();
      assertThat(type.getDeclaredConstructors())
          .as(type.getName())
          .noneMatch(
              one ->
                  Modifier.isPublic(one.getModifiers())
                      || Modifier.isProtected(one.getModifiers()));
    }
    // Raw contributions have no public way out.
    assertThat(Contributions.class.getDeclaredMethods())
        .filteredOn(one -> Modifier.isPublic(one.getModifiers()))
        .extracting(java.lang.reflect.Method::getName)
        .containsExactlyInAnyOrder("partition", "add", "addNumber");
    assertThat(PrivateReleases.class.getDeclaredMethods())
        .filteredOn(one -> Modifier.isPublic(one.getModifiers()))
        .extracting(java.lang.reflect.Method::getName)
        .containsExactlyInAnyOrder("chargedTo", "plan", "release");
  }

  @Test
  void equalRequestsHaveOneKeyAndOthersAnother() {
    Statistic one =
        Statistic.of("a", new Measure.People(), new Partitions.Known(List.of("x, y")), ONE);
    Statistic two =
        Statistic.of("a", new Measure.People(), new Partitions.Known(List.of("x", "y")), ONE);

    assertThat(RequestKey.of(Asked.of(1, 0, one))).isEqualTo(RequestKey.of(Asked.of(1, 0, one)));
    assertThat(RequestKey.of(Asked.of(1, 0, one))).isNotEqualTo(RequestKey.of(Asked.of(1, 0, two)));
    assertThat(RequestKey.of(Asked.of(1, 0, one)))
        .isNotEqualTo(RequestKey.of(Asked.of(1, 0, one.withWeight(2))));
  }

  @Test
  void aKeptAnswerOfAnotherVersionIsRefused() {
    assertThatThrownBy(() -> NoisyAnswer.of(new byte[] {0, 0, 0, 9, 0}))
        .hasMessageContaining("version 9");
    assertThatThrownBy(() -> NoisyAnswer.of(new byte[] {0, 0, 0, 1, 0}))
        .hasMessageContaining("cut short");
  }
}
