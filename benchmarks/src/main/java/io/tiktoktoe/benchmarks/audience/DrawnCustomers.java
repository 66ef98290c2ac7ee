package io.tiktoktoe.benchmarks.audience;

import io.tiktoktoe.audience.lifetime.PurchaseLog;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.simple.RandomSource;

/** Draws logs of customers from known models, by day. */
final class DrawnCustomers {

  /** Which model customers live by. */
  enum Law {
    /** Death at any time. */
    PARETO_NBD,
    /** Death after a repeat purchase. */
    BG_NBD,
    /** Two ticks to a purchase, death after any purchase. */
    MBG_CNBD_2,
    /** A weekly errand of most, with a pause of some weeks now and then. */
    ERRANDS
  }

  private static final double WEEK = 7;

  private final UniformRandomProvider random;
  private final Law law;
  private int[] customer = new int[1 << 16];
  private int[] day = new int[1 << 16];
  private double[] amount = new double[1 << 16];
  private int rows;

  DrawnCustomers(Law law, long seed) {
    this.law = law;
    this.random = RandomSource.XO_SHI_RO_256_PP.create(seed);
  }

  /** Customers who begin evenly over the first {@code spread} days, seen until {@code last}. */
  PurchaseLog log(int customers, int spread, int last) {
    for (int i = 0; i < customers; i++) {
      int first = (int) (random.nextDouble() * spread);
      double rate = gamma(4, 40);
      add(i, first, gamma(5, rate));
      live(i, first, last, rate);
    }
    return PurchaseLog.of(
        customers,
        Arrays.copyOf(customer, rows),
        Arrays.copyOf(day, rows),
        Arrays.copyOf(amount, rows));
  }

  private void live(int one, int first, int last, double spend) {
    double rate =
        switch (law) {
          case PARETO_NBD -> gamma(.6, 9);
          case BG_NBD -> gamma(.5, 6);
          case MBG_CNBD_2 -> gamma(1.5, 6);
          case ERRANDS -> 1;
        };
    double end = law == Law.PARETO_NBD ? WEEK * exponential(gamma(.6, 12)) : last;
    double leaves = law == Law.PARETO_NBD ? 0 : beta(.6, law == Law.ERRANDS ? 20 : 2.5);
    double time = 0;
    boolean here = law != Law.MBG_CNBD_2 || random.nextDouble() >= leaves;
    while (here) {
      time += WEEK * gap(rate);
      if (first + time > last || time > end) {
        return;
      }
      add(one, first + (int) time, gamma(5, spend));
      here = random.nextDouble() >= leaves;
    }
  }

  private double gap(double rate) {
    return switch (law) {
      case PARETO_NBD, BG_NBD -> exponential(rate);
      case MBG_CNBD_2 -> exponential(rate) + exponential(rate);
      case ERRANDS -> random.nextDouble() < .8 ? gamma(60, 60) : 1 + exponential(.3);
    };
  }

  private void add(int one, int on, double paid) {
    if (rows == customer.length) {
      int larger = rows + (rows >> 1);
      customer = Arrays.copyOf(customer, larger);
      day = Arrays.copyOf(day, larger);
      amount = Arrays.copyOf(amount, larger);
    }
    customer[rows] = one;
    day[rows] = on;
    amount[rows++] = paid;
  }

  private double gamma(double shape, double rate) {
    return AhrensDieterMarsagliaTsangGammaSampler.of(random, shape, 1 / rate).sample();
  }

  private double exponential(double rate) {
    return -Math.log1p(-random.nextDouble()) / rate;
  }

  private double beta(double a, double b) {
    double one = gamma(a, 1);
    return one / (one + gamma(b, 1));
  }
}
