package io.tiktoktoe.privacy.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.privacy.ledger.PrivacyBudget;
import io.tiktoktoe.privacy.question.ContributionBounds;
import io.tiktoktoe.privacy.question.Measure;
import io.tiktoktoe.privacy.question.Partitions;
import io.tiktoktoe.privacy.question.Statistic;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names that one person alone has, and names under which partitions are kept. */
class RareNamesTest {

  private static final Statistic NAMES =
      Statistic.of(
          "names", new Measure.Top(20), new Partitions.Selected(), ContributionBounds.people(1));

  private static ProtectedRelease release(ContributionSource source) {
    return ((ReleaseOutcome.Released)
            PrivateReleases.chargedTo(new MemoryLedger(PrivacyBudget.USUAL))
                .release(Asked.of(0.1, 1e-6, NAMES), source))
        .release();
  }

  /** 200 tries of 50 names of one person each: one appears by chance in one of 200 such tests. */
  @Test
  void twoHundredTriesNameNobodyAndAlwaysTheCrowd() {
    List<Asked.Row> rows = new ArrayList<>();
    for (int person = 0; person < 3_000; person++) {
      rows.add(new Asked.Row(person, "crowd", 1, 0));
    }
    for (int person = 0; person < 50; person++) {
      rows.add(new Asked.Row(10_000 + person, "secret " + person, 1_000_000, 0));
    }
    Contributions raw = Asked.contributions(rows);
    for (int run = 0; run < 200; run++) {
      assertThat(release(statistic -> raw).statistics().getFirst().numbers())
          .extracting(ProtectedNumber::label)
          .containsExactly("crowd");
    }
  }

  @Test
  void whatIsPublishedIsKeptUnderTheNameThatItHadThen() {
    List<Asked.Row> rows = new ArrayList<>();
    for (int person = 0; person < 3_000; person++) {
      rows.add(new Asked.Row(person, "7", 1, 0));
    }
    rows.add(new Asked.Row(9_999, "8", 1, 0));
    Contributions raw = Asked.contributions(rows);
    List<String> asked = new ArrayList<>();
    ContributionSource source =
        new ContributionSource() {
          @Override
          public Contributions read(Statistic statistic) {
            return raw;
          }

          @Override
          public String published(Statistic statistic, String label) {
            asked.add(label);
            return label + " ada";
          }
        };

    assertThat(release(source).statistics().getFirst().numbers())
        .extracting(ProtectedNumber::label)
        .containsExactly("7 ada");
    assertThat(asked).containsExactly("7");
  }
}
