package io.tiktoktoe.forecast;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Gradient boosting of regression trees of fixed depth on binned features (Friedman 2001; the
 * histogram form of XGBoost and LightGBM) under Huber's loss, so that a viral day does not steer a
 * tree. One thread; the same rows and seed give the same trees. Training costs rows x features x
 * depth per tree, a prediction trees x depth comparisons.
 */
final class BoostedTrees {

  private static final int DEPTH = 5;
  private static final int NODES = (1 << DEPTH) - 1;
  private static final int LEAVES = 1 << DEPTH;
  private static final int BINS = 64;

  /** Fewest rows on each side of a split. */
  private static final int LEAST_ROWS = 30;

  /** Rows' worth of pull of every leaf towards 0. */
  private static final double SHRINKAGE = 20;

  private static final double RATE = 0.08;

  /** Error, in units of the target, from which Huber's loss is linear. */
  private static final double LINEAR_FROM = 0.7;

  /** Share of the rows that a tree sees. */
  private static final double ROWS = 0.5;

  private final int trees;
  private final int[] features;
  private final float[] thresholds;
  private final float[] leaves;

  private BoostedTrees(int trees) {
    this.trees = trees;
    this.features = new int[trees * NODES];
    this.thresholds = new float[trees * NODES];
    this.leaves = new float[trees * LEAVES];
  }

  /**
   * Trees that predict {@code target} from rows of features.
   *
   * @param rows [row][feature], finite
   * @param target one per row
   * @param trees how many
   */
  static BoostedTrees fit(float[][] rows, float[] target, int trees, long seed) {
    BoostedTrees model = new BoostedTrees(trees);
    new Growing(model, rows, target, new SplittableRandom(seed)).grow();
    return model;
  }

  /** The prediction for one row. */
  double predict(float[] row) {
    double sum = 0;
    for (int tree = 0; tree < trees; tree++) {
      int base = tree * NODES;
      int node = 0;
      for (int level = 0; level < DEPTH; level++) {
        node = 2 * node + (row[features[base + node]] > thresholds[base + node] ? 2 : 1);
      }
      sum += leaves[tree * LEAVES + node - NODES];
    }
    return sum;
  }

  /** State of a training. */
  private static final class Growing {
    private final BoostedTrees model;
    private final int width;
    private final int count;
    private final float[][] edges;
    private final byte[][] bins;
    private final float[] target;
    private final float[] predicted;
    private final float[] gradient;
    private final int[] node;
    private final SplittableRandom random;

    Growing(BoostedTrees model, float[][] rows, float[] target, SplittableRandom random) {
      this.model = model;
      this.count = rows.length;
      this.width = rows[0].length;
      this.target = target;
      this.random = random;
      this.edges = new float[width][];
      this.bins = new byte[width][count];
      this.predicted = new float[count];
      this.gradient = new float[count];
      this.node = new int[count];
      for (int f = 0; f < width; f++) {
        edges[f] = edges(rows, f);
        for (int r = 0; r < count; r++) {
          int at = Arrays.binarySearch(edges[f], rows[r][f]);
          bins[f][r] = (byte) (at >= 0 ? at : -at - 1);
        }
      }
    }

    /** Values at even ranks; bin b holds values above edge b - 1 up to edge b. */
    private static float[] edges(float[][] rows, int feature) {
      int sample = Math.min(rows.length, 20_000);
      float[] values = new float[sample];
      for (int i = 0; i < sample; i++) {
        values[i] = rows[(int) ((long) i * rows.length / sample)][feature];
      }
      Arrays.sort(values);
      float[] edges = new float[BINS - 1];
      int used = 0;
      for (int b = 1; b < BINS; b++) {
        float edge = values[(int) ((long) b * sample / BINS)];
        if (used == 0 || edge > edges[used - 1]) {
          edges[used++] = edge;
        }
      }
      return Arrays.copyOf(edges, used);
    }

