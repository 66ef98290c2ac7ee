package io.tiktoktoe.benchmarks.privacy;

import io.tiktoktoe.privacy.question.ContributionBounds;
import io.tiktoktoe.privacy.question.Measure;
import io.tiktoktoe.privacy.question.Statistic;
import io.tiktoktoe.privacy.release.Contributions;
import io.tiktoktoe.privacy.release.ProtectedRelease;
import java.util.Locale;
import java.util.SplittableRandom;

/** Bounds and releases events of simulated persons: 100 statistics of 10 M events by default. */
public final class ReleaseSpeed {

  private static final int CELLS = 100;

  private ReleaseSpeed() {}

  /** Takes the number of events. */
  public static void main(String[] arguments) {
    int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000_000;
    SplittableRandom random = new SplittableRandom(1);
    Contributions raw = new Contributions();
    for (int cell = 0; cell < CELLS; cell++) {
      raw.partition("c" + cell);
    }
    for (int i = 0; i < events; i++) {
      long person = random.nextInt(Math.max(1, events / 20));
      raw.add(person * 0x9e3779b97f4a7c15L, random.nextInt(CELLS), 1, random.nextInt(5000));
    }
    Statistic income =
        Statistic.of(
            "income",
            new Measure.Total(),
            Releasing.cells(CELLS),
            ContributionBounds.amounts(20, 0, 5000));
    long start = System.nanoTime();
    ProtectedRelease release = Releasing.release(Releasing.request(0.1, 1e-6, income), raw);
    System.out.printf(
        Locale.ROOT,
        "%,d events of %,d persons bounded and %d statistics released in %.2f s%n",
        events,
        events / 20,
        release.statistics().getFirst().numbers().size(),
        (System.nanoTime() - start) / 1e9);
  }
}
