package io.tiktoktoe.forecast.network;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * The network's parameters and their provenance; immutable. Stored as IEEE 754 half precision,
 * which halves the size; the loss rises by less than one part in 100,000.
 */
public final class NetworkWeights {

  private static final String RESOURCE = "network.weights";
  private static final String HEADER = "network.properties";

  /** Share of the usual start of the last layer of a block, so that blocks start near identity. */
  private static final double QUIET = .1;

  private final float[] parameters;
  private final NetworkProvenance provenance;

  private NetworkWeights(float[] parameters, NetworkProvenance provenance) {
    this.parameters = parameters;
    this.provenance = provenance;
  }

  static NetworkWeights of(float[] parameters, NetworkProvenance provenance) {
    return new NetworkWeights(parameters.clone(), provenance);
  }

  /** Random weights that have learnt nothing: for tests and as the start of a training. */
  public static NetworkWeights untrained(long seed) {
    RandomGenerator random = new java.util.SplittableRandom(seed);
    float[] parameters = new float[NetworkShape.PARAMETERS];
    start(parameters, NetworkShape.STEM, 1, random);
    for (int block = 0; block < NetworkShape.BLOCKS; block++) {
      start(parameters, NetworkShape.WIDEN[block], 1, random);
      start(parameters, NetworkShape.NARROW[block], QUIET, random);
    }
    start(parameters, NetworkShape.KNOT, 1, random);
    start(parameters, NetworkShape.DECODE, 1, random);
    start(parameters, NetworkShape.REFINE, 1, random);
    start(parameters, NetworkShape.HEAD, QUIET, random);
    double[] levels = NetworkShape.LEVELS;
    for (int level = 0; level < levels.length; level++) {
      // A logistic quantile function: a sane band before the first step.
      parameters[NetworkShape.HEAD.biases() + NetworkShape.OFFSETS + level] =
          (float) Math.log(levels[level] / (1 - levels[level]));
    }
    return new NetworkWeights(
        parameters, new NetworkProvenance(SyntheticSeries.VERSION, seed, 0, 0, Double.NaN));
  }

  private static void start(
      float[] parameters, NetworkShape.Dense layer, double gain, RandomGenerator random) {
    double deviation = gain * Math.sqrt(2.0 / layer.input());
    for (int i = layer.offset(); i < layer.biases(); i++) {
      parameters[i] = (float) (deviation * random.nextGaussian());
    }
  }

  /** The weights in this project. */
  static NetworkWeights load() {
    try (InputStream header = open(HEADER);
        InputStream body = open(RESOURCE)) {
      return read(header, body);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the network's weights; the jar is damaged.", e);
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream stream = NetworkWeights.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IOException("resource (%s) is missing. Maybe build again.".formatted(name));
    }
    return stream;
  }

  /** Reads what {@link #write} wrote. */
  static NetworkWeights read(InputStream header, InputStream body) throws IOException {
    Properties properties = new Properties();
    properties.load(new InputStreamReader(header, StandardCharsets.UTF_8));
    NetworkProvenance provenance = NetworkProvenance.fromProperties(properties);
    float[] parameters = new float[NetworkShape.PARAMETERS];
    DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(body));
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = Float.float16ToFloat(in.readShort());
    }
    return new NetworkWeights(parameters, provenance);
  }

  /** Writes the provenance as text and the parameters as half-precision numbers. */
  public void write(OutputStream header, OutputStream body) throws IOException {
    StringBuilder text = new StringBuilder("# Provenance of network.weights (float16)\n");
    for (Map.Entry<Object, Object> entry : new TreeMap<>(provenance.toProperties()).entrySet()) {
      text.append(entry.getKey()).append('=').append(entry.getValue()).append('\n');
    }
    header.write(text.toString().getBytes(StandardCharsets.UTF_8));
    DataOutputStream out = new DataOutputStream(new java.io.BufferedOutputStream(body));
    for (float parameter : parameters) {
      out.writeShort(Float.floatToFloat16(parameter));
    }
    out.flush();
  }

  /** Where these weights come from. */
  public NetworkProvenance provenance() {
    return provenance;
  }

  /** The parameters themselves: never changed by those who share them in this package. */
  float[] parameters() {
    return parameters;
  }
}
