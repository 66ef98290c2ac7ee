package io.tiktoktoe.benchmarks.audience;

import io.tiktoktoe.audience.lifetime.FanValues;
import io.tiktoktoe.audience.lifetime.LifetimeModel;
import io.tiktoktoe.audience.lifetime.LifetimeOptions;
import io.tiktoktoe.audience.lifetime.LifetimeValue;
import io.tiktoktoe.audience.lifetime.PurchaseLog;
import io.tiktoktoe.audience.lifetime.PurchaseSummaries;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/**
 * How long many customers take: the fit of all models with the trial on the past, of the BG/NBD by
 * itself, and what is foretold of each with intervals. Arguments: customers, a million when absent.
 */
public final class LifetimeValueScale {

  private static final int SPREAD = 364;
  private static final int LAST = 546;
  private static final double HORIZON = 91;
  private static final int MILLION = 1_000_000;
  private static final double NANOS = 1e9;
  private static final double MEGABYTE = 1e6;

  private LifetimeValueScale() {}

  /** Prints seconds of wall and processor time and the most heap. */
  public static void main(String[] args) {
    int customers = args.length > 0 ? Integer.parseInt(args[0]) : MILLION;
    warmUp();
    PurchaseLog log =
        new DrawnCustomers(DrawnCustomers.Law.PARETO_NBD, 1).log(customers, SPREAD, LAST);
    System.out.printf("%,d customers drawn%n", customers);
    LifetimeOptions options = LifetimeOptions.of(HORIZON);
    PurchaseSummaries summaries =
        timed("summaries of the log", () -> PurchaseSummaries.of(log, LAST));
    timed("BG/NBD and spend", () -> LifetimeValue.fit(summaries, options.withModels("BG/NBD")));
    timed(
        "Pareto/NBD and spend",
        () -> LifetimeValue.fit(summaries, options.withModels("Pareto/NBD")));
    LifetimeModel model =
        timed("all models, trial on the past", () -> LifetimeValue.fit(log, LAST, options));
    FanValues values = timed("foretold with intervals", () -> model.expected(summaries, HORIZON));
    double sum = 0;
    for (double one : values.value()) {
      sum += one;
    }
    System.out.printf("sum of values %.0f, most heap %.0f MB%n", sum, mostHeap());
    model
        .models()
        .forEach(
            one ->
                System.out.println(
                    one.name() + " " + one.parameters() + " weight " + one.weight()));
  }

  private static void warmUp() {
    PurchaseLog log = new DrawnCustomers(DrawnCustomers.Law.BG_NBD, 2).log(3_000, 200, 400);
    for (int i = 0; i < 3; i++) {
      LifetimeModel model = LifetimeValue.fit(log, 400, LifetimeOptions.of(HORIZON));
      model.expected(PurchaseSummaries.of(log, 400), HORIZON);
    }
  }

  /** Work with a result. */
  @FunctionalInterface
  private interface Work<T> {
    T run();
  }

  private static <T> T timed(String name, Work<T> work) {
    long cpu = cpu();
    long start = System.nanoTime();
    T result = work.run();
    System.out.printf(
        "%-32s %6.2f s wall, %6.2f s processor%n",
        name, (System.nanoTime() - start) / NANOS, (cpu() - cpu) / NANOS);
    return result;
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static double mostHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum()
        / MEGABYTE;
  }
}
