package io.tiktoktoe.forecast.network;

import java.util.random.RandomGenerator;

/**
 * The building blocks of made-up series: trends, seasonal shapes, smooth random functions, noise;
 * and the three families put together from them. Cosines advance by rotation, so that a block costs
 * a few nanoseconds a step.
 */
final class SyntheticParts {

  private final RandomGenerator random;
  private final SyntheticClock clock;
  private final int n;

  SyntheticParts(RandomGenerator random, SyntheticClock clock, int n) {
    this.random = random;
    this.clock = clock;
    this.n = n;
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** Log-uniform: every factor is equally likely. */
  double around(double low, double high) {
    return low * Math.pow(high / low, random.nextDouble());
  }

  /** Trend, seasons and noise; added, or multiplied through the exponential. */
  double[] structure() {
    double[] season = seasons();
    double[] x = trend();
    double[] noise = noise();
    boolean multiply = chance(.45);
    double trendSize = chance(.35) ? 0 : around(.1, 3);
    double seasonSize = chance(.12) ? 0 : around(.1, 2);
    double noiseSize = around(.005, 1.2) * Math.max(.3, seasonSize);
    double wander = chance(.3) ? around(.05, 1) : 0;
    double[] wandering = wander > 0 ? meanReverting(around(5, n)) : noise;
    double shrink = multiply ? between(.15, .8) : 1;
    double base = chance(.15) ? 0 : around(1, 20) * (trendSize + seasonSize + noiseSize);
    for (int t = 0; t < n; t++) {
      double sum =
          trendSize * x[t] + seasonSize * season[t] + noiseSize * noise[t] + wander * wandering[t];
      x[t] = multiply ? Math.exp(Math.min(8, shrink * sum)) : base + sum;
    }
    return x;
  }

  /** One to three random functions, added or multiplied, plus noise. */
  double[] kernels() {
    double[] x = kernel();
    int more = random.nextInt(3);
    for (int i = 0; i < more; i++) {
      double[] other = kernel();
      boolean product = chance(.35);
      double size = around(.2, 2);
      for (int t = 0; t < n; t++) {
        x[t] = product ? x[t] * (1 + other[t]) : x[t] + size * other[t];
      }
    }
    double[] noise = noise();
    double noiseSize = around(.01, .7);
    boolean exponential = chance(.3);
    for (int t = 0; t < n; t++) {
      x[t] += noiseSize * noise[t];
      x[t] = exponential ? Math.exp(Math.min(8, .6 * x[t])) : x[t];
    }
    return x;
  }

  /** A level that walks, with drift or a damped trend, and a season that may walk too. */
  double[] walk() {
    double[] season = chance(.55) ? seasons() : new double[n];
    double step = around(.005, 1);
    double drift = chance(.4) ? step * between(-.3, .3) : 0;
    double trendStep = chance(.3) ? step * around(.01, .3) : 0;
    double damping = between(.9, 1);
    double noiseSize = chance(.4) ? 0 : around(.1, 10) * step;
    double seasonSize = around(.3, 30) * step;
    int tail = 3 + random.nextInt(20);
    boolean geometric = chance(.35);
    double[] x = new double[n];
    double level = chance(.5) ? 0 : between(-1, 1) * 100 * step;
    double trend = 0;
    for (int t = 0; t < n; t++) {
      trend = damping * trend + trendStep * random.nextGaussian();
      level += drift + trend + step * heavyTailed(tail);
      x[t] = level + seasonSize * season[t] + noiseSize * random.nextGaussian();
      x[t] = geometric ? Math.exp(Math.clamp(x[t] / 2, -8, 8)) : x[t];
    }
    return x;
  }

  private double[] kernel() {
    return switch (random.nextInt(5)) {
      case 0 -> smooth(around(4, n));
      case 1 -> meanReverting(around(3, n / 2.0 + 3));
      case 2 -> {
        double[] season = seasons();
        double[] amplitude = smooth(around(20, 2.0 * n));
        for (int t = 0; t < n; t++) {
          season[t] *= 1 + .5 * amplitude[t];
        }
        yield season;
      }
      case 3 -> seasons();
      default -> trend();
    };
  }

  /** A smooth Gaussian process by random Fourier features; {@code length} is its length scale. */
  double[] smooth(double length) {
    double[] x = new double[n];
    int waves = 8;
    for (int wave = 0; wave < waves; wave++) {
      addWave(x, 2 * Math.PI * length / Math.max(.05, Math.abs(random.nextGaussian())), .5);
    }
    return x;
  }

  /** Adds a cosine with random phase, {@code period} steps long. */
  private void addWave(double[] x, double period, double amplitude) {
    double phase = 2 * Math.PI * random.nextDouble();
    double turn = 2 * Math.PI / period;
    double cos = amplitude * Math.cos(phase);
    double sin = amplitude * Math.sin(phase);
    double turnCos = Math.cos(turn);
    double turnSin = Math.sin(turn);
    for (int t = 0; t < x.length; t++) {
      x[t] += cos;
      double next = cos * turnCos - sin * turnSin;
      sin = cos * turnSin + sin * turnCos;
      cos = next;
    }
  }

  private double[] meanReverting(double memory) {
    double keep = Math.exp(-1 / memory);
    double step = Math.sqrt(1 - keep * keep);
    double[] x = new double[n];
    double value = random.nextGaussian();
    for (int t = 0; t < n; t++) {
      value = keep * value + step * random.nextGaussian();
      x[t] = value;
    }
    return x;
  }

  /** A trend of about unit size over the whole series: line, bend, saturation, walk or smooth. */
  double[] trend() {
    double[] x = new double[n];
    switch (random.nextInt(5)) {
      case 0 -> {
        double slope = random.nextGaussian() / n;
        for (int t = 0; t < n; t++) {
          x[t] = slope * t;
        }
      }
      case 1 -> bentLine(x);
      case 2 -> {
        double middle = between(-.5, 1.2) * n;
        double speed = around(3, 30) / n;
        double sign = Math.signum(between(-1, 1));
        for (int t = 0; t < n; t++) {
          x[t] = sign / (1 + Math.exp(-speed * (t - middle)));
        }
      }
      case 3 -> {
        double value = 0;
        double step = 1 / Math.sqrt(n);
        for (int t = 0; t < n; t++) {
          value += step * random.nextGaussian();
          x[t] = value;
        }
      }
      default -> {
        return smooth(around(.1, 1) * n);
      }
    }
    return x;
  }

  private void bentLine(double[] x) {
    double slope = random.nextGaussian() / n;
    double bend = 4.0 / n;
    double value = 0;
    for (int t = 0; t < n; t++) {
      slope = chance(bend) ? 2 * random.nextGaussian() / n : slope;
      value += slope;
      x[t] = value;
    }
  }

  /** The seasons of the clock, of about unit size, with a slow change of shape in some. */
  double[] seasons() {
    double[] x = new double[n];
    if (clock.period() > 1) {
      addShortSeason(x);
    }
    if (clock.slowPeriod() > 0 && chance(.6)) {
      double size = clock.period() == 7 ? around(.1, 2) : around(.05, .7);
      int waves = 1 + random.nextInt(3);
      for (int wave = 1; wave <= waves; wave++) {
        addWave(x, clock.slowPeriod() / wave, size / wave);
      }
    }
    if (clock.monthly() > 0 && chance(.25)) {
      addPaydays(x, around(.2, 2));
    }
    return x;
  }

  private void addShortSeason(double[] x) {
    int period = clock.period();
    double[] first = profile(period);
    double[] last = chance(.25) ? profile(period) : first;
    boolean weekends = clock.longPeriod() == 7 * period && chance(.7);
    double[] weekend = weekends && chance(.5) ? profile(period) : first;
    double[] dayFactor = new double[7];
    double[] dayLevel = new double[7];
    for (int day = 0; day < 7; day++) {
      dayFactor[day] = weekends ? Math.exp(.25 * random.nextGaussian()) : 1;
      dayLevel[day] = weekends ? .3 * random.nextGaussian() : 0;
    }
    double mixing = chance(.5) ? 1 : between(.2, 1);
    int phase = random.nextInt(period);
    int day = random.nextInt(7);
    for (int t = 0; t < n; t++) {
      double late = t / (double) n;
      double shape = (1 - late) * first[phase] + late * last[phase];
      if (weekends && day >= 5) {
        shape = (1 - mixing) * shape + mixing * weekend[phase];
      }
      x[t] += dayFactor[day] * shape + dayLevel[day];
      if (++phase == period) {
        phase = 0;
        day = (day + 1) % 7;
      }
    }
  }

  /** One season's shape, mean 0 and of about unit size. */
  double[] profile(int period) {
    double[] x = new double[period];
    switch (random.nextInt(4)) {
      case 0 -> {
        int waves = Math.max(1, Math.min(period / 2, 1 + random.nextInt(6)));
        for (int wave = 1; wave <= waves; wave++) {
          addWave(x, period / (double) wave, random.nextGaussian() / Math.sqrt(wave));
        }
      }
      case 1 -> {
        for (int p = 0; p < period; p++) {
          x[p] = random.nextGaussian();
        }
      }
      case 2 -> {
        addWave(x, period, 2);
        double cut = between(-1, 1);
        for (int p = 0; p < period; p++) {
          x[p] = Math.max(cut, x[p]);
        }
      }
      default -> {
        int bumps = 1 + random.nextInt(Math.max(1, period / 4));
        for (int bump = 0; bump < bumps; bump++) {
          int at = random.nextInt(period);
          double size = 2 * Math.abs(random.nextGaussian());
          x[at] += size;
          x[(at + 1) % period] += size * random.nextDouble();
        }
      }
    }
    double mean = 0;
    for (double value : x) {
      mean += value / period;
    }
    for (int p = 0; p < period; p++) {
      x[p] -= mean;
    }
    return x;
  }

  private void addPaydays(double[] x, double size) {
    int width = 1 + random.nextInt(5);
    double at = random.nextDouble() * clock.monthly();
    for (; at < n; at += clock.monthly()) {
      for (int day = 0; day < width && (int) at + day < n; day++) {
        x[(int) at + day] += size * (width - day) / width;
      }
    }
  }

  /** Noise of unit size: white or coloured, light or heavy tailed, steady or in clusters. */
  double[] noise() {
    double[] x = new double[n];
    double keep = chance(.5) ? 0 : 1 - around(.01, 1);
    int tail = chance(.6) ? 30 : 3 + random.nextInt(8);
    boolean clustered = chance(.15);
    double step = Math.sqrt(1 - keep * keep);
    double volatility = 0;
    double value = 0;
    for (int t = 0; t < n; t++) {
      volatility = clustered ? .97 * volatility + .2 * random.nextGaussian() : 0;
      double shock = heavyTailed(tail) * (clustered ? Math.exp(volatility) : 1);
      value = keep * value + step * shock;
      x[t] = value;
    }
    if (clock.period() > 1 && chance(.25)) {
      echoSeason(x);
    }
    return x;
  }

  /** Lets deviations come again a season later, fading: what seasonal autoregression sees. */
  private void echoSeason(double[] x) {
    int lag = clock.longPeriod() > 0 && chance(.3) ? clock.longPeriod() : clock.period();
    double keep = between(.2, .95);
    double fresh = Math.sqrt(1 - keep * keep);
    for (int t = lag; t < n; t++) {
      x[t] = keep * x[t - lag] + fresh * x[t];
    }
  }

  /** A Student-like draw: Gaussian over the root of a scaled gamma; light-tailed from 20 on. */
  double heavyTailed(int degrees) {
    double z = random.nextGaussian();
    if (degrees >= 20) {
      return z;
    }
    // Wilson and Hilferty's cube of a normal stands in for the chi-square.
    double share = 2.0 / (9.0 * degrees);
    double cube = Math.max(.2, 1 - share + Math.sqrt(share) * random.nextGaussian());
    return z / Math.sqrt(cube * cube * cube);
  }
}
