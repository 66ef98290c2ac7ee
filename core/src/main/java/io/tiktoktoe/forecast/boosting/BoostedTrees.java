package io.tiktoktoe.forecast.boosting;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Gradient boosting of regression trees of fixed depth on binned features (Friedman 2001; the
 * histogram form of XGBoost and LightGBM) under Huber's loss, so that a viral day does not steer a
 * tree. The same rows and seed give the same trees.
 *
 * <p>Predictions test all nodes of a tree for a tile of rows, one node after the other, instead of
 * walking each row down: tests of a node are the same instruction on neighbouring numbers, which
 * the compiler turns into SIMD code, and nothing depends on a guess (Lucchese et al. 2015,
 * QuickScorer). Rows x trees x nodes.
 */
public final class BoostedTrees {

  static final int DEPTH = 5;
  static final int NODES = (1 << DEPTH) - 1;
  static final int LEAVES = 1 << DEPTH;

  /** Rows that are carried through all trees together: they stay in the nearest caches. */
  private static final int TILE = 256;

  /** Key of a threshold that no value lies above. */
  private static final int NEVER = Integer.MAX_VALUE >> 1;

  private static final int[] LEFT_LEAVES = leftLeaves();

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

  /** Writes the trees so that {@link #read} gives the same, bit by bit. */
  void write(DataOutput out) throws IOException {
    out.writeInt(trees);
    for (int node = 0; node < features.length; node++) {
      out.writeInt(features[node]);
      out.writeInt(thresholds[node]);
    }
    for (float leaf : leaves) {
      out.writeFloat(leaf);
    }
  }

  /** Reads what {@link #write} wrote. */
  static BoostedTrees read(DataInput in) throws IOException {
    BoostedTrees model = new BoostedTrees(in.readInt());
    for (int node = 0; node < model.features.length; node++) {
      model.features[node] = in.readInt();
      model.thresholds[node] = in.readInt();
    }
    for (int leaf = 0; leaf < model.leaves.length; leaf++) {
      model.leaves[leaf] = in.readFloat();
    }
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
   * comparison.
   */
  private static int key(float value) {
    int bits = Float.floatToRawIntBits(value);
    return (bits ^ ((bits >> 31) & Integer.MAX_VALUE)) >> 1;
  }

  /** The prediction for one row. */
  public double predict(float[] row) {
    return predict(row, row.length, 1)[0];
  }

  /**
   * Predictions for many rows.
   *
   * @param rows features, row by row
   * @param width features of a row
   * @param count how many rows
   */
  public float[] predict(float[] rows, int width, int count) {
    float[] predicted = new float[count];
    int tile = Math.min(TILE, count);
    int[][] keys = new int[width][tile];
    int[] left = new int[tile];
    for (int from = 0; from < count; from += tile) {
      int size = Math.min(tile, count - from);
      for (int row = 0, at = from * width; row < size; row++) {
        for (int f = 0; f < width; f++) {
          keys[f][row] = key(rows[at++]);
        }
      }
      for (int tree = 0; tree < trees; tree++) {
        reach(tree, keys, left);
        for (int row = 0; row < size; row++) {
          predicted[from + row] += leaves[tree * LEAVES + Integer.numberOfTrailingZeros(left[row])];
        }
      }
    }
    return predicted;
  }

  /** Leaves that remain, a bit each, after every node has struck out those it leads away from. */
  private void reach(int tree, int[][] keys, int[] left) {
    Arrays.fill(left, -1);
    for (int node = 0; node < NODES; node++) {
      int threshold = thresholds[tree * NODES + node];
      if (threshold != NEVER) {
        strikeOut(keys[features[tree * NODES + node]], threshold, LEFT_LEAVES[node], left);
      }
    }
  }

  private static void strikeOut(int[] keys, int threshold, int leaves, int[] left) {
    for (int row = 0; row < left.length; row++) {
      left[row] &= ~(((threshold - keys[row]) >> 31) & leaves);
    }
  }

  /** For each node the leaves below its left child, a bit each, the leftmost leaf lowest. */
  private static int[] leftLeaves() {
    int[] leftLeaves = new int[NODES];
    for (int node = 0; node < NODES; node++) {
      int level = 31 - Integer.numberOfLeadingZeros(node + 1);
      int below = LEAVES >> level;
      int first = (node + 1 - (1 << level)) * below;
      leftLeaves[node] = ((1 << (below / 2)) - 1) << first;
    }
    return leftLeaves;
  }
}
