package io.tiktoktoe.privacy;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.transform.DftNormalization;
import org.hipparchus.transform.FastFourierTransformer;
import org.hipparchus.transform.TransformType;

/**
 * Composition of privacy loss distributions: losses of independent releases add up, so their
 * distributions are convolved, by fast Fourier transform under an exponential change of measure
 * that moves the tail of interest into the middle. Sources: Koskela, Jälkö and Honkela, AISTATS
 * 2020; tilting as in Esscher 1932. O(N log N) in the size of the grid, whatever the counts.
 */
final class LossComposition {

  /** Logarithm of the tilted mass outside of a window: far below every rounding. */
  private static final double OUTSIDE = 42;

  /** The grid is at least and at most 2 to these powers. */
  private static final int LEAST_POWER = 16;

  private static final int MOST_POWER = 21;

  /**
   * A sum of n losses gains about 20 n / N squared of its variance by the grid: with N at least
   * this times the root of n, 3e-7.
   */
  private static final double POINTS_PER_ROOT = 1 << 13;

  /** Covers what lies outside of the windows, and rounding: the answer is never below the truth. */
  private static final double MARGIN = 1e-9;

  /** Tilts that are tried are powers of the root of two. */
  private static final int LEAST_STEP = -24;

  private static final int MOST_STEP = 60;

  /** One kind of release and how often. */
  record Part(SampledPair pair, long count) {}

  private final List<Part> parts;
  private final double tilt;
  private final double low;
  private final double high;

  /**
   * Prepares a composition.
   *
   * @param delta chance of a loss above the epsilon that will be asked for
   */
  LossComposition(List<Part> parts, double delta) {
    this.parts = parts;
    this.tilt = tilt(Math.log(delta));
    double most = 0;
    double least = 0;
    for (Part part : parts) {
      most += part.count() * part.pair().highest();
      least += part.count() * part.pair().lowest();
    }
    this.low = Math.max(least, lower(this::logMoment));
    this.high = Math.min(most, upper(this::logMoment));
  }

  /** Where Rényi's bound of epsilon is best; then the tilted mean lies where epsilon does. */
  private double tilt(double logDelta) {
    double best = Double.POSITIVE_INFINITY;
    double tilt = 1;
    for (int step = LEAST_STEP; step < MOST_STEP; step++) {
      double order = Math.pow(2, step / 2.0);
      double bound =
          (logMoment(order) - logDelta - Math.log1p(order)) / order - Math.log1p(1 / order);
      if (!(bound < best)) {
        break;
      }
      best = bound;
      tilt = order;
    }
    return tilt;
  }

  private double logMoment(double s) {
    double sum = 0;
    for (Part part : parts) {
      sum += part.count() * part.pair().logMoment(s);
    }
    return sum;
  }

  /** Chernoff: under the tilt a larger loss has less than the mass outside. */
  private double upper(DoubleUnaryOperator logMoment) {
    double at = logMoment.applyAsDouble(tilt);
    return least(d -> (logMoment.applyAsDouble(tilt + d) - at + OUTSIDE) / d);
  }

  private double lower(DoubleUnaryOperator logMoment) {
    double at = logMoment.applyAsDouble(tilt);
    return -least(d -> (logMoment.applyAsDouble(tilt - d) - at + OUTSIDE) / d);
  }

  /** The least value over powers of two of a function that falls, then rises. */
  private static double least(DoubleUnaryOperator bound) {
    double best = Double.POSITIVE_INFINITY;
    for (int power = -20; power < 60; power++) {
      double value = bound.applyAsDouble(Math.scalb(1.0, power));
      if (value > best || Double.isNaN(value)) {
        break;
      }
      best = value;
    }
    return best;
  }

  /** The smallest epsilon for a delta above 0; never below the truth. */
  double epsilon(double delta) {
    if (high <= 0) {
      return 0;
    }
    int size = size();
    double width = (high - low) / (size - 2 * slack(size));
    double[][] product = {new double[size], new double[size]};
    java.util.Arrays.fill(product[0], 1);
    double logMass = 0;
    for (Part part : parts) {
      logMass += part.count() * multiply(product, part, width);
    }
    FastFourierTransformer.transformInPlace(
        product, DftNormalization.STANDARD, TransformType.INVERSE);
    return epsilon(product[0], logMass, width, delta * (1 - MARGIN));
  }

  private int size() {
    long count = parts.stream().mapToLong(Part::count).sum();
    double points = POINTS_PER_ROOT * Math.sqrt(count);
    int power = (int) Math.ceil(Math.log(points) / Math.log(2));
    return 1 << Math.clamp(power, LEAST_POWER, MOST_POWER);
  }

  /** Points beyond each end: every loss may be rounded by one, bounded ones all in one way. */
  private int slack(int size) {
    long count = parts.stream().mapToLong(Part::count).sum();
    return (int) Math.min(size / 8, count) + 2;
  }

  /** Multiplies a part's transform in, to the power of its count; tells its log mass. */
  private double multiply(double[][] product, Part part, double width) {
    SampledPair pair = part.pair();
    long first = (long) Math.floor(Math.max(pair.lowest(), lower(pair::logMoment)) / width);
    long last = (long) Math.ceil(Math.min(pair.highest(), upper(pair::logMoment)) / width);
    LossGrid grid =
        new LossGrid(width, first, Math.toIntExact(last - first + 2), tilt, pair.logMoment(tilt));
    pair.spread(grid);
    double logMass = grid.normalise();
    double[][] transform = {new double[product[0].length], new double[product[0].length]};
    grid.wrapInto(transform[0]);
    FastFourierTransformer.transformInPlace(
        transform, DftNormalization.STANDARD, TransformType.FORWARD);
    for (int i = 0; i < transform[0].length; i++) {
      double size = Math.hypot(transform[0][i], transform[1][i]);
      double power = Math.exp(part.count() * Math.log(size));
      double angle = part.count() * Math.atan2(transform[1][i], transform[0][i]);
      double real = power * Math.cos(angle);
      double imaginary = power * Math.sin(angle);
      double before = product[0][i];
      product[0][i] = before * real - product[1][i] * imaginary;
      product[1][i] = before * imaginary + product[1][i] * real;
    }
    return logMass;
  }

  /**
   * Walks down from the largest loss until the privacy curve reaches delta, then solves within the
   * cell. {@code curve} is delta at the current point, {@code weight} the mass above it.
   */
  private double epsilon(double[] ring, double logMass, double width, double delta) {
    long top = (long) Math.ceil(high / width) + slack(ring.length) - 1;
    double shrink = Math.exp(-width);
    double curve = 0;
    double weight = 0;
    double discounted = 0;
    for (long index = top; index > 0; index--) {
      double mass = mass(ring, index, logMass, width);
      weight += mass;
      discounted = mass + shrink * discounted;
      double below = curve + (1 - shrink) * discounted;
      if (below >= delta) {
        double step = Math.log1p((below - delta) / (weight - below));
        return Math.max(0, (index - 1) * width + Math.min(width, step)) * (1 + MARGIN);
      }
      curve = below;
    }
    return 0;
  }

  private double mass(double[] ring, long index, double logMass, double width) {
    double tilted = ring[(int) Math.floorMod(index, (long) ring.length)];
    return tilted <= 0 ? 0 : tilted * Math.exp(logMass - tilt * index * width);
  }
}
