package io.tiktoktoe.revenue.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.metric.SubscriptionMovement;
import io.tiktoktoe.metric.SubscriptionMovement.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Waves of simulated subscribers, of whom more than before stop paying from a known day on. */
class ChurnWaveTest {

  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final int DAYS = 300;
  private static final int GRACE = 14;
  private static final int MONTH = 30;

  /** Fans who pay each month; who does not pay again is known to have left a grace later. */
  private static List<SubscriptionMovement> fans(int wave, double leaving, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<SubscriptionMovement> movements = new ArrayList<>();
    for (int fan = 0; fan < 400; fan++) {
      int day = random.nextInt(DAYS);
      movements.add(new SubscriptionMovement(FIRST.plusDays(day), Kind.NEW, 1, 0, 500));
      boolean stays = true;
      while (stays && day < DAYS) {
        day += MONTH;
        stays = random.nextDouble() >= (day >= wave && day < wave + MONTH ? leaving : 0.06);
      }
      if (!stays && day + GRACE < DAYS) {
        LocalDate known = FIRST.plusDays(day + GRACE);
        movements.add(
            new SubscriptionMovement(known, Kind.CHURN, 1, 0, -500).since(FIRST.plusDays(day)));
      }
    }
    return movements;
  }

  private static Optional<LocalDate> start(List<SubscriptionMovement> movements) {
    LocalDate last = FIRST.plusDays(DAYS - 1L);
    return ChurnWave.start(movements, last.minusDays(119), last);
  }

  @Test
  void aSilentWaveIsDatedByWhenItBegan() {
    int near = 0;
    for (int seed = 0; seed < 20; seed++) {
      int wave = 235 + seed % 10;
      Optional<LocalDate> start = start(fans(wave, 0.5, seed));
      long off = start.map(day -> day.toEpochDay() - FIRST.toEpochDay() - wave).orElse(99L);
      near += Math.abs(off) <= 4 ? 1 : 0;
    }
    // By the day on which it became known all twenty were two weeks late.
    assertThat(near).isGreaterThanOrEqualTo(16);
  }

  @Test
  void steadyChurnHasNoWave() {
    int found = 0;
    for (int seed = 0; seed < 40; seed++) {
      found += start(fans(DAYS, 0.06, seed)).isPresent() ? 1 : 0;
    }
    assertThat(found).isLessThanOrEqualTo(2);
  }
}
