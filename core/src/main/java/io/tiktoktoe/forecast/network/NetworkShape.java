package io.tiktoktoe.forecast.network;

/**
 * Sizes of the network's parts and where each part's parameters lie in the flat array. The widths
 * are multiples of 32, two vectors of the widest SIMD registers.
 */
final class NetworkShape {

  /** Steps forecast in one pass. */
  static final int HORIZON = 90;

  /** Quantile levels, sorted; include both ends of the 68% and the 95% interval. */
  static final double[] LEVELS = {
    .025, .05, .1, .16, .2, .3, .4, .5, .6, .7, .8, .84, .9, .95, .975
  };

  /** Numbers that describe the whole history. */
  static final int HISTORY = 192;

  /** Numbers that describe one step ahead. */
  static final int STEP = 48;

  static final int WIDTH = 256;
  static final int BLOCKS = 3;

  /** Steps at which the history's summary is decoded; between them it is interpolated. */
  static final int[] KNOTS = {1, 2, 4, 7, 14, 28, 56, 90};

  /** Numbers per knot. */
  static final int LATENT = 48;

  static final int DECODER_INPUT = STEP + LATENT;
  static final int DECODER = 96;

  /** Candidate logits, quantile offsets, log spread, padding. */
  static final int OUTPUT = 32;

  /** Where the quantile offsets start in the output. */
  static final int OFFSETS = Candidates.COUNT;

  /** Where the log spread lies in the output. */
  static final int SPREAD = OFFSETS + LEVELS.length;

  /** One dense layer: weights input x output row-major, then biases. */
  record Dense(int offset, int input, int output) {
    int biases() {
      return offset + input * output;
    }

    int end() {
      return biases() + output;
    }
  }

  static final Dense STEM = new Dense(0, HISTORY, WIDTH);
  static final Dense[] WIDEN = new Dense[BLOCKS];
  static final Dense[] NARROW = new Dense[BLOCKS];
  static final Dense KNOT;
  static final Dense DECODE;
  static final Dense REFINE;
  static final Dense HEAD;

  /** How many parameters there are. */
  static final int PARAMETERS;

  static {
    int at = STEM.end();
    for (int block = 0; block < BLOCKS; block++) {
      WIDEN[block] = new Dense(at, WIDTH, WIDTH);
      NARROW[block] = new Dense(WIDEN[block].end(), WIDTH, WIDTH);
      at = NARROW[block].end();
    }
    KNOT = new Dense(at, WIDTH, KNOTS.length * LATENT);
    DECODE = new Dense(KNOT.end(), DECODER_INPUT, DECODER);
    REFINE = new Dense(DECODE.end(), DECODER, DECODER);
    HEAD = new Dense(REFINE.end(), DECODER, OUTPUT);
    PARAMETERS = HEAD.end();
  }

  private NetworkShape() {}

  /** The knot at or before a step (1 to {@link #HORIZON}); never the last one. */
  static int knotBefore(int step) {
    return KNOT_BEFORE[step];
  }

  /** How far a step lies from its knot towards the next, in [0, 1], on the log scale. */
  static float towardsNext(int step) {
    return TOWARDS_NEXT[step];
  }

  /** The natural logarithm of a step. */
  static double logOf(int step) {
    return LOG[step];
  }

  private static final double[] LOG = new double[HORIZON + 1];

  private static final int[] KNOT_BEFORE = new int[HORIZON + 1];
  private static final float[] TOWARDS_NEXT = new float[HORIZON + 1];

  static {
    for (int step = 1; step <= HORIZON; step++) {
      LOG[step] = Math.log(step);
      int knot = 0;
      while (knot < KNOTS.length - 2 && KNOTS[knot + 1] <= step) {
        knot++;
      }
      KNOT_BEFORE[step] = knot;
      double gap = Math.log(KNOTS[knot + 1] / (double) KNOTS[knot]);
      TOWARDS_NEXT[step] = (float) (Math.log(step / (double) KNOTS[knot]) / gap);
    }
  }
}