    void grow() {
      for (int tree = 0; tree < model.trees; tree++) {
        for (int r = 0; r < count; r++) {
          boolean used = random.nextDouble() < ROWS;
          double error = Math.clamp(target[r] - predicted[r], -LINEAR_FROM, LINEAR_FROM);
          gradient[r] = (float) error;
          node[r] = used ? 0 : -1;
        }
        for (int level = 0; level < DEPTH; level++) {
          split(tree, level);
        }
        leaves(tree);
      }
    }

    private void split(int tree, int level) {
      int first = (1 << level) - 1;
      int nodes = 1 << level;
      double[] sums = new double[nodes * BINS];
      int[] counts = new int[nodes * BINS];
      double[] bestGain = new double[nodes];
      Arrays.fill(bestGain, 1e-9);
      int base = tree * NODES + first;
      // Without a gain everything goes left: no value is above positive infinity.
      Arrays.fill(model.thresholds, base, base + nodes, Float.POSITIVE_INFINITY);
      for (int f = 0; f < width; f++) {
        histogram(f, first, sums, counts);
        for (int n = 0; n < nodes; n++) {
          best(f, n, sums, counts, bestGain, base);
        }
      }
      for (int r = 0; r < count; r++) {
        if (node[r] >= 0) {
          int at = tree * NODES + node[r];
          int f = model.features[at];
          int bin = bins[f][r];
          boolean right = bin >= edges[f].length || edges[f][bin] > model.thresholds[at];
          right &= model.thresholds[at] < Float.POSITIVE_INFINITY;
          node[r] = 2 * node[r] + (right ? 2 : 1);
        }
      }
    }

    private void histogram(int f, int first, double[] sums, int[] counts) {
      Arrays.fill(sums, 0);
      Arrays.fill(counts, 0);
      byte[] bin = bins[f];
      for (int r = 0; r < count; r++) {
        if (node[r] >= 0) {
          int slot = (node[r] - first) * BINS + bin[r];
          sums[slot] += gradient[r];
          counts[slot]++;
        }
      }
    }

    private void best(int f, int n, double[] sums, int[] counts, double[] bestGain, int base) {
      double all = 0;
      int rows = 0;
      for (int b = 0; b < BINS; b++) {
        all += sums[n * BINS + b];
        rows += counts[n * BINS + b];
      }
      double left = 0;
      int leftRows = 0;
      double whole = all * all / (rows + SHRINKAGE);
      for (int b = 0; b < edges[f].length; b++) {
        left += sums[n * BINS + b];
        leftRows += counts[n * BINS + b];
        if (leftRows < LEAST_ROWS || rows - leftRows < LEAST_ROWS) {
          continue;
        }
        double right = all - left;
        double gain =
            left * left / (leftRows + SHRINKAGE)
                + right * right / (rows - leftRows + SHRINKAGE)
                - whole;
        if (gain > bestGain[n]) {
          bestGain[n] = gain;
          model.features[base + n] = f;
          model.thresholds[base + n] = edges[f][b];
        }
      }
    }

    private void leaves(int tree) {
      double[] sums = new double[LEAVES];
      int[] counts = new int[LEAVES];
      for (int r = 0; r < count; r++) {
        if (node[r] >= 0) {
          sums[node[r] - NODES] += gradient[r];
          counts[node[r] - NODES]++;
        }
      }
      for (int leaf = 0; leaf < LEAVES; leaf++) {
        model.leaves[tree * LEAVES + leaf] =
            (float) (RATE * sums[leaf] / (counts[leaf] + SHRINKAGE));
      }
      for (int r = 0; r < count; r++) {
        predicted[r] += model.leaves[tree * LEAVES + leafOf(tree, r)];
      }
    }

    private int leafOf(int tree, int r) {
      int at = 0;
      for (int level = 0; level < DEPTH; level++) {
        int slot = tree * NODES + at;
        int f = model.features[slot];
        int bin = bins[f][r];
        boolean right =
            model.thresholds[slot] < Float.POSITIVE_INFINITY
                && (bin >= edges[f].length || edges[f][bin] > model.thresholds[slot]);
        at = 2 * at + (right ? 2 : 1);
      }
      return at - NODES;
    }
  }
}
