package io.tiktoktoe.stats.allocate;

import io.tiktoktoe.work.Parallel;
import io.tiktoktoe.work.Progress;
import java.util.Arrays;
import java.util.List;

/**
 * The Lagrangian dual of an allocation (Geoffrion 1974): what all segments would gain if each took
 * what is best for it at given prices of the limits, plus the worth of the limits. For every price
 * it is an upper bound on what any allowed choice is worth. At a temperature above 0 the best of a
 * segment is replaced by its soft maximum (Nesterov 2005), so that the function is smooth.
 */
final class DualFunction {

  /** Segments are worked on in so many pieces at most, whatever the number of threads. */
  private static final int MOST_CHUNKS = 64;

  private static final int LEAST_CHUNK = 256;

  /** Options of one block, small enough for the cache of a core. */
  private static final int BLOCK = 2048;

  /** Shares of a soft maximum below this one do not move the slope. */
  private static final double TINY_SHARE = 1e-7;

  private final AllocationProblem problem;
  private final double[] value;
  private final int stride;
  private final int count;
  private final int threads;
  private final Progress progress;

  /** Of every {@code stride}-th segment; 1 for all. */
  DualFunction(
      AllocationProblem problem, double[] value, int stride, int threads, Progress progress) {
    this.problem = problem;
    this.value = value;
    this.stride = stride;
    this.count = (problem.segments() + stride - 1) / stride;
    this.threads = threads;
    this.progress = progress;
  }

  /** How many segments it is of. */
  int count() {
    return count;
  }

  /**
   * The function at one place.
   *
   * @param value what it is there
   * @param slope its gradient by the prices
   * @param curvature its Hessian, row by row; all 0 at temperature 0
   */
  record Place(double value, double[] slope, double[] curvature) {}

  /** The function at these prices, each at least 0. */
  Place at(double[] prices, double temperature) {
    int chunks = Math.clamp(count / LEAST_CHUNK, 1, MOST_CHUNKS);
    List<Sums> parts =
        Parallel.map(
            "pricing",
            chunks,
            threads,
            progress,
            chunk -> {
              int from = (int) ((long) count * chunk / chunks);
              int to = (int) ((long) count * (chunk + 1) / chunks);
              Sums sums = new Sums(prices, temperature);
              sums.addAll(from, to);
              return sums;
            });
    Sums all = parts.getFirst();
    parts.stream().skip(1).forEach(all::add);
    return all.place();
  }

  /** What a part of the segments adds. */
  private final class Sums {
    private final List<Limit> limits = problem.limits();
    private final int size = limits.size();
    private final double[] prices;
    private final double temperature;
    private final double[] worth = new double[BLOCK];
    private final double[] shares = new double[BLOCK];
    private final double[] uses = new double[size];
    private final double[] mean = new double[size];
    private final double[] slope = new double[size];
    private final double[] curvature = new double[size * size];
    private double total;

    Sums(double[] prices, double temperature) {
      this.prices = prices;
      this.temperature = temperature;
    }

    private void add(Sums other) {
      total += other.total;
      for (int k = 0; k < slope.length; k++) {
        slope[k] += other.slope[k];
      }
      for (int k = 0; k < curvature.length; k++) {
        curvature[k] += other.curvature[k];
      }
    }

    private Place place() {
      double share = count == 0 ? 1 : (double) count / problem.segments();
      for (int k = 0; k < size; k++) {
        double bound = limits.get(k).sign() * limits.get(k).bound() * share;
        total += prices[k] * bound;
        slope[k] += bound;
      }
      return new Place(total, slope, curvature);
    }

    private void addAll(int from, int to) {
      int at = from;
      while (at < to) {
        int begin = at;
        int first = problem.first(at * stride);
        at++;
        while (stride == 1 && at < to && problem.first(at + 1) - first <= BLOCK) {
          at++;
        }
        addBlock(begin, at, first);
      }
    }

    private void addBlock(int from, int to, int first) {
      int last = problem.first((to - 1) * stride + 1);
      double[] block = last - first <= BLOCK ? worth : new double[last - first];
      double[] part = last - first <= BLOCK ? shares : new double[last - first];
      System.arraycopy(value, first, block, 0, last - first);
      for (int k = 0; k < size; k++) {
        if (prices[k] > 0) {
          limits.get(k).charge(limits.get(k).sign() * prices[k], block, 0, first, last);
        }
      }
      for (int at = from; at < to; at++) {
        int begin = problem.first(at * stride);
        int end = problem.first(at * stride + 1);
        if (temperature > 0) {
          addSoft(block, part, begin, end, first);
        } else {
          addBest(block, begin, end, first);
        }
      }
    }

    private void addBest(double[] block, int begin, int end, int first) {
      int best = Allocation.NOTHING;
      double most = 0;
      for (int option = begin; option < end; option++) {
        if (block[option - first] > most) {
          most = block[option - first];
          best = option;
        }
      }
      if (best != Allocation.NOTHING) {
        total += most;
        for (int k = 0; k < size; k++) {
          slope[k] -= limits.get(k).sign() * limits.get(k).use(best);
        }
      }
    }

    private void addSoft(double[] block, double[] part, int begin, int end, int first) {
      double most = 0;
      for (int at = begin - first; at < end - first; at++) {
        most = Math.max(most, block[at]);
      }
      double sum = Math.exp(-most / temperature);
      double largest = sum;
      for (int at = begin - first; at < end - first; at++) {
        double power = (block[at] - most) / temperature;
        part[at] = power < -20 ? 0 : Math.exp(power);
        largest = Math.max(largest, part[at]);
        sum += part[at];
      }
      total += most + temperature * Math.log(sum);
      boolean undecided = largest < sum * (1 - TINY_SHARE);
      Arrays.fill(mean, 0);
      for (int option = begin; option < end; option++) {
        double share = part[option - first] / sum;
        if (share > TINY_SHARE) {
          addShare(option, share, undecided);
        }
      }
      spread(undecided);
    }

    private void addShare(int option, double share, boolean undecided) {
      for (int k = 0; k < size; k++) {
        uses[k] = limits.get(k).sign() * limits.get(k).use(option);
        mean[k] += share * uses[k];
      }
      if (undecided) {
        addProducts(share / temperature, uses);
      }
    }

    private void spread(boolean undecided) {
      for (int k = 0; k < size; k++) {
        slope[k] -= mean[k];
      }
      if (undecided) {
        addProducts(-1 / temperature, mean);
      }
    }

    private void addProducts(double factor, double[] vector) {
      for (int k = 0; k < size; k++) {
        double left = factor * vector[k];
        if (left != 0) {
          for (int l = 0; l <= k; l++) {
            curvature[k * size + l] += left * vector[l];
          }
        }
      }
    }
  }
}
