package io.tiktoktoe.forecast.level;

import java.util.Arrays;
import java.util.List;

/**
 * Calibration of sums by probability integral transforms: the bias and spread of the level under
 * which past outcomes lay in their forecasts as often as these said, part by part of the horizon,
 * drawn towards a prior.
 */
public final class LevelRiskLearning {

  /** Levels at which outcomes should lie below as often as said. */
  private static final double[] LEVELS = {0.01, 0.025, 0.16, 0.5, 0.84, 0.975, 0.99};

  private static final double[] SPREADS = {0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 1.05, 1.2, 1.4};

  /** Never up: that a stream's future is larger than its past is not to be promised to anyone. */
  private static final double[] BIASES = {-0.6, -0.45, -0.3, -0.2, -0.1, 0};

  private static final double[] SHARES = {0, 0.2, 0.4, 0.6, 0.8, 1};

  /** Hazards a day that a creator stops. */
  private static final double[] STOPPINGS = {0, 0.0001, 0.0002, 0.0004, 0.0006, 0.001};

  /** Preference for a small bias and spread where the past does not tell: per unit squared. */
  private static final double RIDGE = 0.01;

  /** Times each future of a total is looked at, with other factors. */
  private static final int ROUNDS = 3;

  /** Spread that is taken for granted at the first part. */
  private static final double FIRST_SPREAD = 0.5;

  /** Preference for a spread like that of the part before, per unit squared. */
  private static final double SMOOTH = 0.02;

  private LevelRiskLearning() {}

  /**
   * Learns from past forecasts.
   *
   * @param creators the streams of each creator at each origin
   * @param prior what is believed without them
   * @param belief how many past forecasts of a class the prior is worth
   */
  public static LevelRisk learn(List<List<PastSums>> creators, LevelRisk prior, double belief) {
    LevelRisk.Law[] laws = new LevelRisk.Law[HistoryClass.values().length];
    int all = 0;
    for (HistoryClass kind : HistoryClass.values()) {
      List<PastSums> some =
          creators.stream()
              .flatMap(List::stream)
              .filter(one -> one.kind() == kind && kind != HistoryClass.SILENT && one.foreseen())
              .toList();
      all += some.size();
      laws[kind.ordinal()] = drawn(some, prior.law(kind), belief);
    }
    LevelRisk alone = new LevelRisk(laws, prior.shared(), prior.stopping());
    if (all == 0) {
      return alone;
    }
    LevelRisk found = together(creators, alone);
    double weight = all / (all + belief);
    return new LevelRisk(
        laws,
        weight * found.shared() + (1 - weight) * prior.shared(),
        weight * found.stopping() + (1 - weight) * prior.stopping());
  }

  private static LevelRisk.Law drawn(List<PastSums> past, LevelRisk.Law prior, double belief) {
    if (past.isEmpty()) {
      return prior;
    }
    LevelRisk.Law found = fit(past, prior.back());
    double weight = past.size() / (past.size() + belief);
    int parts = LevelRisk.KNOTS.length;
    double[] bias = new double[parts];
    double[] spread = new double[parts];
    for (int part = 0; part < parts; part++) {
      bias[part] = weight * found.bias()[part] + (1 - weight) * prior.bias()[part];
      spread[part] = weight * found.spread()[part] + (1 - weight) * prior.spread()[part];
    }
    return new LevelRisk.Law(bias, spread, prior.back());
  }

  /** Part by part: the later ones given those before. */
  private static LevelRisk.Law fit(List<PastSums> past, double[] back) {
    int parts = LevelRisk.KNOTS.length;
    double[] bias = new double[parts];
    double[] spread = new double[parts];
    LevelRisk.Law found = new LevelRisk.Law(bias, spread, back);
    double[][][] before = new double[past.size()][LevelRisk.nodes().length][];
    for (int i = 0; i < before.length; i++) {
      int futures = past.get(i).parts()[0].length;
      Arrays.setAll(before[i], _ -> new double[futures]);
    }
    for (int part = 0; part < parts; part++) {
      double least = Double.POSITIVE_INFINITY;
      double near = part == 0 ? FIRST_SPREAD : spread[part - 1];
      for (double triedSpread : SPREADS) {
        for (double triedBias : BIASES) {
          double distance =
              distance(past, before, part, tried(back, part, triedBias, triedSpread))
                  + RIDGE * (triedBias * triedBias + triedSpread * triedSpread)
                  + SMOOTH * (triedSpread - near) * (triedSpread - near);
          if (distance < least) {
            least = distance;
            bias[part] = triedBias;
            spread[part] = triedSpread;
          }
        }
      }
      add(past, before, part, found);
    }
    return found;
  }

  /** A law of which one part alone is asked. */
  private static LevelRisk.Law tried(double[] back, int part, double bias, double spread) {
    double[] biases = new double[LevelRisk.KNOTS.length];
    double[] spreads = new double[LevelRisk.KNOTS.length];
    biases[part] = bias;
    spreads[part] = spread;
    return new LevelRisk.Law(biases, spreads, back);
  }

