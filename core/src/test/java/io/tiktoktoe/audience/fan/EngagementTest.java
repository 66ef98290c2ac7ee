package io.tiktoktoe.audience.fan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.audience.insight.AudienceSegments;
import io.tiktoktoe.audience.insight.RetentionTable;
import java.time.YearMonth;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The seeds are fixed: nothing is left to chance. */
class EngagementTest {

  @Test
  void thePriorIsThatOfTheFans() {
    SplittableRandom random = new SplittableRandom(5);
    double[] counts = new double[4_000];
    double[] exposures = new double[4_000];
    for (int fan = 0; fan < counts.length; fan++) {
      // Exponential rates (shape 1) about .1 a day over 60 days.
      double rate = -0.1 * Math.log(random.nextDouble());
      exposures[fan] = 60;
      for (int day = 0; day < 60; day++) {
        counts[fan] += random.nextDouble() < rate ? 1 : 0;
      }
    }
    RatePrior prior = RatePrior.fit(counts, exposures);
    assertThat(prior.shape()).isCloseTo(1, within(0.12));
    assertThat(prior.shape() / prior.rate()).isCloseTo(0.1, within(0.01));
    assertThat(prior.mean(0, 0)).isCloseTo(0.1, within(0.01));
  }

  @Test
  void scoresFollowRatesAndNewcomersAreUnsure() {
    SimulatedFans fans = new SimulatedFans(3_000, 200, 6);
    AudienceSegments audience = fans.after(200);
    Engagement engagement = Engagement.of(audience.fans());
    double often = 0;
    double seldom = 0;
    int oftenCount = 0;
    int seldomCount = 0;
    for (int fan = 0; fan < 3_000; fan++) {
      assertThat(engagement.score()[fan]).isBetween(engagement.lo()[fan], engagement.hi()[fan]);
      if (audience.fans().recency(fan) < 30 && fans.rate(fan) > 0.12) {
        often += engagement.score()[fan];
        oftenCount++;
      } else if (fans.rate(fan) < 0.03) {
        seldom += engagement.score()[fan];
        seldomCount++;
      }
    }
    assertThat(often / oftenCount).isGreaterThan(seldom / seldomCount + 0.15);
  }

  @Test
  void nothingCountedIsAPriorToo() {
    assertThat(RatePrior.fit(new double[3], new double[] {0, 0, 0}).mean(0, 0)).isPositive();
  }

  @Test
  void cohortsCountWhoCameBack() {
    SimulatedFans fans = new SimulatedFans(500, 150, 7);
    AudienceSegments audience = fans.after(150);
    RetentionTable table = RetentionCohorts.of(audience.fans(), audience.facts());
    RetentionTable.Cohort january = table.cohorts().getFirst();
    int came = 0;
    int back = 0;
    for (int fan = 0; fan < 500; fan++) {
      boolean inJanuary = fans.seen(fan, 0, 31);
      came += inJanuary ? 1 : 0;
      back += inJanuary && fans.seen(fan, 59, 90) ? 1 : 0;
    }
    assertThat(january.month()).isEqualTo(YearMonth.of(2025, 1));
    assertThat(january.fans()).isEqualTo(came);
    assertThat(january.active().getFirst()).isEqualTo(came);
    assertThat(january.active().get(2)).isEqualTo(back);
    assertThat(table.newestIsWhole()).isFalse();
  }
}
