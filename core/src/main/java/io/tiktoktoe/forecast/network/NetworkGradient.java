package io.tiktoktoe.forecast.network;

import static io.tiktoktoe.forecast.network.NetworkShape.DECODER;
import static io.tiktoktoe.forecast.network.NetworkShape.DECODER_INPUT;
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
 * The mean weighted pinball loss of a forward pass and its gradient by backpropagation. Costs about
 * two forward passes. Not thread safe.
 */
final class NetworkGradient {

  private final NetworkPass pass;
  private final float[] gradient = new float[NetworkShape.PARAMETERS];
  private final float[] transposed;
  private final float[] outputSlope;
  private final float[] decoderSlope;
  private final float[] refinedSlope;
  private final float[] inputSlope;
  private final float[] knotSlope;
  private final float[] stateSlope;
  private final float[] wideSlope;

  NetworkGradient(NetworkPass pass) {
    this.pass = pass;
    int rows = pass.capacity * pass.steps;
    transposed = new float[WIDTH * Math.max(WIDTH, KNOTS.length * LATENT)];
    outputSlope = new float[rows * OUTPUT];
    decoderSlope = new float[rows * DECODER];
    refinedSlope = new float[rows * DECODER];
    inputSlope = new float[rows * DECODER_INPUT];
    knotSlope = new float[pass.capacity * KNOTS.length * LATENT];
    stateSlope = new float[pass.capacity * WIDTH];
    wideSlope = new float[pass.capacity * WIDTH];
  }

  /** The gradient of the last {@link #backward}; overwritten by the next. */
  float[] gradient() {
    return gradient;
  }

  /**
   * The loss of the last forward pass: mean over rows and levels of weight times pinball, and its
   * gradient. Rows of weight 0 (missing truth) do not count.
   *
   * @param targets truth per decoder row, as distance from the reference in noise units
   * @param weights what one noise unit of pinball loss costs, per decoder row
   */
  double backward(float[] parameters, int count, float[] targets, float[] weights) {
    Arrays.fill(gradient, 0f);
    int rows = count * pass.steps;
    double loss = 0;
    float share = 1f / (rows * LEVELS.length);
    for (int row = 0; row < rows; row++) {
      loss += lossSlope(row, targets[row], weights[row] * share);
    }
    backDense(parameters, NetworkShape.HEAD, pass.refinedSum, outputSlope, rows, decoderSlope);
    System.arraycopy(decoderSlope, 0, refinedSlope, 0, rows * DECODER);
    gate(refinedSlope, pass.refined, rows * DECODER);
    float[] through = inputSlope;
    backDense(parameters, NetworkShape.REFINE, pass.decoded, refinedSlope, rows, through);
    for (int i = 0; i < rows * DECODER; i++) {
      decoderSlope[i] += through[i];
    }
    gate(decoderSlope, pass.decoded, rows * DECODER);
    backDense(parameters, NetworkShape.DECODE, pass.decoderInput, decoderSlope, rows, inputSlope);
    backKnots(rows, count);
    backHistory(parameters, count);
    return loss;
  }

  private double lossSlope(int row, float target, float weight) {
    int out = row * OUTPUT;
    int mixAt = row * Candidates.COUNT;
    float spread = NetworkPass.spread(pass.output[out + SPREAD]);
    float baseSlope = 0;
    float spreadSlope = 0;
    double loss = 0;
    for (int level = 0; level < LEVELS.length; level++) {
      float error = target - pass.quantiles[row * LEVELS.length + level];
      float slope = weight * (float) (error > 0 ? -LEVELS[level] : 1 - LEVELS[level]);
      loss -= (double) slope * error;
      outputSlope[out + OFFSETS + level] = slope * spread;
      baseSlope += slope;
      spreadSlope += slope * spread * pass.output[out + OFFSETS + level];
    }
    boolean bounded = Math.abs(pass.output[out + SPREAD]) >= NetworkPass.SPREAD_BOUND;
    outputSlope[out + SPREAD] = bounded ? 0 : spreadSlope;
    float base = 0;
    for (int c = 0; c < Candidates.COUNT; c++) {
      base += pass.mix[mixAt + c] * pass.candidates[mixAt + c];
    }
    for (int c = 0; c < Candidates.COUNT; c++) {
      outputSlope[out + c] = baseSlope * pass.mix[mixAt + c] * (pass.candidates[mixAt + c] - base);
    }
    return loss;
  }

