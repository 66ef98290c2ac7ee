package io.tiktoktoe.stats;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * Resampling: how sure an estimate is, told by computing it again on parts or redraws of the same
 * data. Bootstrap (Efron 1979), moving-blocks bootstrap (Künsch 1989) for series whose neighbours
 * hang together, and delete-one jackknife (Quenouille 1956, Tukey 1958).
 */
public final class Resampling {

  private static final int WEEK = 7;

  /** Fewer whole weeks than these tell less of chance than single days do. */
  private static final int LEAST_WEEKS = 4;

  private Resampling() {}

  /**
   * Values of a statistic over redraws of {@code size} places with replacement, ascending.
   *
   * @param resamples how many
   * @param statistic of the drawn places, which it must neither keep nor change
   */
  public static double[] bootstrap(
      int size, int resamples, RandomGenerator random, ToDoubleFunction<int[]> statistic) {
    return movingBlocks(size, 1, resamples, random, statistic);
  }

  /**
   * Values of a statistic over redraws of blocks of neighbours, ascending: blocks start anywhere
   * and the last one is cut, so that each redraw has {@code size} places.
   *
   * @param block how many neighbours stay together, from 1 to {@code size}: longer than they hang
   *     together, much shorter than the series; the cube root of {@code size} is a start
   */
  public static double[] movingBlocks(
      int size,
      int block,
      int resamples,
      RandomGenerator random,
      ToDoubleFunction<int[]> statistic) {
    if (block < 1 || block > size || resamples < 1) {
      throw new IllegalArgumentException(
          "block (%d) must be from 1 to size (%d), resamples (%d) at least 1."
              .formatted(block, size, resamples));
    }
    int[] places = new int[size];
    double[] values = new double[resamples];
    for (int resample = 0; resample < resamples; resample++) {
      int start = 0;
      for (int at = 0; at < size; at++) {
        if (at % block == 0) {
          start = random.nextInt(size - block + 1);
        }
        places[at] = start + at % block;
      }
      values[resample] = statistic.applyAsDouble(places);
    }
    Arrays.sort(values);
    return values;
  }

  /** The percentile interval of resampled values (Efron 1981). */
  public static Interval percentile(double[] ascending, double confidence) {
    return Interval.equalTailed(p -> Quantiles.ofSorted(ascending, p), confidence);
  }

  /**
   * The delete-one jackknife: variance (n - 1) / n times the sum of squared distances of the
   * estimates, each without one part, from their mean. For smooth statistics such as ratios; not
   * for a median.
   *
   * @param parts how many, at least 2; taken for independent
   * @param estimate from all parts
   * @param without the estimate without one part
   */
  public static Jackknife jackknife(int parts, double estimate, IntToDoubleFunction without) {
    if (parts < 2) {
      throw new IllegalArgumentException(
          "parts (" + parts + ") must be at least 2: one tells nothing of chance.");
    }
    double[] estimates = new double[parts];
    double mean = 0;
    for (int part = 0; part < parts; part++) {
      estimates[part] = without.applyAsDouble(part);
      mean += estimates[part] / parts;
    }
    double squares = 0;
    for (double one : estimates) {
      squares += (one - mean) * (one - mean);
    }
    double error = Math.sqrt(squares * (parts - 1) / parts);
    return new Jackknife(estimate, parts * estimate - (parts - 1) * mean, error, parts - 1);
  }

  /**
   * What the jackknife says.
   *
   * @param estimate as it was
   * @param corrected without the bias that falls with one over the number of parts
   * @param error standard error
   * @param freedom degrees of freedom of the error
   */
  public record Jackknife(double estimate, double corrected, double error, int freedom) {

    /** Student's interval around the estimate as it was. */
    public Interval interval(double confidence) {
      return Interval.student(estimate, error, freedom, confidence);
    }
  }

  /**
   * The days from inclusive to exclusive as blocks that may be taken for independent: whole weeks
   * up to the newest day where there are four, else single days.
   */
  public static Blocks weeks(int from, int to) {
    int days = Math.max(0, to - from);
    int length = days >= WEEK * LEAST_WEEKS ? WEEK : 1;
    int count = days / length;
    return new Blocks(from + days - count * length, length, count);
  }

  /**
   * Equal blocks in a row.
   *
   * @param start first day of the first block; up to six days before it are left over
   * @param length days of each
   * @param count how many
   */
  public record Blocks(int start, int length, int count) {

    /** Which block a day belongs to; days left over before the first belong to it. */
    public int of(int day) {
      return Math.max(0, day - start) / length;
    }

    /** First day of a block. */
    public int first(int block) {
      return start + block * length;
    }

    /** The sum of each block; days from {@code from} on that are left over go with the first. */
    public double[] sums(long[] daily, int from) {
      double[] sums = new double[count];
      for (int day = from; day < first(count); day++) {
        sums[of(day)] += daily[day];
      }
      return sums;
    }
  }
}
