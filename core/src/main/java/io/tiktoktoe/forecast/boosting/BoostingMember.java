package io.tiktoktoe.forecast.boosting;

import io.tiktoktoe.forecast.blend.Lookback;
import io.tiktoktoe.forecast.blend.Pool;
import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.work.Parallel;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Gradient boosting as a stacked member: one global model over all series and all steps ahead
 * corrects the other members' combination. Everything is in units of each series' own seasonal
 * naive error. A series is always forecast by the model that was trained without it (two folds), so
 * that its look-back is as honest as the other members'.
 */
public final class BoostingMember {

  /** Its name in answers. */
  public static final String NAME = "boosting";

  /** Fewest series that can teach others. */
  private static final int LEAST_SERIES = 20;

  /** Most rows of one fold's training. */
  private static final int ROWS = 60_000;

  private static final int TREES = 80;

  /** Models, each of which forecasts the series that it was trained without. */
  static final int FOLDS = 2;

  private final BoostedTrees[] folds;
  private final Pool base;

  private BoostingMember(BoostedTrees[] folds, Pool base) {
    this.folds = folds;
    this.base = base;
  }

  /**
   * Trains on the past of these series, or not at all when they are too few.
   *
   * @param base weights of the other members, of which the combination is corrected
   */
  public static Optional<BoostingMember> train(
      List<Sampled> sample, Pool base, BatchOptions options) {
    List<List<Lookback>> teaching = teaching(sample, base);
    if (teaching.isEmpty()) {
      return Optional.empty();
    }
    List<BoostedTrees> folds =
        Parallel.map(
            "training boosting",
            FOLDS,
            options.threads(),
            options.progress(),
            fold -> fit(teaching.get(fold), base, options.seed() + fold, _ -> true));
    return Optional.of(new BoostingMember(folds.toArray(BoostedTrees[]::new), base));
  }

  /** The series that teach the model of each fold; none when they are too few. */
  static List<List<Lookback>> teaching(List<Sampled> sample, Pool base) {
    List<Sampled> alike =
        sample.stream().filter(one -> one.lookback().names().equals(base.names())).toList();
    List<List<Lookback>> teaching =
        IntStream.range(0, FOLDS)
            .mapToObj(
                fold ->
                    alike.stream()
                        .filter(one -> foldOf(one.id()) != fold)
                        .map(Sampled::lookback)
                        .toList())
            .toList();
    return teaching.stream().anyMatch(some -> some.size() < LEAST_SERIES) ? List.of() : teaching;
  }

  /** Writes the model so that {@link #read} gives the same, bit by bit. */
  public void write(DataOutput out) throws IOException {
    base.write(out);
    for (BoostedTrees fold : folds) {
      fold.write(out);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static BoostingMember read(DataInput in) throws IOException {
    Pool base = Pool.read(in);
    return new BoostingMember(
        new BoostedTrees[] {BoostedTrees.read(in), BoostedTrees.read(in)}, base);
  }

  /**
   * One series of the sample.
   *
   * @param id series of one id are forecast by the model trained without any of them
   */
  public record Sampled(String id, Lookback lookback) {}

  static int foldOf(String id) {
    // Mixes the bits: ids such as H1, H2, H3 would otherwise alternate with whatever they count.
    return (id.hashCode() * 0x9E3779B9) >>> 31;
  }

  /**
   * Trains one model.
   *
   * @param taught which outcomes are looked at, by how many steps before the end they lie
   */
  static BoostedTrees fit(List<Lookback> teaching, Pool base, long seed, IntPredicate taught) {
    List<float[]> rows = new ArrayList<>();
    List<Float> targets = new ArrayList<>();
    int each = Math.max(8, ROWS / teaching.size());
    for (Lookback lookback : teaching) {
      BoostingFeatures features = new BoostingFeatures(lookback, base);
      int all = lookback.origins().length * lookback.reach();
      // An odd stride that is no multiple of a season visits all phases.
      int stride = Math.max(1, all / each) | 1;
      for (int at = 0; at < all; at += stride) {
        int o = at / lookback.reach();
        int h = at % lookback.reach();
        double actual = lookback.actual(o, h);
        if (!Double.isNaN(actual) && taught.test(lookback.beforeEnd(o, h))) {
          float[] row = new float[features.width()];
          double middle = features.past(o, h, row, 0);
          rows.add(row);
          targets.add((float) ((actual - middle) / features.unit()));
        }
      }
    }
    float[] target = new float[targets.size()];
    for (int r = 0; r < target.length; r++) {
      target[r] = targets.get(r);
    }
    return TreeGrowing.fit(rows.toArray(float[][]::new), target, TREES, seed);
  }

  /** The series with this member added; unchanged when its members are others than trained on. */
  public Lookback add(String id, Lookback lookback) {
    if (!lookback.names().equals(base.names())) {
      return lookback;
    }
    BoostingFeatures features = new BoostingFeatures(lookback, base);
    int reach = lookback.reach();
    int width = features.width();
    int origins = lookback.origins().length;
    float[] rows = new float[origins * reach * width];
    double[][] past = new double[origins][reach];
    int row = 0;
    for (int o = 0; o < origins; o++) {
      for (int h = 0; h < reach; h++) {
        past[o][h] = features.past(o, h, rows, width * row++);
      }
    }
    float[] corrections = folds[foldOf(id)].predict(rows, width, row);
    for (int o = 0; o < origins; o++) {
      for (int h = 0; h < reach; h++) {
        past[o][h] += features.unit() * corrections[o * reach + h];
      }
    }
    return lookback.with(NAME, Lookback.Kind.BOOSTING, past, now(id, lookback, features));
  }

  /** What it forecasts from the end of a history with the members it was trained on. */
  public double[] now(String id, Lookback lookback) {
    return now(id, lookback, new BoostingFeatures(lookback, base));
  }

  private double[] now(String id, Lookback lookback, BoostingFeatures features) {
    double[] now = new double[lookback.now()[0].length];
    int width = features.width();
    float[] rows = new float[now.length * width];
    for (int h = 0; h < now.length; h++) {
      now[h] = features.now(h, rows, width * h);
    }
    float[] corrections = folds[foldOf(id)].predict(rows, width, now.length);
    for (int h = 0; h < now.length; h++) {
      now[h] += features.unit() * corrections[h];
    }
    return now;
  }
}
