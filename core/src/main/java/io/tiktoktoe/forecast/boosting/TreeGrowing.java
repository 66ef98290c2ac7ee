package io.tiktoktoe.forecast.boosting;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Grows {@link BoostedTrees} level by level from histograms of gradients. Rows lie sorted by node,
 * so that a level is one pass over the rows of the smaller child of each split; its sibling's
 * histogram is the parent's less its own, which is exact because sums are kept as integers. One
 * thread; rows x features x depth a tree.
 */
public final class TreeGrowing {

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

  /** A histogram's slot holds a count above and a sum of gradients below this bit. */
  private static final int COUNT_BIT = 42;

  private static final long ONE_ROW = 1L << COUNT_BIT;

  /** Steps of a gradient of 1: fine enough for a millionth, coarse enough for 2 million rows. */
  private static final double FINE = 1 << 20;

  private static final int NODES = BoostedTrees.NODES;

  private final BoostedTrees model;
  private final int width;
  private final int count;
  private final float[][] edges;

  /** Bins row by row; bin b holds values above edge b - 1 up to edge b. */
  private final byte[] bins;

  private final float[] target;
  private final float[] predicted;
  private final long[] gradient;
  private final SplittableRandom random;

  /** The rows that the tree sees, by node. */
  private final int[] order;

  private final int[] spare;

  /** Where each node's rows start and end. */
  private final int[] starts = new int[2 * NODES + 1];

  private final int[] ends = new int[2 * NODES + 1];
  private final int[] features = new int[NODES];

  /** Highest bin that goes left; all of them when there is no split. */
  private final int[] splits = new int[NODES];

  private final long[][] histograms;

  /**
   * Trees that predict {@code target} from rows of features.
   *
   * @param rows [row][feature], finite
   * @param target one per row
   * @param trees how many
   */
  public static BoostedTrees fit(float[][] rows, float[] target, int trees, long seed) {
    BoostedTrees model = new BoostedTrees(trees);
    new TreeGrowing(model, rows, target, new SplittableRandom(seed)).grow(trees);
    return model;
  }

  private TreeGrowing(BoostedTrees model, float[][] rows, float[] target, SplittableRandom random) {
    this.model = model;
    this.count = rows.length;
    this.width = rows[0].length;
    this.target = target;
    this.random = random;
    this.edges = new float[width][];
    this.bins = new byte[width * count];
    this.predicted = new float[count];
    this.gradient = new long[count];
    this.order = new int[count];
    this.spare = new int[count];
    this.histograms = new long[NODES][width * BINS];
    for (int f = 0; f < width; f++) {
      edges[f] = edges(rows, f);
      for (int r = 0; r < count; r++) {
        int at = Arrays.binarySearch(edges[f], rows[r][f]);
        bins[r * width + f] = (byte) (at >= 0 ? at : -at - 1);
      }
    }
  }

  /** Values at even ranks. */
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

  private void grow(int trees) {
    for (int tree = 0; tree < trees; tree++) {
      draw();
      for (int node = 0; node < NODES; node++) {
        if (node == 0) {
          fill(histograms[0], 0);
        } else if (node % 2 == 1) {
          children(node);
        }
        split(tree, node);
      }
      leaves(tree);
    }
  }

  /** Draws the rows of a tree and works out their gradients. */
  private void draw() {
    int used = 0;
    for (int r = 0; r < count; r++) {
      // Written in any case: a branch that half of the rows take is dearer.
      order[used] = r;
      used += random.nextDouble() < ROWS ? 1 : 0;
    }
    for (int i = 0; i < used; i++) {
      int row = order[i];
      double error = target[row] - predicted[row];
      double bounded = Math.max(-LINEAR_FROM, Math.min(error, LINEAR_FROM));
      gradient[row] = ONE_ROW + Math.round(bounded * FINE);
    }
    starts[0] = 0;
    ends[0] = used;
  }

