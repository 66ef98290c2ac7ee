package io.tiktoktoe.forecast.level;

import java.util.Arrays;
import java.util.List;

/**
 * Quantile score minimisation over past forecasts of many economies: the laws of {@link LevelPrior}
 * are those whose quantiles of the logarithms of sums lose least, by class of history. A proper
 * score, unlike how often bands hold: it also tells a law that is right about each stream from one
 * that is right on average alone.
 */
public final class LevelPriorLearning {

  /** Levels of the quantiles that are scored; tails count as much as the middle. */
  private static final double[] LEVELS = {
    0.01, 0.025, 0.05, 0.16, 0.3, 0.5, 0.7, 0.84, 0.95, 0.975, 0.99
  };

  /** Futures of each past forecast, a factor drawn for each. */
  private static final int FUTURES = 60;

  /** Share of the usual sum that is added before logarithms are taken. */
  private static final double FLOOR = 0.1;

  /** Steps of the search along each number, halved until the last. */
  private static final double FIRST_STEP = 0.3;

  private static final double LAST_STEP = 0.02;

  private static final int PARTS = LevelRisk.KNOTS.length;

  /** Numbers of a law: spreads, biases and shares of the way back, by part. */
  private static final int NUMBERS = 3 * PARTS;

  private final List<PastSums> past;
  private final double[][] scores;

  private LevelPriorLearning(List<PastSums> past) {
    this.past = past;
    this.scores = new double[past.size()][FUTURES];
    for (int i = 0; i < scores.length; i++) {
      for (int path = 0; path < FUTURES; path++) {
        scores[i][path] = LevelRisk.score(path, i, 0, 0);
      }
    }
  }

  /**
   * Learns laws by class, then how alike a creator's streams are and how often all of them stop.
   *
   * @param creators the streams of each creator at each origin, from many economies
   */
  public static LevelRisk learn(List<List<PastSums>> creators) {
    LevelRisk.Law[] laws = new LevelRisk.Law[HistoryClass.values().length];
    for (HistoryClass kind : HistoryClass.values()) {
      List<PastSums> some =
          creators.stream()
              .flatMap(List::stream)
              .filter(one -> one.kind() == kind && kind != HistoryClass.SILENT && one.foreseen())
              .toList();
      laws[kind.ordinal()] =
          some.isEmpty() ? LevelRisk.NONE.law(kind) : new LevelPriorLearning(some).search();
    }
    return LevelRiskLearning.together(creators, new LevelRisk(laws, 0, 0));
  }

  /** Pattern search: one number after the other, in steps that become smaller. */
  private LevelRisk.Law search() {
    double[] numbers = new double[NUMBERS];
    Arrays.fill(numbers, 0, PARTS, 1);
    Arrays.fill(numbers, 2 * PARTS, NUMBERS, 0.3);
    double least = loss(numbers);
    for (double step = FIRST_STEP; step > LAST_STEP; step /= 2) {
      double before;
      do {
        before = least;
        for (int at = 0; at < NUMBERS; at++) {
          for (double move : new double[] {step, -step}) {
            double[] tried = numbers.clone();
            tried[at] = Math.max(0, tried[at] + move);
            double loss = loss(tried);
            if (loss < least) {
              least = loss;
              numbers = tried;
            }
          }
        }
      } while (least < before);
    }
    return law(numbers);
  }

  private static LevelRisk.Law law(double[] numbers) {
    double[] bias =
        Arrays.stream(numbers, PARTS, 2 * PARTS).map(one -> one > 0 ? -one : 0).toArray();
    return new LevelRisk.Law(
        bias, Arrays.copyOf(numbers, PARTS), Arrays.copyOfRange(numbers, 2 * PARTS, NUMBERS));
  }

  /** Average score, with a preference for parts alike and for small numbers. */
  private double loss(double[] numbers) {
    LevelRisk.Law law = law(numbers);
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      sum += score(past.get(i), law, scores[i]);
    }
    double unlike = 0;
    double large = 0;
    for (int at = 0; at < NUMBERS; at++) {
      large += at < PARTS ? 0 : numbers[at] * numbers[at];
      double step = at % PARTS == 0 ? 0 : numbers[at] - numbers[at - 1];
      unlike += step * step;
    }
    return sum / scores.length + 0.0015 * unlike + 0.001 * large;
  }

  private static double score(PastSums one, LevelRisk.Law law, double[] factorScores) {
    LevelRisk.Law own = law.of(one.burstiness(), one.above());
    int count = Math.min(FUTURES, one.parts()[0].length);
    double[] sums = new double[count];
    double calm = 0;
    double score = 0;
    for (int part = 0; part < PARTS; part++) {
      calm += Arrays.stream(one.parts()[part]).average().orElse(0);
      for (int path = 0; path < count; path++) {
        double factor = LevelRisk.factor(own.bias()[part], own.spread()[part], factorScores[path]);
        sums[path] += factor * one.parts()[part][path];
      }
      double floor = FLOOR * Math.max(calm, LevelRisk.KNOTS[part] * one.usual());
      score += floor > 0 ? quantileScore(sums, one.came()[part], floor) / PARTS : 0;
    }
    return score;
  }

  /** Quantile loss of the logarithms over the levels, each by the deviation of a share of it. */
  private static double quantileScore(double[] sums, double came, double floor) {
    double[] sorted = sums.clone();
    Arrays.sort(sorted);
    double outcome = Math.log(Math.max(0, came) + floor);
    double score = 0;
    double weights = 0;
    for (double level : LEVELS) {
      double at = Math.clamp(level * sorted.length - 0.5, 0, sorted.length - 1.0);
      int low = (int) at;
      int high = Math.min(low + 1, sorted.length - 1);
      double quantile = sorted[low] + (at - low) * (sorted[high] - sorted[low]);
      double miss = outcome - Math.log(Math.max(0, quantile) + floor);
      double weight = 1 / Math.sqrt(level * (1 - level));
      score += weight * Math.max(level * miss, (level - 1) * miss);
      weights += weight;
    }
    return score / weights;
  }
}
