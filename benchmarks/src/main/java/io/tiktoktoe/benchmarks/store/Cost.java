package io.tiktoktoe.benchmarks.store;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What a piece of work cost.
 *
 * @param rows rows that went through
 * @param cpuSeconds of all threads of this process; comparable on a busy machine, unlike the clock
 * @param wallSeconds on the clock
 */
record Cost(long rows, double cpuSeconds, double wallSeconds) {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** Work that says how many rows it moved. */
  @FunctionalInterface
  interface Work {
    long run() throws Exception;
  }

  /** Processor time of all threads of this process so far, nanoseconds in steps of 10 ms. */
  static long processCpu() {
    return SYSTEM.getProcessCpuTime();
  }

  static Cost of(Work work) throws Exception {
    long cpu = SYSTEM.getProcessCpuTime();
    long wall = System.nanoTime();
    long rows = work.run();
    return new Cost(
        rows, (SYSTEM.getProcessCpuTime() - cpu) / 1e9, (System.nanoTime() - wall) / 1e9);
  }

  /** Million rows for each second of one core. */
  double millionsPerCpuSecond() {
    return rows / cpuSeconds / 1e6;
  }

  String line(String name) {
    return String.format(
        Locale.ROOT,
        "%-44s %,12d rows %8.2f s CPU %8.2f s clock %7.3f M rows/CPU-s",
        name,
        rows,
        cpuSeconds,
        wallSeconds,
        millionsPerCpuSecond());
  }
}
