package io.tiktoktoe.benchmarks.stats;

import io.tiktoktoe.stats.allocate.Allocation;
import io.tiktoktoe.stats.allocate.AllocationOptions;
import io.tiktoktoe.stats.allocate.AllocationOutcome;
import io.tiktoktoe.stats.allocate.AllocationProblem;
import io.tiktoktoe.stats.allocate.Allocator;
import io.tiktoktoe.stats.allocate.Limit;
import io.tiktoktoe.stats.allocate.ParetoFront;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * Allocation of actions: 200 segments x 20 actions beside SciPy's mixed-integer solver, one budget
 * and caps of every action, decimal and whole numbers; then 10 actions x 20 budgets, every budget
 * tight, for 20,000, 200,000 and as many segments as the first argument says (default 1,000,000).
 *
 * <p>Prints gaps, broken limits, seconds of processor time and on the clock, and the most heap.
 */
public final class AllocationSpeed {

  private static final int SEGMENTS = 200;
  private static final int ACTIONS = 20;
  private static final int PROBLEMS = 5;

  private AllocationSpeed() {}

  /** Runs; arguments: most segments. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int most = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    for (boolean whole : new boolean[] {false, true}) {
      for (int seed = 1; seed <= PROBLEMS; seed++) {
        besidePeer(seed, whole);
      }
    }
    for (int segments : new int[] {20_000, 200_000, most}) {
      if (segments <= most) {
        large(segments);
      }
    }
  }

  private static void besidePeer(int seed, boolean whole) throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(seed);
    int options = SEGMENTS * ACTIONS;
    double[] cost = drawn(random, options, whole);
    List<double[]> goals =
        List.of(
            drawn(random, options, whole),
            drawn(random, options, whole),
            drawn(random, options, whole));
    int[] actions = new int[options];
    List<double[]> uses = new ArrayList<>(List.of(cost));
    double[] bounds = new double[1 + ACTIONS];
    bounds[0] = 2.0 * SEGMENTS;
    AllocationProblem problem =
        AllocationProblem.of(firsts(SEGMENTS, ACTIONS), goals)
            .with(Limit.atMost("budget", cost, bounds[0]));
    for (int option = 0; option < options; option++) {
      actions[option] = option % ACTIONS;
    }
    for (int action = 0; action < ACTIONS; action++) {
      bounds[1 + action] = 6;
      problem = problem.with(Limit.atMostMarked("cap " + action, actions, action, 6));
      double[] marks = new double[options];
      for (int option = action; option < options; option += ACTIONS) {
        marks[option] = 1;
      }
      uses.add(marks);
    }
    long start = System.nanoTime();
    Allocation found = allocated(problem);
    double seconds = (System.nanoTime() - start) / 1e9;
    start = System.nanoTime();
    OptionalDouble peer = PeerSolver.optimum(ACTIONS, goals.getFirst(), uses, bounds);
    double peerSeconds = (System.nanoTime() - start) / 1e9;
    start = System.nanoTime();
    ParetoFront front = Allocator.front(problem, AllocationOptions.defaults(), Progress.SILENT);
    print(
        "200 x 20, %s %d: %.6f proved %s in %.2f s; SciPy %s; front of %d, %d proved,"
            + " largest gap %.4f%%, in %.1f s",
        whole ? "whole" : "decimal",
        seed,
        found.total(0),
        found.exact(),
        seconds,
        told(peer, found.total(0), peerSeconds),
        front.points().size(),
        front.points().stream().filter(Allocation::exact).count(),
        100 * front.points().stream().mapToDouble(one -> one.gap(0)).max().orElse(0),
        (System.nanoTime() - start) / 1e9);
  }

  private static String told(OptionalDouble peer, double total, double seconds) {
    return peer.isEmpty()
        ? "is not here"
        : String.format(
            Locale.ROOT,
            "%.6f (ours %+.1e of it) in %.2f s",
            peer.getAsDouble(),
            total / peer.getAsDouble() - 1,
            seconds);
  }

  private static double[] drawn(SplittableRandom random, int count, boolean whole) {
    double[] values = new double[count];
    for (int at = 0; at < count; at++) {
      values[at] = whole ? 1 + random.nextInt(20) : random.nextDouble(1, 20);
    }
    return values;
  }

  private static int[] firsts(int segments, int actions) {
    int[] first = new int[segments + 1];
    for (int segment = 0; segment <= segments; segment++) {
      first[segment] = segment * actions;
    }
    return first;
  }

  private static Allocation allocated(AllocationProblem problem) {
    return switch (Allocator.lexicographic(
        problem, AllocationOptions.defaults(), Progress.SILENT)) {
      case Allocation found -> found;
      case AllocationOutcome.Infeasible none ->
          throw new IllegalStateException("no choice: " + none);
    };
  }

  /** Each budget is what the best choice at drawn prices uses, which is then optimal. */
  private static void large(int segments) {
    int actions = 10;
    int budgets = 20;
    int options = segments * actions;
    SplittableRandom random = new SplittableRandom(segments);
    double[] value = random.doubles(options, 0, 10).toArray();
    double[] worth = value.clone();
    List<double[]> uses = new ArrayList<>();
    for (int k = 0; k < budgets; k++) {
      double[] use = random.doubles(options, 1, 10).toArray();
      double price = random.nextDouble(0.15);
      for (int option = 0; option < options; option++) {
        worth[option] -= price * use[option];
      }
      uses.add(use);
    }
    double[] bounds = new double[budgets];
    double planted = plant(segments, actions, value, worth, uses, bounds);
    AllocationProblem problem = AllocationProblem.of(firsts(segments, actions), List.of(value));
    for (int k = 0; k < budgets; k++) {
      problem = problem.with(Limit.atMost("budget " + k, uses.get(k), bounds[k]));
    }
    long cpu = cpu();
    long start = System.nanoTime();
    Allocation found = allocated(problem);
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpuSeconds = (cpu() - cpu) / 1e9;
    int broken = 0;
    for (int k = 0; k < budgets; k++) {
      broken += found.use(k) > bounds[k] * (1 + 1e-12) ? 1 : 0;
    }
    print(
        "%,d x 10 x 20: gap %.5f%%, %.5f%% below the planted optimum, %d of 20 broken, %.1f CPU-s,"
            + " %.1f s, most heap %,d MB",
        segments,
        100 * found.gap(0),
        100 * (1 - found.total(0) / planted),
        broken,
        cpuSeconds,
        seconds,
        mostHeap() >> 20);
  }

  private static double plant(
      int segments,
      int actions,
      double[] value,
      double[] worth,
      List<double[]> uses,
      double[] bounds) {
    double total = 0;
    for (int segment = 0; segment < segments; segment++) {
      int best = -1;
      for (int at = segment * actions; at < (segment + 1) * actions; at++) {
        best = worth[at] > (best < 0 ? 0 : worth[best]) ? at : best;
      }
      if (best >= 0) {
        total += value[best];
        for (int k = 0; k < bounds.length; k++) {
          bounds[k] += uses.get(k)[best];
        }
      }
    }
    return total;
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static long mostHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(MemoryUsage::getUsed)
        .sum();
  }

  private static void print(String form, Object... values) {
    System.out.println(String.format(Locale.ROOT, form, values));
  }
}
