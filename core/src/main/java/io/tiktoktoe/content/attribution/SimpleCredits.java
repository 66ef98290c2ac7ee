package io.tiktoktoe.content.attribution;

import io.tiktoktoe.content.insight.ContentPayments;

/**
 * Rule-based attribution, for comparison: the whole payment goes to the last touch, the first, all
 * in equal parts, or in parts that halve with every day before the payment.
 */
public final class SimpleCredits {

  private static final double DAY = 86_400;

  private final double[] last;
  private final double[] first;
  private final double[] linear;
  private final double[] timeDecay;
  private final double[] influenced;
  private final int[] seen;
  private int marker;

  SimpleCredits(int contents) {
    last = new double[contents];
    first = new double[contents];
    linear = new double[contents];
    timeDecay = new double[contents];
    influenced = new double[contents];
    seen = new int[contents];
  }

  /** Credits one payment to the contents of its path, oldest first. */
  void credit(Path path, double amount) {
    int n = path.size();
    if (n == 0) {
      return;
    }
    marker++;
    double weights = 0;
    for (int i = 0; i < n; i++) {
      weights += weight(path, i);
    }
    for (int i = 0; i < n; i++) {
      int content = path.content(i);
      linear[content] += amount / n;
      timeDecay[content] += amount * weight(path, i) / weights;
      if (seen[content] != marker) {
        seen[content] = marker;
        influenced[content] += amount;
      }
    }
    first[path.content(0)] += amount;
    last[path.content(n - 1)] += amount;
  }

  private static double weight(Path path, int touch) {
    return Math.pow(0.5, path.lagSeconds(touch) / DAY);
  }

  /** The touches before one payment. */
  interface Path {
    int size();

    int content(int touch);

    long lagSeconds(int touch);
  }

  /** The path of a payment within a window. */
  static Path path(ContentPayments payments, int row, Touches touches, OnAir onAir, long window) {
    int fan = payments.fan()[row];
    long at = payments.seconds()[row];
    int named = payments.content()[row];
    int from = fan < 0 ? 0 : touches.firstFrom(fan, at - window);
    int to = fan < 0 ? 0 : touches.firstFrom(fan, at + 1);
    boolean alone = fan < 0 || touches.first(fan) == touches.first(fan + 1);
    boolean shown = named >= 0 && (alone || onAir.at(named, at));
    return new Path() {
      @Override
      public int size() {
        return to - from + (shown ? 1 : 0);
      }

      @Override
      public int content(int touch) {
        return from + touch < to ? touches.content(from + touch) : named;
      }

      @Override
      public long lagSeconds(int touch) {
        return from + touch < to ? at - touches.seconds(from + touch) : 0;
      }
    };
  }

  /** By last touch. */
  public double[] last() {
    return last;
  }

  /** By first touch. */
  public double[] first() {
    return first;
  }

  /** In equal parts. */
  public double[] linear() {
    return linear;
  }

  /** In parts that halve with every day. */
  public double[] timeDecay() {
    return timeDecay;
  }

  /** Payments on whose path each content lies. */
  public double[] influenced() {
    return influenced;
  }
}