  private static void add(List<PastSums> past, double[][][] before, int part, LevelRisk.Law law) {
    for (int i = 0; i < before.length; i++) {
      double[] sums = past.get(i).parts()[part];
      double[] factors = factors(past.get(i), part, law);
      for (int node = 0; node < before[i].length; node++) {
        double factor = factors[node];
        for (int path = 0; path < sums.length; path++) {
          before[i][node][path] += factor * sums[path];
        }
      }
    }
  }

  /** The factors of equally likely cells as futures have them, bounded like theirs. */
  private static double[] factors(PastSums one, int part, LevelRisk.Law law) {
    LevelRisk.Law own = law.of(one.burstiness(), one.above());
    return Arrays.stream(LevelRisk.nodes())
        .map(node -> LevelRisk.factor(own.bias()[part], own.spread()[part], node))
        .toArray();
  }

  private static double distance(
      List<PastSums> past, double[][][] before, int part, LevelRisk.Law law) {
    double[] shares = new double[LEVELS.length];
    for (int i = 0; i < before.length; i++) {
      double came = past.get(i).came()[part];
      double[] sums = past.get(i).parts()[part];
      int below = 0;
      int through = 0;
      double[] factors = factors(past.get(i), part, law);
      for (int node = 0; node < before[i].length; node++) {
        double factor = factors[node];
        double[] earlier = before[i][node];
        for (int path = 0; path < sums.length; path++) {
          double sum = earlier[path] + factor * sums[path];
          below += sum < came ? 1 : 0;
          through += sum <= came ? 1 : 0;
        }
      }
      count(shares, below, through, (double) sums.length * before[i].length);
    }
    return distance(shares, before.length);
  }

  /** An outcome that ties with futures lies below a level by the share of its probabilities. */
  private static void count(double[] shares, int below, int through, double all) {
    // One more future on either side: what no future reached is not impossible.
    double low = (below + 0.5) / (all + 1);
    double high = (through + 0.5) / (all + 1);
    for (int i = 0; i < LEVELS.length; i++) {
      shares[i] +=
          high > low
              ? Math.clamp((LEVELS[i] - low) / (high - low), 0, 1)
              : low <= LEVELS[i] ? 1 : 0;
    }
  }

  private static double distance(double[] shares, int count) {
    double distance = 0;
    for (int i = 0; i < LEVELS.length; i++) {
      double miss = shares[i] / count - LEVELS[i];
      distance += miss * miss / (LEVELS[i] * (1 - LEVELS[i]));
    }
    return distance;
  }

  /** How alike the streams' factors are and how often all of them stop, as totals show it. */
  static LevelRisk together(List<List<PastSums>> creators, LevelRisk alone) {
    LevelRisk best = alone;
    double least = Double.POSITIVE_INFINITY;
    for (double share : SHARES) {
      for (double stopping : STOPPINGS) {
        LevelRisk tried = new LevelRisk(alone.laws(), share, stopping);
        double distance = distance(creators, tried);
        if (distance < least) {
          least = distance;
          best = tried;
        }
      }
    }
    return best;
  }

  private static double distance(List<List<PastSums>> creators, LevelRisk tried) {
    double sum = 0;
    for (int part = 2; part < LevelRisk.KNOTS.length; part++) {
      double[] shares = new double[LEVELS.length];
      int count = 0;
      for (List<PastSums> streams : creators) {
        count += total(streams, tried, part, shares) ? 1 : 0;
      }
      sum += distance(shares, Math.max(1, count));
    }
    return sum;
  }

  private static boolean total(List<PastSums> streams, LevelRisk risk, int part, double[] shares) {
    if (streams.stream().noneMatch(PastSums::foreseen)) {
      return false;
    }
    int futures = streams.getFirst().parts()[0].length;
    double came = streams.stream().mapToDouble(one -> one.came()[part]).sum();
    int below = 0;
    int through = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (int path = 0; path < futures; path++) {
        double sum = 0;
        double last = LevelRisk.stop(path, round, risk.stopping());
        for (int s = 0; s < streams.size(); s++) {
          double score = LevelRisk.score(path, round, s, risk.shared());
          sum += sum(streams.get(s), risk, part, path, score, last);
        }
        below += sum < came ? 1 : 0;
        through += sum <= came ? 1 : 0;
      }
    }
    count(shares, below, through, (double) ROUNDS * futures);
    return true;
  }

  private static double sum(
      PastSums stream, LevelRisk risk, int part, int path, double score, double last) {
    LevelRisk.Law law = risk.law(stream.kind()).of(stream.burstiness(), stream.above());
    double sum = 0;
    int from = 0;
    for (int p = 0; p <= part; p++) {
      int to = LevelRisk.KNOTS[p];
      double lived = Math.clamp((last - from) / (to - from), 0, 1);
      double factor = LevelRisk.factor(law.bias()[p], law.spread()[p], score);
      sum += lived * factor * stream.parts()[p][path];
      from = to;
    }
    return sum;
  }
}
