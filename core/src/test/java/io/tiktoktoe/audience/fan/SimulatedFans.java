package io.tiktoktoe.audience.fan;

import io.tiktoktoe.audience.insight.ActivityRows;
import io.tiktoktoe.audience.insight.AudienceFacts;
import io.tiktoktoe.audience.insight.AudienceFacts.Referrals;
import io.tiktoktoe.audience.insight.AudienceSegments;
import io.tiktoktoe.audience.insight.FanCount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Fans who come at random days with a rate of their own until they leave for good. */
final class SimulatedFans {

  static final LocalDate START = LocalDate.parse("2025-01-01");

  private final int fans;
  private final double[] rates;
  private final double[] hazards;
  private final boolean[][] active;

  SimulatedFans(int fans, int days, long seed) {
    this.fans = fans;
    this.rates = new double[fans];
    this.hazards = new double[fans];
    this.active = new boolean[days][fans];
    SplittableRandom random = new SplittableRandom(seed);
    for (int fan = 0; fan < fans; fan++) {
      // Gamma of shape 2 as a sum of exponentials.
      rates[fan] = 0.08 * -Math.log(random.nextDouble() * random.nextDouble()) / 2;
      hazards[fan] = random.nextDouble() < 0.5 ? 0.001 : 0.02;
      int joined = random.nextInt(days);
      boolean here = true;
      for (int day = joined; day < days && here; day++) {
        active[day][fan] = day == joined || random.nextDouble() < rates[fan];
        here = random.nextDouble() >= hazards[fan];
      }
    }
  }

  double rate(int fan) {
    return rates[fan];
  }

  /** Whether a fan was seen in days from inclusive to exclusive. */
  boolean seen(int fan, int from, int to) {
    for (int day = from; day < to; day++) {
      if (active[day][fan]) {
        return true;
      }
    }
    return false;
  }

  /** The audience after so many days. */
  AudienceSegments after(int end) {
    FanLedger ledger = new FanLedger(START.plusDays(end - 1L));
    int first = Math.toIntExact(START.toEpochDay());
    int[] firstDay = new int[fans];
    Arrays.fill(firstDay, -1);
    for (int day = 0; day < end; day++) {
      int size = 0;
      int[] who = new int[fans];
      for (int fan = 0; fan < fans; fan++) {
        if (active[day][fan]) {
          firstDay[fan] = firstDay[fan] < 0 ? first + day : firstDay[fan];
          who[size++] = fan;
        }
      }
      int[] when = new int[fans];
      Arrays.fill(when, first + day);
      long[][] counts = new long[FanCount.OF_ACTIVITY][fans];
      Arrays.fill(counts[FanCount.ACTIONS.ordinal()], 1);
      Arrays.fill(counts[FanCount.VIEWS.ordinal()], 1);
      ledger.activity(new ActivityRows(size, who, when, new int[fans], counts));
    }
    return ledger.audience(facts(firstDay, first + end - 1));
  }

  /** Fans who have not come yet are numbered, too: they came on the last day, say. */
  private AudienceFacts facts(int[] firstDay, int last) {
    long[] ids = new long[fans];
    int[] accounts = new int[fans];
    int[] none = new int[fans];
    for (int fan = 0; fan < fans; fan++) {
      ids[fan] = 1_000L + fan;
      accounts[fan] = 1;
      none[fan] = -1;
      firstDay[fan] = firstDay[fan] < 0 ? last : firstDay[fan];
    }
    return new AudienceFacts(
        Instant.EPOCH,
        ids,
        accounts,
        List.of("site"),
        List.of(),
        firstDay,
        new int[fans],
        none,
        new Referrals(new int[0], new int[0], new int[0]),
        List.of(),
        List.of(),
        List.of());
  }
}
