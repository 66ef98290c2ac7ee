package io.tiktoktoe.forecast.network;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Trains the network on {@link SyntheticSeries} by Adam with a warm-up, a cosine fall of the
 * learning rate, clipped gradients and a running average of the weights. Every step draws its own
 * series from the seed and the step's number, in shards of fixed size whose gradients are added in
 * order. So a training that was interrupted and resumed gives the same weights as one that ran
 * through, on any number of threads. One thread calls, {@code threads} work.
 */
public final class NetworkTraining implements AutoCloseable {

  /** Steps of the horizon that are decoded per training series: the rest would cost and not add. */
  private static final int DECODED_STEPS = 24;

  private static final double BETA1 = .9;
  private static final double BETA2 = .99;
  private static final double EPSILON = 1e-8;

  /** Longest gradient that is followed in full. */
  private static final double CLIP = 1;

  /** Parameters that one thread updates at a time. */
  private static final int RANGE = 1 << 15;

  private static final int CHECKPOINT_MARK = 0x744e_5431;

  private final TrainingOptions options;
  private final Workers workers;
  private final TrainingShard[] shards;
  private final float[] slopes = new float[NetworkShape.PARAMETERS];
  private final float[] parameters;
  private final float[] average;
  private final float[] first = new float[NetworkShape.PARAMETERS];
  private final float[] second = new float[NetworkShape.PARAMETERS];
  private @Nullable ValidationSeries validation;
  private long step;

  private NetworkTraining(TrainingOptions options, int threads) {
    this.options = options;
    workers = new Workers(threads);
    shards = new TrainingShard[(options.batch() - 1) / TrainingShard.SERIES + 1];
    for (int i = 0; i < shards.length; i++) {
      int left = options.batch() - i * TrainingShard.SERIES;
      shards[i] = new TrainingShard(Math.min(TrainingShard.SERIES, left), DECODED_STEPS);
    }
    parameters = NetworkWeights.untrained(options.seed()).parameters().clone();
    average = parameters.clone();
  }

  /** A new training on this many threads. */
  public static NetworkTraining start(TrainingOptions options, int threads) {
    return new NetworkTraining(options, threads);
  }

  /** Goes on from what {@link #checkpoint} wrote; the options may ask for another length. */
  public static NetworkTraining resume(TrainingOptions options, int threads, InputStream checkpoint)
      throws IOException {
    NetworkTraining training = new NetworkTraining(options, threads);
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
    SplittableRandom seeds = new SplittableRandom(seed);
    long[] own = seeds.longs(shards.length).toArray();
    workers.each(shards.length, i -> shards[i].work(parameters, own[i]));
    descend();
    double loss = 0;
    for (TrainingShard shard : shards) {
      loss += share(shard) * shard.loss();
    }
    return loss;
  }

  private float share(TrainingShard shard) {
    return shard.count() / (float) options.batch();
  }

  private void descend() {
    int ranges = (NetworkShape.PARAMETERS - 1) / RANGE + 1;
    double[] squares = new double[ranges];
    workers.each(ranges, range -> squares[range] = addSlopes(range));
    double square = Arrays.stream(squares).sum();
    float clip = (float) Math.min(1, CLIP / (Math.sqrt(square) + 1e-12));
    double correction1 = 1 - Math.pow(BETA1, step);
    double correction2 = Math.sqrt(1 - Math.pow(BETA2, step));
    float rate = (float) (options.rateAt(step) * correction2 / correction1);
    workers.each(ranges, range -> follow(range, clip, rate));
  }

  /** Adds the shards' slopes of one range of parameters and returns the sum of their squares. */
  private double addSlopes(int range) {
    int from = range * RANGE;
    int to = Math.min(from + RANGE, slopes.length);
    Arrays.fill(slopes, from, to, 0f);
    for (TrainingShard shard : shards) {
      float share = share(shard);
      float[] gradient = shard.gradient();
      for (int i = from; i < to; i++) {
        slopes[i] += share * gradient[i];
      }
    }
    double square = 0;
    for (int i = from; i < to; i++) {
      square += slopes[i] * slopes[i];
    }
    return square;
  }

  private void follow(int range, float clip, float rate) {
    float keep = (float) Math.min(options.averaging(), step / (step + 10.0));
    int from = range * RANGE;
    int to = Math.min(from + RANGE, slopes.length);
    for (int i = from; i < to; i++) {
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
    ValidationSeries series = validation;
    if (series == null || series.count() != count) {
      series = new ValidationSeries(count, DECODED_STEPS);
      validation = series;
    }
    return series.loss(average, workers);
  }

  /** The averaged weights so far, with their provenance. */
  public NetworkWeights weights(double validationLoss) {
    return NetworkWeights.of(
        average,
        new NetworkProvenance(
            SyntheticSeries.VERSION, options.seed(), step, options.batch(), validationLoss));
  }

  /** Stops the threads. */
  @Override
  public void close() {
    workers.close();
  }
}
