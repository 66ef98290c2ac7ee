package io.tiktoktoe.forecast.blend;

import io.tiktoktoe.outlook.QuantileGrid;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What many series teach about each (cross-learning): which members deserve weight at which part of
 * the horizon, and by how much the spread of the past understates that of the future, which is a
 * conformal correction. Each sparsity class has weights of its own, drawn towards those of all;
 * widths are common, since factors of a class chased the windows that its few series share.
 *
 * @param priors weights for each part of the horizon and member, by sparsity class; empty when
 *     nothing was learned
 * @param names the members the priors belong to, empty when nothing was learned
 * @param stretch by part of the horizon and quantile, what the distance from the median is
 *     multiplied with
 * @param betweenWindows by how much windows of the past differed for all series alike: standard
 *     deviation of the log of the width that they needed; NaN when fewer than two were seen
 */
public record Pool(Map<Sparsity, double[][]> priors,
    List<String> names,
    double[][] stretch,
    double betweenWindows) {

  /** Parts of the horizon with weights and calibration of their own. */
  public static final int PARTS = 3;

  /** Prior shares: gradient boosting, neural network, Bayesian model. */
  static final double BOOSTING = 0.4;

  static final double NETWORK = 0.3;
  static final double BAYESIAN = 0.3;

  /** Nothing learned from other series: as wide as the series' own past. */
  public static final Pool NONE = new Pool(Map.of(), List.of(), constant(1), Double.NaN);

  /** Whether a conformal correction of the bands was learned from other series. */
  public boolean learned() {
    return !names.isEmpty();
  }

  static double[][] constant(double value) {
    double[][] stretch = new double[PARTS][QuantileGrid.SIZE];
    for (double[] part : stretch) {
      Arrays.fill(part, value);
    }
    return stretch;
  }

  /** Writes what was learned so that {@link #read} gives the same, bit by bit. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(names.size());
    for (String name : names) {
      out.writeUTF(name);
    }
    for (Sparsity sparsity : learned() ? Sparsity.values() : new Sparsity[0]) {
      write(out, Objects.requireNonNull(priors.get(sparsity)));
    }
    write(out, stretch);
    out.writeDouble(betweenWindows);
  }

  private static void write(DataOutput out, double[][] parts) throws IOException {
    for (double[] part : parts) {
      for (double value : part) {
        out.writeDouble(value);
      }
    }
  }

  /** Reads what {@link #write} wrote. */
  public static Pool read(DataInput in) throws IOException {
    List<String> names = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      names.add(in.readUTF());
    }
    Map<Sparsity, double[][]> priors = new EnumMap<>(Sparsity.class);
    for (Sparsity sparsity : names.isEmpty() ? new Sparsity[0] : Sparsity.values()) {
      priors.put(sparsity, read(in, names.size()));
    }
    return new Pool(priors, List.copyOf(names), read(in, QuantileGrid.SIZE), in.readDouble());
  }

  private static double[][] read(DataInput in, int width) throws IOException {
    double[][] parts = new double[PARTS][width];
    for (double[] part : parts) {
      for (int i = 0; i < width; i++) {
        part[i] = in.readDouble();
      }
    }
    return parts;
  }

  /** Prior weights of these members at a part of the horizon. */
  public double[] prior(Lookback lookback, int part) {
    double[] weights = shares(lookback.kinds());
    if (names.equals(lookback.names())) {
      double[][] learned = Objects.requireNonNull(priors.get(Sparsity.of(lookback.history())));
      for (int m = 0; m < weights.length; m++) {
        weights[m] = 0.9 * learned[part][m] + 0.1 * weights[m];
      }
    }
    return weights;
  }

  /**
   * Shares before any evidence: .4 gradient boosting, .3 network, .3 Bayesian; the experts take
   * half of boosting's place, all of it when there is none; what is absent is given to the rest.
   */
  public static double[] shares(List<Lookback.Kind> kinds) {
    boolean boosted = kinds.contains(Lookback.Kind.BOOSTING);
    long experts = kinds.stream().filter(kind -> kind == Lookback.Kind.EXPERT).count();
    double[] shares = new double[kinds.size()];
    double sum = 0;
    for (int m = 0; m < shares.length; m++) {
      shares[m] =
          switch (kinds.get(m)) {
            case EXPERT -> (boosted ? BOOSTING / 2 : BOOSTING) / experts;
            case BOOSTING -> BOOSTING / 2;
            case NETWORK -> NETWORK;
            case BAYESIAN -> BAYESIAN;
          };
      sum += shares[m];
    }
    for (int m = 0; m < shares.length; m++) {
      shares[m] /= sum;
    }
    return shares;
  }
}
