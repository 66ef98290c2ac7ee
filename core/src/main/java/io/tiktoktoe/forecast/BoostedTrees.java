package io.tiktoktoe.forecast;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Gradient boosting of regression trees of fixed depth on binned features (Friedman 2001; the
 * histogram form of XGBoost and LightGBM) under Huber's loss, so that a viral day does not steer a
 * tree. The same rows and seed give the same trees. A prediction costs trees x depth comparisons.
 */
final class BoostedTrees {

  static final int DEPTH = 5;
  static final int NODES = (1 << DEPTH) - 1;
  static final int LEAVES = 1 << DEPTH;

  /** Rows that are carried through all trees together: they and the trees fit the first cache. */
  private static final int TILE = 64;

  /** Key of a threshold that no value lies above. */
  private static final int NEVER = Integer.MAX_VALUE >> 1;

  private final int trees;
  private final int[] features;
  private final int[] thresholds;
  private final float[] leaves;

  BoostedTrees(int trees) {
    this.trees = trees;
    this.features = new int[trees * NODES];
    this.thresholds = new int[trees * NODES];
    this.leaves = new float[trees * LEAVES];
    Arrays.fill(thresholds, NEVER);
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
    new TreeGrowing(model, rows, target, new SplittableRandom(seed)).grow(trees);
    return model;
  }

  /** Everything above {@code threshold} goes right. */
  void split(int tree, int node, int feature, float threshold) {
    features[tree * NODES + node] = feature;
    thresholds[tree * NODES + node] = key(threshold);
  }

  void leaf(int tree, int leaf, float value) {
    leaves[tree * LEAVES + leaf] = value;
  }

  /**
   * An integer in the order of the numbers, in 31 bits: the sign of a difference of two is then a
   * comparison without a branch, which processors would guess wrong half of the time.
   */
  private static int key(float value) {
    int bits = Float.floatToRawIntBits(value);
    return (bits ^ (bits >> 31 & Integer.MAX_VALUE)) >> 1;
  }

  /** The prediction for one row. */
  double predict(float[] row) {
    return predict(row, row.length, 1)[0];
  }

  /**
   * Predictions for many rows.
   *
   * @param rows features, row by row
   * @param width features of a row
   * @param count how many rows
   */
  float[] predict(float[] rows, int width, int count) {
    float[] predicted = new float[count];
    int[] keys = new int[Math.min(TILE, count) * width];
    for (int from = 0; from < count; from += TILE) {
      int to = Math.min(count, from + TILE);
      for (int i = 0; i < (to - from) * width; i++) {
        keys[i] = key(rows[from * width + i]);
      }
      for (int tree = 0; tree < trees; tree++) {
        add(tree, keys, width, predicted, from, to);
      }
    }
    return predicted;
  }

  private void add(int tree, int[] keys, int width, float[] predicted, int from, int to) {
    int base = tree * NODES;
    for (int row = from, at = 0; row < to; row++, at += width) {
      int node = 0;
      for (int level = 0; level < DEPTH; level++) {
        int key = keys[at + features[base + node]];
        node = 2 * node + 1 + (thresholds[base + node] - key >>> 31);
      }
      predicted[row] += leaves[tree * LEAVES + node - NODES];
    }
  }
}
