package io.tiktoktoe.forecast.network;

/**
 * Sizes of the network's parts and where each part's parameters lie in the flat array. The widths
 * are multiples of 32, two vectors of the widest SIMD registers.
 */
public final class NetworkShape {

  /** Steps forecast in one pass. */
  public static final int HORIZON = 90;

  /** Quantile levels, sorted; include both ends of the 68% and the 95% interval. */
  public static final double[] LEVELS = {
    .025, .05, .1, .16, .2, .3, .4, .5, .6, .7, .8, .84, .9, .95, .975
  };

  /** Numbers that describe the whole history. */
  public static final int HISTORY = 192;

  /** Numbers that describe one step ahead. */
  public static final int STEP = 48;

  public static final int WIDTH = 256;
  public static final int BLOCKS = 3;

  /** Steps at which the history's summary is decoded; between them it is interpolated. */
  public static final int[] KNOTS = {1, 2, 4, 7, 14, 28, 56, 90};

  /** Numbers per knot. */
  public static final int LATENT = 48;

  public static final int DECODER_INPUT = STEP + LATENT;
  public static final int DECODER = 96;

  /** Candidate logits, quantile offsets, log spread, padding. */
  public static final int OUTPUT = 32;

  /** Where the quantile offsets start in the output. */
  public static final int OFFSETS = Candidates.COUNT;

  /** Where the log spread lies in the output. */
  public static final int SPREAD = OFFSETS + LEVELS.length;

  /** One dense layer: weights input x output row-major, then biases. */
  public record Dense(int offset, int input, int output) {
    public int biases() {
      return offset + input * output;
    }

    public int end() {
      return biases() + output;
    }
  }

  public static final Dense STEM = new Dense(0, HISTORY, WIDTH);
  public static final Dense[] WIDEN = new Dense[BLOCKS];
  public static final Dense[] NARROW = new Dense[BLOCKS];
  public static final Dense KNOT;
  public static final Dense DECODE;
  public static final Dense REFINE;
  public static final Dense HEAD;

  /** How many parameters there are. */
  public static final int PARAMETERS;

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
  public static int knotBefore(int step) {
    return KNOT_BEFORE[step];
  }

  /** How far a step lies from its knot towards the next, in [0, 1], on the log scale. */
  public static float towardsNext(int step) {
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