  /** Histograms of a left child and its sibling. */
  private void children(int left) {
    int right = left + 1;
    boolean leftIsSmaller = ends[left] - starts[left] <= ends[right] - starts[right];
    int smaller = leftIsSmaller ? left : right;
    long[] filled = histograms[smaller];
    long[] other = histograms[leftIsSmaller ? right : left];
    long[] parent = histograms[(left - 1) / 2];
    fill(filled, smaller);
    for (int i = 0; i < other.length; i++) {
      other[i] = parent[i] - filled[i];
    }
  }

  private void fill(long[] histogram, int node) {
    Arrays.fill(histogram, 0);
    for (int i = starts[node]; i < ends[node]; i++) {
      int row = order[i];
      long one = gradient[row];
      for (int f = 0, slot = 0, at = row * width; f < width; f++, slot += BINS, at++) {
        histogram[slot + bins[at]] += one;
      }
    }
  }

  private static int count(long slot) {
    return (int) ((slot + (ONE_ROW >> 1)) >> COUNT_BIT);
  }

  private static double sum(long slot) {
    return (slot - ((long) count(slot) << COUNT_BIT)) / FINE;
  }

  private void split(int tree, int node) {
    features[node] = 0;
    splits[node] = BINS;
    double bestGain = 1e-9;
    for (int f = 0; f < width; f++) {
      bestGain = split(tree, node, f, bestGain);
    }
    partition(node);
  }

  /** Tries all thresholds of one feature; the best gain so far. */
  private double split(int tree, int node, int f, double soFar) {
    long[] histogram = histograms[node];
    long all = 0;
    for (int b = 0; b < BINS; b++) {
      all += histogram[f * BINS + b];
    }
    int rows = count(all);
    double total = sum(all);
    double whole = total * total / (rows + SHRINKAGE);
    double best = soFar;
    long left = 0;
    for (int b = 0; b < edges[f].length; b++) {
      left += histogram[f * BINS + b];
      int leftRows = count(left);
      if (leftRows < LEAST_ROWS || rows - leftRows < LEAST_ROWS) {
        continue;
      }
      double sum = sum(left);
      double rest = total - sum;
      double gain =
          sum * sum / (leftRows + SHRINKAGE) + rest * rest / (rows - leftRows + SHRINKAGE) - whole;
      if (gain > best) {
        best = gain;
        features[node] = f;
        splits[node] = b;
        model.split(tree, node, f, edges[f][b]);
      }
    }
    return best;
  }

  /** Moves a node's rows to its children, each side in its old order. */
  private void partition(int node) {
    int left = starts[node];
    int right = 0;
    for (int i = starts[node]; i < ends[node]; i++) {
      int row = order[i];
      if (bins[row * width + features[node]] > splits[node]) {
        spare[right++] = row;
      } else {
        order[left++] = row;
      }
    }
    System.arraycopy(spare, 0, order, left, right);
    starts[2 * node + 1] = starts[node];
    ends[2 * node + 1] = left;
    starts[2 * node + 2] = left;
    ends[2 * node + 2] = left + right;
  }

  /**
   * Second derivative of the pseudo-Huber loss: a leaf moves by a Newton step, further where the
   * loss is linear, as its rows' errors say little about how far.
   */
  private static double curvature(double error) {
    double z = error / LINEAR_FROM;
    double square = 1 + z * z;
    return 1 / (square * Math.sqrt(square));
  }

  private void leaves(int tree) {
    float[] values = new float[BoostedTrees.LEAVES];
    for (int leaf = 0; leaf < values.length; leaf++) {
      long all = 0;
      double curvature = 0;
      for (int i = starts[NODES + leaf]; i < ends[NODES + leaf]; i++) {
        int row = order[i];
        all += gradient[row];
        curvature += curvature(target[row] - predicted[row]);
      }
      values[leaf] = (float) (RATE * sum(all) / (curvature + SHRINKAGE));
      model.leaf(tree, leaf, values[leaf]);
    }
    for (int r = 0; r < count; r++) {
      int node = 0;
      for (int level = 0; level < BoostedTrees.DEPTH; level++) {
        int over = (splits[node] - bins[r * width + features[node]]) >>> 31;
        node = 2 * node + 1 + over;
      }
      predicted[r] += values[node - NODES];
    }
  }
}
