package io.tiktoktoe.forecast.network;

import java.util.random.RandomGenerator;

/** The families that look like what creators earn and count; never below zero. */
final class SyntheticIncome {

  private final RandomGenerator random;
  private final SyntheticParts parts;
  private final int n;

  SyntheticIncome(RandomGenerator random, SyntheticParts parts, int n) {
    this.random = random;
    this.parts = parts;
    this.n = n;
  }

  /** Sums of log-normal tips that come by a seasonal, bursty Poisson process, often none at all. */
  double[] tips() {
    double[] rate = rate(parts.around(.02, 20));
    double tipSpread = parts.between(.2, 1.3);
    double burst = parts.chance(.5) ? parts.around(.002, .03) : 0;
    double burstSize = parts.around(2, 20);
    double decay = parts.between(.3, .9);
    boolean sessions = parts.chance(.4);
    double online = parts.between(.3, .95);
    double[] x = new double[n];
    double excited = 0;
    for (int t = 0; t < n; t++) {
      excited = decay * excited + (parts.chance(burst) ? burstSize : 0);
      boolean present = !sessions || parts.chance(online);
      int count = present ? poisson(rate[t] * (1 + excited)) : 0;
      x[t] = sumOfTips(count, tipSpread);
    }
    return x;
  }

  /** Overdispersed counts around a seasonal mean. */
  double[] counts() {
    double[] rate = rate(parts.around(.1, 300));
    double spread = parts.chance(.4) ? 0 : parts.between(.05, .8);
    double[] x = new double[n];
    for (int t = 0; t < n; t++) {
      double factor = spread == 0 ? 1 : Math.exp(spread * random.nextGaussian());
      x[t] = poisson(rate[t] * factor);
    }
    return x;
  }

  /** A base with bursts that decay exponentially or by a power of their age. */
  double[] viral() {
    double[] base = rate(1);
    double chance = parts.around(1.0 / n, .04);
    double burstSpread = parts.between(.4, 1.5);
    double burstSize = parts.around(.5, 15);
    boolean power = parts.chance(.5);
    double speed = parts.around(.5, 20);
    double lasting = parts.chance(.3) ? parts.between(.01, .2) : 0;
    double noise = parts.around(.02, .4);
    double[] bursts = new double[n];
    for (int t = 0; t < n; t++) {
      if (parts.chance(chance)) {
        double size = burstSize * Math.exp(burstSpread * random.nextGaussian());
        int reach = Math.min(n, t + (int) (power ? 200 : 8 * speed) + 1);
        for (int later = t; later < reach; later++) {
          double age = (later - t) / speed;
          bursts[later] += size * (power ? Math.pow(1 + age, -1.5) : Math.exp(-age));
        }
        for (int later = t; lasting > 0 && later < n; later++) {
          bursts[later] += size * lasting;
        }
      }
    }
    double[] x = new double[n];
    for (int t = 0; t < n; t++) {
      x[t] = (base[t] + bursts[t]) * Math.exp(noise * random.nextGaussian());
    }
    return x;
  }

  /** Subscriptions: joiners by a rate and by waves, leavers in proportion, billing on some days. */
  double[] subscriptions() {
    double[] joining = rate(1);
    double leaving = parts.around(.001, .05);
    double wave = parts.chance(.6) ? parts.around(.003, .03) : 0;
    double waveSize = parts.around(2, 60);
    double churn = parts.chance(.4) ? parts.around(.001, .01) : 0;
    double size = parts.around(.3, 30);
    double members = parts.between(.1, 1.2) * size / leaving;
    boolean flows = parts.chance(.35);
    double[] x = new double[n];
    for (int t = 0; t < n; t++) {
      double joiners = poisson(size * joining[t]) + (parts.chance(wave) ? waveSize * size : 0);
      double leavers = poisson(members * leaving);
      if (parts.chance(churn)) {
        leavers += members * parts.between(.05, .4);
      }
      members = Math.max(0, members + joiners - leavers);
      x[t] = flows ? joiners : Math.rint(members);
    }
    return x;
  }

  /** A value that stays for long and then steps to another. */
  double[] quiet() {
    double change = parts.chance(.5) ? 0 : parts.around(.0005, .02);
    double size = parts.around(.05, 1);
    double level = parts.chance(.2) ? 0 : parts.around(1, 100);
    double[] x = new double[n];
    for (int t = 0; t < n; t++) {
      level = parts.chance(change) ? level * Math.exp(size * random.nextGaussian()) : level;
      x[t] = level;
    }
    return x;
  }

  /** A positive rate with trend and seasons and a mean near {@code mean}. */
  private double[] rate(double mean) {
    double[] season = parts.seasons();
    double[] trend = parts.chance(.5) ? parts.trend() : new double[n];
    double seasonSize = parts.chance(.25) ? 0 : parts.between(.1, .9);
    double trendSize = parts.around(.1, 1.5);
    double[] x = new double[n];
    for (int t = 0; t < n; t++) {
      double log = seasonSize * season[t] + trendSize * trend[t];
      x[t] = mean * Math.exp(Math.clamp(log, -5, 4));
    }
    return x;
  }

  private double sumOfTips(int count, double spread) {
    if (count > 30) {
      // Enough tips for the central limit: mean and variance of the log-normal sum.
      double mean = Math.exp(spread * spread / 2);
      double deviation = mean * Math.sqrt(Math.expm1(spread * spread) * count);
      return Math.max(0, count * mean + deviation * random.nextGaussian());
    }
    double sum = 0;
    for (int tip = 0; tip < count; tip++) {
      sum += Math.exp(spread * random.nextGaussian());
    }
    return sum;
  }

  private int poisson(double mean) {
    if (mean > 30) {
      return (int) Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    double limit = Math.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }
}
