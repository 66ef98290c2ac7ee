package io.tiktoktoe.benchmarks.stats;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * Seconds and processor seconds of one piece of work; the latter do not hang on other work beside.
 *
 * @param seconds that passed
 * @param processor seconds of all threads of this process
 */
record Stopwatch(double seconds, double processor) {

  private static final double NANO = 1e-9;

  /** Does the work as often as told; the round with the fewest processor seconds. */
  static Stopwatch best(int rounds, Runnable work) {
    Stopwatch best = new Stopwatch(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      long before = processorNanos();
      work.run();
      Stopwatch one =
          new Stopwatch(NANO * (System.nanoTime() - start), NANO * (processorNanos() - before));
      best = one.processor < best.processor ? one : best;
    }
    return best;
  }

  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2f s (%.2f CPU-s)", seconds, processor);
  }
}
