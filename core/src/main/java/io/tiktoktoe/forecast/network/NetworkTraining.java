package io.tiktoktoe.forecast.network;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.SplittableRandom;

/**
 * Trains the network on {@link SyntheticSeries} by Adam with a warm-up, a cosine fall of the
 * learning rate, clipped gradients and a running average of the weights. Every step draws its own
 * series from the seed and the step's number, so a training that was interrupted and resumed gives
 * the same weights as one that ran through. Not thread safe.
 */
public final class NetworkTraining {

  /** Steps of the horizon that are decoded per training series: the rest would cost and not add. */
  private static final int DECODED_STEPS = 24;

  private static final double BETA1 = .9;
  private static final double BETA2 = .99;
  private static final double EPSILON = 1e-8;

  /** Longest gradient that is followed in full. */
  private static final double CLIP = 1;

  /** Keeps validation series apart from every training stream. */
  private static final long VALIDATION_SEED = 0x7e57_5eedL;

  private static final int CHECKPOINT_MARK = 0x744e_5431;

  private final TrainingOptions options;
  private final NetworkPass pass;
  private final NetworkGradient gradient;
  private final TrainingBatch batch;
  private final float[] parameters;
  private final float[] average;
  private final float[] first = new float[NetworkShape.PARAMETERS];
  private final float[] second = new float[NetworkShape.PARAMETERS];
  private long step;

  private NetworkTraining(TrainingOptions options) {
    this.options = options;
    pass = new NetworkPass(Kernels.best(), options.batch(), DECODED_STEPS);
    gradient = new NetworkGradient(pass);
    batch = new TrainingBatch(pass);
    parameters = NetworkWeights.untrained(options.seed()).parameters().clone();
    average = parameters.clone();
  }

  /** A new training. */
  public static NetworkTraining start(TrainingOptions options) {
    return new NetworkTraining(options);
  }

  /** Goes on from what {@link #checkpoint} wrote; the options may ask for another length. */
  public static NetworkTraining resume(TrainingOptions options, InputStream checkpoint)
      throws IOException {
    NetworkTraining training = new NetworkTraining(options);
    DataInputStream in = new DataInputStream(new BufferedInputStream(checkpoint, 1 << 16));
    int mark = in.readInt();
    int size = in.readInt();
    if (mark != CHECKPOINT_MARK || size != NetworkShape.PARAMETERS) {
      throw new IOException(
          "checkpoint mark (%x) and size (%d) must be %x and %d. Maybe it is of another version."
              .formatted(mark, size, CHECKPOINT_MARK, NetworkShape.PARAMETERS));
    }
    training.step = in.readLong();
    for (float[] values : training.state()) {
      for (int i = 0; i < values.length; i++) {
        values[i] = in.readFloat();
      }
    }
    return training;
  }

  /** Writes everything that {@link #resume} needs, 8 MB. */
  public void checkpoint(OutputStream checkpoint) throws IOException {
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(checkpoint, 1 << 16));
    out.writeInt(CHECKPOINT_MARK);
    out.writeInt(NetworkShape.PARAMETERS);
    out.writeLong(step);
    for (float[] values : state()) {
      for (float value : values) {
        out.writeFloat(value);
      }
    }
    out.flush();
  }

  private float[][] state() {
    return new float[][] {parameters, average, first, second};
  }

  /** Steps taken so far. */
  public long step() {
    return step;
  }

  /** One optimiser step; returns the loss of its batch before the step. */
  public double advance() {
    step++;
    long seed = new SplittableRandom(options.seed() ^ step * 0x9E37_79B9_7F4A_7C15L).nextLong();
    SyntheticSeries series = SyntheticSeries.stream(seed, NetworkShape.HORIZON);
    SplittableRandom random = new SplittableRandom(seed + 1);
    for (int index = 0; index < options.batch(); index++) {
      batch.put(index, series.next(), random);
    }
    pass.forward(parameters, options.batch());
    double loss = gradient.backward(parameters, options.batch(), batch.targets, batch.weights);
    descend();
    return loss;
  }

  private void descend() {
    float[] slopes = gradient.gradient();
    double square = 0;
    for (float slope : slopes) {
      square += slope * slope;
    }
    float clip = (float) Math.min(1, CLIP / (Math.sqrt(square) + 1e-12));
    double correction1 = 1 - Math.pow(BETA1, step);
    double correction2 = Math.sqrt(1 - Math.pow(BETA2, step));
    float rate = (float) (options.rateAt(step) * correction2 / correction1);
    float keep = (float) Math.min(options.averaging(), step / (step + 10.0));
    for (int i = 0; i < slopes.length; i++) {
      float slope = clip * slopes[i];
      first[i] = (float) BETA1 * first[i] + (float) (1 - BETA1) * slope;
      second[i] = (float) BETA2 * second[i] + (float) (1 - BETA2) * slope * slope;
      parameters[i] -= rate * first[i] / ((float) Math.sqrt(second[i]) + (float) EPSILON);
      average[i] = keep * average[i] + (1 - keep) * parameters[i];
    }
  }

  /**
   * Mean weighted pinball loss of the averaged weights on {@code count} validation series, which
   * are the same in every call and in no training stream.
   */
  public double validationLoss(int count) {
    return validationLoss(average, count);
  }

  static double validationLoss(float[] weights, int count) {
    NetworkPass pass = new NetworkPass(Kernels.best(), 16, DECODED_STEPS);
    TrainingBatch batch = new TrainingBatch(pass);
    NetworkLoss loss = new NetworkLoss();
    SyntheticSeries series = SyntheticSeries.stream(VALIDATION_SEED, NetworkShape.HORIZON);
    SplittableRandom random = new SplittableRandom(VALIDATION_SEED);
    for (int done = 0; done < count; done += pass.capacity) {
      int size = Math.min(pass.capacity, count - done);
      for (int index = 0; index < size; index++) {
        batch.put(index, series.next(), random);
      }
      pass.forward(weights, size);
      pass.sortQuantiles(size);
      loss.add(pass, batch, size);
    }
    return loss.mean();
  }

  /** The averaged weights so far, with their provenance. */
  public NetworkWeights weights(double validationLoss) {
    return NetworkWeights.of(
        average,
        new NetworkProvenance(
            SyntheticSeries.VERSION, options.seed(), step, options.batch(), validationLoss));
  }
}
