package io.tiktoktoe.benchmarks.series;

import com.github.servicenow.ds.stats.stl.SeasonalTrendLoess;
import io.tiktoktoe.series.Decomposition;
import io.tiktoktoe.series.Series;
import io.tiktoktoe.series.Stl;
import io.tiktoktoe.series.StlOptions;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/**
 * Processor time of one decomposition, one thread, warm: ours and stl-decomp-4j's in turn within
 * one process, same windows, degrees, jumps and passes. The least of many batches is printed: what
 * others do on the machine only adds to it.
 */
public final class StlSpeed {

  private static final int SEASONAL_WINDOW = 7;
  private static final int BATCHES = 25;
  private static final long WARM_UP_NANOS = 3_000_000_000L;
  private static final long BATCH_NANOS = 60_000_000L;

  private StlSpeed() {}

  /** Prints milliseconds of both and their ratio. */
  public static void main(String[] args) {
    System.out.printf(
        "%-28s %10s %10s %7s %10s%n", "series", "ours ms", "peer ms", "ratio", "goal ms");
    compare(730, 7, false, .1);
    compare(730, 7, true, .5);
    compare(8_760, 24, false, Double.NaN);
    compare(8_760, 24, true, 30);
  }

  private static void compare(int length, int period, boolean robust, double goal) {
    double[] values = values(length, period);
    Series series = Series.of("speed", values);
    StlOptions options =
        StlOptions.defaults(period)
            .withSeasonalWindow(SEASONAL_WINDOW)
            .withDegrees(1, 1, 1)
            .withRobust(robust);
    DoubleSupplier ours =
        () ->
            Stl.decompose(series, options) instanceof Decomposition.Parts parts
                ? parts.length()
                : 0;
    DoubleSupplier theirs = () -> peer(values, period, robust);
    warmUp(ours);
    warmUp(theirs);
    double[] best = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    for (int batch = 0; batch < BATCHES; batch++) {
      best[0] = Math.min(best[0], millis(ours));
      best[1] = Math.min(best[1], millis(theirs));
    }
    String name = "%d points, period %d%s".formatted(length, period, robust ? ", robust" : "");
    System.out.printf(
        "%-28s %10.4f %10.4f %7.1f %10s%n", name, best[0], best[1], best[1] / best[0], goal);
  }

  private static double peer(double[] values, int period, boolean robust) {
    SeasonalTrendLoess.Builder builder =
        new SeasonalTrendLoess.Builder().setPeriodLength(period).setSeasonalWidth(SEASONAL_WINDOW);
    builder = robust ? builder.setRobust() : builder.setNonRobust();
    return builder.buildSmoother(values).decompose().getTrend()[0];
  }

  private static void warmUp(DoubleSupplier work) {
    long end = cpuNanos() + WARM_UP_NANOS;
    double kept = 0;
    while (cpuNanos() < end) {
      kept += work.getAsDouble();
    }
    if (Double.isNaN(kept)) {
      throw new IllegalStateException("decomposition (NaN) must be a number.");
    }
  }

  private static double millis(DoubleSupplier work) {
    long start = cpuNanos();
    long elapsed = 0;
    int runs = 0;
    double kept = 0;
    while (elapsed < BATCH_NANOS) {
      kept += work.getAsDouble();
      runs++;
      elapsed = cpuNanos() - start;
    }
    return Double.isNaN(kept) ? Double.NaN : elapsed / 1e6 / runs;
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** Trend, season, noise and a few outliers; always the same. */
  private static double[] values(int length, int period) {
    SplittableRandom random = new SplittableRandom(1);
    double[] values = new double[length];
    Arrays.setAll(
        values,
        step ->
            100
                + .01 * step
                + 10 * Math.sin(2 * Math.PI * step / period)
                + random.nextGaussian()
                + (random.nextInt(100) == 0 ? 30 : 0));
    return values;
  }
}
