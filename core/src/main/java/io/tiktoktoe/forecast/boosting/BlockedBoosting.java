package io.tiktoktoe.forecast.boosting;

import io.tiktoktoe.forecast.blend.Lookback;
import io.tiktoktoe.forecast.blend.Pool;
import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.work.Parallel;
import java.util.List;
import java.util.Optional;

/**
 * Blocked cross-validation of boosting (Bergmeir, Benitez 2012): its past as models forecast it that
 * saw neither the series nor any outcome of the same half of the past. Series of a panel share their
 * windows, so that a model trained on others knows the shocks of the windows that it is tried at;
 * the future it does not know.
 */
public final class BlockedBoosting {

  private static final int HALVES = 2;

  private final BoostedTrees[] models;
  private final Pool base;
  private final int boundary;

  private BlockedBoosting(BoostedTrees[] models, Pool base, int boundary) {
    this.models = models;
    this.base = base;
    this.boundary = boundary;
  }

  /**
   * Trains on the past of these series, or not at all when they are too few.
   *
   * @param base weights of the other members, of which the combination is corrected
   */
  public static Optional<BlockedBoosting> train(
      List<BoostingMember.Sampled> sample, Pool base, BatchOptions options) {
    List<List<Lookback>> teaching = BoostingMember.teaching(sample, base);
    if (teaching.isEmpty()) {
      return Optional.empty();
    }
    int boundary = boundary(teaching);
    List<BoostedTrees> models =
        Parallel.map(
            "training boosting on halves of the past",
            BoostingMember.FOLDS * HALVES,
            options.threads(),
            options.progress(),
            at ->
                BoostingMember.fit(
                    teaching.get(at / HALVES),
                    base,
                    options.seed() + at,
                    before -> half(before, boundary) == at % HALVES));
    return Optional.of(new BlockedBoosting(models.toArray(BoostedTrees[]::new), base, boundary));
  }

  /** Steps before the end that lie in the middle of what most series look back at. */
  private static int boundary(List<List<Lookback>> teaching) {
    int[] spans =
        teaching.stream()
            .flatMap(List::stream)
            .mapToInt(one -> one.history().length() - one.origins()[0])
            .sorted()
            .toArray();
    return spans[spans.length / 2] / 2;
  }

  /** 0 for the newer half of the past, 1 for the older. */
  private static int half(int beforeEnd, int boundary) {
    return beforeEnd <= boundary ? 0 : 1;
  }

  /**
   * The forecasts of the past of a series, each by the model that saw the other half of the past.
   *
   * @param others the series without boosting, as it was trained on
   */
  public double[][] past(String id, Lookback others) {
    BoostingFeatures features = new BoostingFeatures(others, base);
    int reach = others.reach();
    int width = features.width();
    int origins = others.origins().length;
    float[] rows = new float[origins * reach * width];
    double[][] past = new double[origins][reach];
    for (int at = 0; at < origins * reach; at++) {
      past[at / reach][at % reach] = features.past(at / reach, at % reach, rows, width * at);
    }
    int fold = HALVES * BoostingMember.foldOf(id);
    float[][] corrections = new float[HALVES][];
    for (int taught = 0; taught < HALVES; taught++) {
      corrections[taught] = models[fold + taught].predict(rows, width, origins * reach);
    }
    for (int at = 0; at < origins * reach; at++) {
      int own = half(others.beforeEnd(at / reach, at % reach), boundary);
      past[at / reach][at % reach] += features.unit() * corrections[HALVES - 1 - own][at];
    }
    return past;
  }
}
