package io.tiktoktoe.forecast.network;

import static io.tiktoktoe.forecast.network.NetworkShape.DECODER;
import static io.tiktoktoe.forecast.network.NetworkShape.DECODER_INPUT;
import static io.tiktoktoe.forecast.network.NetworkShape.HISTORY;
import static io.tiktoktoe.forecast.network.NetworkShape.KNOTS;
import static io.tiktoktoe.forecast.network.NetworkShape.LATENT;
import static io.tiktoktoe.forecast.network.NetworkShape.LEVELS;
import static io.tiktoktoe.forecast.network.NetworkShape.OFFSETS;
import static io.tiktoktoe.forecast.network.NetworkShape.OUTPUT;
import static io.tiktoktoe.forecast.network.NetworkShape.SPREAD;
import static io.tiktoktoe.forecast.network.NetworkShape.STEP;
import static io.tiktoktoe.forecast.network.NetworkShape.WIDTH;

import io.tiktoktoe.forecast.network.Kernels.Block;
import io.tiktoktoe.forecast.network.NetworkShape.Dense;
import java.util.Arrays;

/**
 * One forward pass over a batch, with the buffers that hold its inputs and activations. Not thread
 * safe: each thread owns one and uses it again.
 */
final class NetworkPass {

  /** Bounds of the log spread, so that no input can make a band explode. */
  static final float SPREAD_BOUND = 4f;

  final Kernels kernels;
  final int capacity;
  final int steps;

  /** Filled by the caller: numbers on each history, {@link NetworkShape#HISTORY} a row. */
  final float[] history;

  /** Filled by the caller: rows of decoder input, the first {@link NetworkShape#STEP} columns. */
  final float[] decoderInput;

  /** Filled by the caller: which step (from 1) each decoder row stands for. */
  final int[] stepOf;

  /** Filled by the caller: candidates of each decoder row less the reference, in noise units. */
  final float[] candidates;

  final float[] stem;
  final float[][] wide = new float[NetworkShape.BLOCKS][];
  final float[][] narrow = new float[NetworkShape.BLOCKS][];
  final float[] knots;
  final float[] decoded;
  final float[] refined;
  final float[] refinedSum;
  final float[] output;

  /** Mixing weights of the candidates per decoder row. */
  final float[] mix;

  /** Quantiles per decoder row, as distances from the reference candidate in noise units. */
  final float[] quantiles;

  /** Room for {@code capacity} series with {@code steps} decoder rows each. */
  NetworkPass(Kernels kernels, int capacity, int steps) {
    this.kernels = kernels;
    this.capacity = capacity;
    this.steps = steps;
    int rows = capacity * steps;
    history = new float[capacity * HISTORY];
    decoderInput = new float[rows * DECODER_INPUT];
    stepOf = new int[rows];
    candidates = new float[rows * Candidates.COUNT];
    stem = new float[capacity * WIDTH];
    for (int block = 0; block < NetworkShape.BLOCKS; block++) {
      wide[block] = new float[capacity * WIDTH];
      narrow[block] = new float[capacity * WIDTH];
    }
    knots = new float[capacity * KNOTS.length * LATENT];
    decoded = new float[rows * DECODER];
    refined = new float[rows * DECODER];
    refinedSum = new float[rows * DECODER];
    output = new float[rows * OUTPUT];
    mix = new float[rows * Candidates.COUNT];
    quantiles = new float[rows * LEVELS.length];
  }

  /** Computes {@link #quantiles} of the first {@code count} series. */
  void forward(float[] parameters, int count) {
    dense(parameters, NetworkShape.STEM, history, count, stem);
    rectify(stem, count * WIDTH);
    float[] state = stem;
    for (int block = 0; block < NetworkShape.BLOCKS; block++) {
      dense(parameters, NetworkShape.WIDEN[block], state, count, wide[block]);
      rectify(wide[block], count * WIDTH);
      dense(parameters, NetworkShape.NARROW[block], wide[block], count, narrow[block]);
      add(state, narrow[block], count * WIDTH);
      state = narrow[block];
    }
    dense(parameters, NetworkShape.KNOT, state, count, knots);
    int rows = count * steps;
    interpolate(rows);
    dense(parameters, NetworkShape.DECODE, decoderInput, rows, decoded);
    rectify(decoded, rows * DECODER);
    dense(parameters, NetworkShape.REFINE, decoded, rows, refined);
    rectify(refined, rows * DECODER);
    System.arraycopy(refined, 0, refinedSum, 0, rows * DECODER);
    add(decoded, refinedSum, rows * DECODER);
    dense(parameters, NetworkShape.HEAD, refinedSum, rows, output);
    for (int row = 0; row < rows; row++) {
      finish(row);
    }
  }

  private void dense(float[] parameters, Dense layer, float[] in, int rows, float[] out) {
    for (int row = 0; row < rows; row++) {
      System.arraycopy(parameters, layer.biases(), out, row * layer.output(), layer.output());
    }
    kernels.multiplyAdd(
        rows,
        layer.input(),
        layer.output(),
        Block.rows(in, 0, layer.input()),
        Block.rows(parameters, layer.offset(), layer.output()),
        Block.rows(out, 0, layer.output()));
  }

  private static void rectify(float[] values, int count) {
    for (int i = 0; i < count; i++) {
      values[i] = Math.max(values[i], 0f);
    }
  }

  private static void add(float[] what, float[] to, int count) {
    for (int i = 0; i < count; i++) {
      to[i] += what[i];
    }
  }

  private void interpolate(int rows) {
    for (int row = 0; row < rows; row++) {
      int knot = NetworkShape.knotBefore(stepOf[row]);
      float next = NetworkShape.towardsNext(stepOf[row]);
      int from = (row / steps * KNOTS.length + knot) * LATENT;
      int to = row * DECODER_INPUT + STEP;
      for (int i = 0; i < LATENT; i++) {
        decoderInput[to + i] = (1 - next) * knots[from + i] + next * knots[from + LATENT + i];
      }
    }
  }

  /** Softmax over the candidates, then base plus spread times offset for every level. */
  private void finish(int row) {
    int out = row * OUTPUT;
    int count = Candidates.COUNT;
    float largest = Float.NEGATIVE_INFINITY;
    for (int c = 0; c < count; c++) {
      largest = Math.max(largest, output[out + c]);
    }
    float sum = 0;
    for (int c = 0; c < count; c++) {
      float weight = (float) Math.exp(output[out + c] - largest);
      mix[row * count + c] = weight;
      sum += weight;
    }
    float base = 0;
    for (int c = 0; c < count; c++) {
      mix[row * count + c] /= sum;
      base += mix[row * count + c] * candidates[row * count + c];
    }
    float spread = spread(output[out + SPREAD]);
    for (int level = 0; level < LEVELS.length; level++) {
      quantiles[row * LEVELS.length + level] = base + spread * output[out + OFFSETS + level];
    }
  }

  static float spread(float logSpread) {
    return (float) Math.exp(Math.clamp(logSpread, -SPREAD_BOUND, SPREAD_BOUND));
  }

  /** Sorts the quantiles of each row: estimated quantiles may cross, true ones cannot. */
  void sortQuantiles(int count) {
    for (int row = 0; row < count * steps; row++) {
      Arrays.sort(quantiles, row * LEVELS.length, (row + 1) * LEVELS.length);
    }
  }
}
