package io.tiktoktoe.forecast.blend;

import io.tiktoktoe.outlook.QuantileGrid;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a {@link Pool} is learned from the past of many series: weights by the least pinball loss,
 * widths by split conformal prediction (Vovk, Gammerman, Shafer 2005).
 */
public final class PoolLearning {

  /** Evidence, in independent series, at which the learned stretch counts as much as none. */
  private static final double STRETCH_PRIOR = 15;

  /** Fewest series from which a sparsity class learns weights of its own. */
  private static final int LEAST_SERIES = 20;

  /**
   * How many times as strongly a class is held to the weights of all as these are to the shares.
   */
  private static final double CLASS_STRENGTH = 20;

  /** Quantiles nearer to the median than this are stretched like those at this distance. */
  private static final double CORE = 0.25;

  /** Bounds of what a distance from the median is multiplied with. */
  private static final double LEAST_STRETCH = 0.4;

  private static final double MOST_STRETCH = 4;

  private PoolLearning() {}

  /** The same where no member's past knows more than its origin did. */
  public static Pool learn(List<Lookback> lookbacks) {
    return learn(lookbacks, lookbacks);
  }

  /**
   * Learns from series that have the same members; others teach about widths alone.
   *
   * @param checked the same series in the same order with forecasts of the past that know nothing
   *     of its time, against which widths are held; they may be the same
   */
  public static Pool learn(List<Lookback> lookbacks, List<Lookback> checked) {
    Pool weighted = weights(lookbacks);
    if (lookbacks.isEmpty()) {
      return weighted;
    }
    Scores scores = scores(lookbacks, checked, weighted);
    return new Pool(
        weighted.priors(), weighted.names(), stretch(scores), scores.betweenWindows());
  }

  /** Learns weights alone, at a small part of the cost. */
  public static Pool weights(List<Lookback> lookbacks) {
    if (lookbacks.isEmpty()) {
      return Pool.NONE;
    }
    List<String> names = mostCommonNames(lookbacks);
    List<Lookback> alike = lookbacks.stream().filter(one -> one.names().equals(names)).toList();
    double[] shares = Pool.shares(alike.getFirst().kinds());
    double[][] common = new double[Pool.PARTS][];
    Arrays.setAll(common, part -> MemberWeights.pooled(alike, part, shares, 1));
    Map<Sparsity, double[][]> priors = new EnumMap<>(Sparsity.class);
    for (Sparsity sparsity : Sparsity.values()) {
      List<Lookback> some =
          alike.stream().filter(one -> Sparsity.of(one.history()) == sparsity).toList();
      double[][] own = common;
      if (some.size() >= LEAST_SERIES && some.size() < alike.size()) {
        own = new double[Pool.PARTS][];
        Arrays.setAll(own, part -> MemberWeights.pooled(some, part, common[part], CLASS_STRENGTH));
      }
      priors.put(sparsity, own);
    }
    return new Pool(priors, names, Pool.constant(1), Double.NaN);
  }

  private static List<String> mostCommonNames(List<Lookback> lookbacks) {
    List<String> best = lookbacks.getFirst().names();
    long most = 0;
    for (List<String> names : lookbacks.stream().map(Lookback::names).distinct().toList()) {
      long count = lookbacks.stream().filter(one -> one.names().equals(names)).count();
      if (count > most) {
        most = count;
        best = names;
      }
    }
    return best;
  }

  /**
   * Split conformal: bands made from the older origins are compared with what came at the newer.
   */
  private static Scores scores(List<Lookback> lookbacks, List<Lookback> checked, Pool weighted) {
    Scores scores = new Scores();
    for (int i = 0; i < lookbacks.size(); i++) {
      scores.add(lookbacks.get(i), checked.get(i), weighted);
    }
    return scores;
  }

  private static double[][] stretch(Scores scores) {
    double[][] stretch = Pool.constant(1);
    int core = firstOutsideCore();
    double evidence = scores.evidence();
    for (int part = 0; part < Pool.PARTS; part++) {
      double near = 1;
      for (int q = core; q < QuantileGrid.SIZE; q++) {
        double found = scores.factor(part, q);
        double shrunk = (evidence * found + STRETCH_PRIOR) / (evidence + STRETCH_PRIOR);
        double bounded = Math.clamp(shrunk, LEAST_STRETCH, MOST_STRETCH);
        stretch[part][q] = bounded;
        stretch[part][QuantileGrid.SIZE - 1 - q] = bounded;
        near = q == core ? bounded : near;
      }
      Arrays.fill(stretch[part], QuantileGrid.SIZE - core, core, near);
    }
    return stretch;
  }

  /** Grid index of the upper quantile nearest to the median that is corrected by itself. */
  private static int firstOutsideCore() {
    int index = QuantileGrid.MEDIAN;
    while (QuantileGrid.probability(index) < 0.5 + CORE) {
      index++;
    }
    return index;
  }
}