  private void backKnots(int rows, int count) {
    Arrays.fill(knotSlope, 0, count * KNOTS.length * LATENT, 0f);
    for (int row = 0; row < rows; row++) {
      int knot = NetworkShape.knotBefore(pass.stepOf[row]);
      float next = NetworkShape.towardsNext(pass.stepOf[row]);
      int to = (row / pass.steps * KNOTS.length + knot) * LATENT;
      int from = row * DECODER_INPUT + STEP;
      for (int i = 0; i < LATENT; i++) {
        knotSlope[to + i] += (1 - next) * inputSlope[from + i];
        knotSlope[to + LATENT + i] += next * inputSlope[from + i];
      }
    }
  }

  private void backHistory(float[] parameters, int count) {
    int last = NetworkShape.BLOCKS - 1;
    backDense(parameters, NetworkShape.KNOT, pass.narrow[last], knotSlope, count, stateSlope);
    float[] through = new float[count * WIDTH];
    for (int block = last; block >= 0; block--) {
      float[] before = block == 0 ? pass.stem : pass.narrow[block - 1];
      Dense narrow = NetworkShape.NARROW[block];
      backDense(parameters, narrow, pass.wide[block], stateSlope, count, wideSlope);
      gate(wideSlope, pass.wide[block], count * WIDTH);
      backDense(parameters, NetworkShape.WIDEN[block], before, wideSlope, count, through);
      for (int i = 0; i < count * WIDTH; i++) {
        stateSlope[i] += through[i];
      }
    }
    gate(stateSlope, pass.stem, count * WIDTH);
    parameterSlopes(NetworkShape.STEM, pass.history, stateSlope, count);
  }

  /** Adds the layer's parameter gradient and overwrites {@code inSlope} with its input's. */
  private void backDense(
      float[] parameters, Dense layer, float[] in, float[] outSlope, int rows, float[] inSlope) {
    parameterSlopes(layer, in, outSlope, rows);
    for (int i = 0; i < layer.input(); i++) {
      for (int o = 0; o < layer.output(); o++) {
        transposed[o * layer.input() + i] = parameters[layer.offset() + i * layer.output() + o];
      }
    }
    Arrays.fill(inSlope, 0, rows * layer.input(), 0f);
    pass.kernels.multiplyAdd(
        rows,
        layer.output(),
        layer.input(),
        Block.rows(outSlope, 0, layer.output()),
        Block.rows(transposed, 0, layer.input()),
        Block.rows(inSlope, 0, layer.input()));
  }

  private void parameterSlopes(Dense layer, float[] in, float[] outSlope, int rows) {
    for (int row = 0; row < rows; row++) {
      for (int o = 0; o < layer.output(); o++) {
        gradient[layer.biases() + o] += outSlope[row * layer.output() + o];
      }
    }
    pass.kernels.multiplyAdd(
        layer.input(),
        rows,
        layer.output(),
        Block.rows(in, 0, layer.input()).transposed(),
        Block.rows(outSlope, 0, layer.output()),
        Block.rows(gradient, layer.offset(), layer.output()));
  }

  /** A rectifier passes slopes only where it passed its input. */
  private static void gate(float[] slopes, float[] activations, int count) {
    for (int i = 0; i < count; i++) {
      slopes[i] = activations[i] > 0 ? slopes[i] : 0f;
    }
  }
}
