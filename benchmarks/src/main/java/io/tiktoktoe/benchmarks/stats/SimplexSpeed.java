package io.tiktoktoe.benchmarks.stats;

import io.tiktoktoe.simulation.SeriesSimulation;
import io.tiktoktoe.stats.NelderMead;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.hipparchus.analysis.MultivariateFunction;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * The own simplex search beside Hipparchus' on what forecasting minimises: each series is fitted to
 * half of its values and again to all of them, the second search starting near where the first one
 * ended, as a look-back does. All have the same box, steps and most evaluations; Hipparchus'
 * function moves points outside the box to its border.
 *
 * <p>Prints for each: evaluations a fit, microseconds of processor time a fit and a call of the
 * function alone, and the loss relative to the lowest.
 */
public final class SimplexSpeed {

  private static final int SERIES = 200;
  private static final int LENGTH = 730;
  private static final int ROUNDS = 5;
  private static final double WIDE = 0.2;
  private static final double NEAR = 0.05;

  /** Change of a corner's value, relative to it, at which a search ends. */
  private static final double TOLERANCE = 3e-5;

  private static final double FINE = 1e-6;

  private SimplexSpeed() {}

  /** One way to search; the best point found. */
  @FunctionalInterface
  private interface Search {
    double[] minimise(ToDoubleFunction<double[]> function, double[] start, double edge);
  }

  /** What a way to search did. */
  private static final class Tally {
    private final String name;
    private final double[] losses = new double[2 * SERIES];
    private long calls;
    private long nanos;
    private long functionNanos;

    Tally(String name) {
      this.name = name;
    }
  }

  /** Runs all members; no arguments. */
  public static void main(String[] args) {
    double[][] series = new double[SERIES][];
    SeriesSimulation.Kind[] kinds = SeriesSimulation.Kind.values();
    for (int s = 0; s < SERIES; s++) {
      series[s] = SeriesSimulation.of(kinds[s % kinds.length], LENGTH, s).values();
    }
    for (SmoothingLoss loss : SmoothingLoss.ALL) {
      List<Tally> tallies = List.of();
      for (int round = 0; round < ROUNDS; round++) {
        // Only the last round counts: the others warm up.
        tallies = List.of(new Tally("own"), new Tally("Hipparchus"), new Tally("same, 1e-6"));
        run(series, loss, tallies.get(0), 0);
        run(series, loss, tallies.get(1), TOLERANCE);
        run(series, loss, tallies.get(2), FINE);
      }
      print(loss, tallies);
    }
  }

  /** Fits all series, with the own search where {@code tolerance} is 0. */
  private static void run(double[][] series, SmoothingLoss loss, Tally tally, double tolerance) {
    int at = 0;
    for (double[] values : series) {
      NelderMead ours = new NelderMead(loss.start(), loss.low(), loss.high(), loss.evaluations());
      Search search =
          tolerance == 0
              ? (function, start, edge) -> ours.minimise(function)
              : hipparchus(loss, tolerance);
      double[] start = loss.start();
      for (int end : new int[] {LENGTH / 2, LENGTH}) {
        ToDoubleFunction<double[]> function = loss.of(values, end);
        ToDoubleFunction<double[]> counted =
            point -> {
              tally.calls++;
              return function.applyAsDouble(point);
            };
        long before = cpu();
        start = search.minimise(counted, start, at % 2 == 0 ? WIDE : NEAR);
        tally.nanos += cpu() - before;
        tally.losses[at++] = function.applyAsDouble(start);
      }
      // What the function alone costs, at the point found.
      ToDoubleFunction<double[]> function = loss.of(values, LENGTH);
      long before = cpu();
      double sum = 0;
      for (int call = 0; call < 20; call++) {
        sum += function.applyAsDouble(start);
      }
      tally.functionNanos += sum < 0 ? 0 : (cpu() - before) / 20;
    }
  }

  private static Search hipparchus(SmoothingLoss loss, double tolerance) {
    return (function, start, edge) -> {
      int size = start.length;
      double[] steps = new double[size];
      for (int d = 0; d < size; d++) {
        double step = edge * (loss.high()[d] - loss.low()[d]);
        steps[d] = start[d] + step > loss.high()[d] ? -step : step;
      }
      int[] calls = new int[1];
      MultivariateFunction inBox =
          point -> {
            calls[0]++;
            return function.applyAsDouble(clip(point, loss));
          };
      SimplexOptimizer optimizer =
          new SimplexOptimizer(
              (iteration, before, now) ->
                  calls[0] >= loss.evaluations() || close(before, now, tolerance));
      PointValuePair best =
          optimizer.optimize(
              new MaxEval(10 * loss.evaluations()),
              new ObjectiveFunction(inBox),
              GoalType.MINIMIZE,
              new InitialGuess(start),
              new NelderMeadSimplex(steps));
      return clip(best.getPoint(), loss);
    };
  }

  private static boolean close(PointValuePair before, PointValuePair now, double tolerance) {
    double change = Math.abs(before.getValue() - now.getValue());
    return change <= tolerance * Math.abs(now.getValue());
  }

  private static double[] clip(double[] point, SmoothingLoss loss) {
    double[] clipped = new double[point.length];
    Arrays.setAll(clipped, d -> Math.clamp(point[d], loss.low()[d], loss.high()[d]));
    return clipped;
  }

  private static void print(SmoothingLoss loss, List<Tally> tallies) {
    System.out.printf(
        Locale.ROOT,
        "%s, %d values, %d fits%n  %-12s %12s %12s %14s %22s%n",
        loss.name(),
        LENGTH,
        2 * SERIES,
        "",
        "evaluations",
        "us a fit",
        "us a function",
        "mean loss over lowest");
    tallies.forEach(tally -> row(tally, tallies));
  }

  private static void row(Tally tally, List<Tally> tallies) {
    double excess = 0;
    double worst = 0;
    for (int at = 0; at < tally.losses.length; at++) {
      int fit = at;
      double least = tallies.stream().mapToDouble(one -> one.losses[fit]).min().orElseThrow();
      double over = least > 0 ? tally.losses[at] / least - 1 : 0;
      excess += over / tally.losses.length;
      worst = Math.max(worst, over);
    }
    System.out.printf(
        Locale.ROOT,
        "  %-12s %12.1f %12.1f %14.2f %12.3f%% at most %.1f%%%n",
        tally.name,
        tally.calls / (double) tally.losses.length,
        tally.nanos / 1e3 / tally.losses.length,
        tally.functionNanos / 1e3 / SERIES,
        100 * excess,
        100 * worst);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
