package io.tiktoktoe.benchmarks.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A data set with a planted number of clusters.
 *
 * @param rows of values
 * @param labels the cluster of each row
 * @param clusters how many
 * @param description what was drawn
 */
record PlantedSet(double[][] rows, int[] labels, int clusters, String description) {

  private static final int MOST = 8;
  private static final int ROWS_EACH = 40;
  private static final int FREEDOM = 5;

  /** What a cluster looks like. */
  private enum Shape {
    BALL,
    WIDTHS,
    ELLIPSE,
    BOX,
    HEAVY
  }

  /** Draws everything from the seed; the number of clusters goes round from 1 to 8. */
  static PlantedSet of(int seed, double nearest, double farthest) {
    SplittableRandom random = new SplittableRandom(seed * 7919L + 13);
    int clusters = 1 + seed % MOST;
    int columns = 2 + random.nextInt(8);
    int rows = Math.max(ROWS_EACH * clusters, (int) (150 * Math.pow(20, random.nextDouble())));
    Shape shape = Shape.values()[random.nextInt(Shape.values().length)];
    double apart = nearest + (farthest - nearest) * random.nextDouble();
    double[] widths = new double[clusters];
    double[] shares = new double[clusters];
    boolean equal = random.nextBoolean();
    double[][][] turns = new double[clusters][][];
    for (int cluster = 0; cluster < clusters; cluster++) {
      widths[cluster] = shape == Shape.WIDTHS ? 0.5 + random.nextDouble() : 1;
      shares[cluster] = equal ? 1 : 0.3 + random.nextDouble();
      turns[cluster] = turn(columns, shape == Shape.ELLIPSE ? 0.35 : 0, random);
    }
    double[][] centres = centres(columns, apart, widths, shape, random);
    double[][] values = new double[rows][];
    int[] labels = new int[rows];
    for (int row = 0; row < rows; row++) {
      int cluster = drawn(shares, random);
      labels[row] = cluster;
      double[] inner = inner(columns, shape, random);
      values[row] = new double[columns];
      for (int column = 0; column < columns; column++) {
        double sum = 0;
        for (int axis = 0; axis < columns; axis++) {
          sum += turns[cluster][column][axis] * inner[axis];
        }
        values[row][column] = centres[cluster][column] + widths[cluster] * sum;
      }
    }
    String what =
        String.format(
            Locale.ROOT,
            "seed %d: %d clusters, %d columns, %d rows, %s, %.1f apart",
            seed,
            clusters,
            columns,
            rows,
            shape.name().toLowerCase(Locale.ROOT),
            apart);
    return new PlantedSet(values, labels, clusters, what);
  }

  private static double[][] turn(int columns, double much, SplittableRandom random) {
    double[][] turn = new double[columns][columns];
    for (int column = 0; column < columns; column++) {
      for (int axis = 0; axis < columns; axis++) {
        turn[column][axis] = column == axis ? 1 : much == 0 ? 0 : much * random.nextGaussian();
      }
    }
    return turn;
  }

  private static double[][] centres(
      int columns, double apart, double[] widths, Shape shape, SplittableRandom random) {
    List<double[]> centres = new ArrayList<>();
    double room = apart;
    for (int tries = 1; centres.size() < widths.length; tries++) {
      double[] centre = random.doubles(columns, 0, room).toArray();
      boolean free = true;
      for (int other = 0; other < centres.size(); other++) {
        double width = shape == Shape.ELLIPSE ? 1.2 : (widths[other] + widths[centres.size()]) / 2;
        free &= distance(centres.get(other), centre) >= apart * width;
      }
      if (free) {
        centres.add(centre);
      }
      room *= tries % 200 == 0 ? 1.1 : 1;
    }
    return centres.toArray(double[][]::new);
  }

  private static double distance(double[] one, double[] other) {
    double sum = 0;
    for (int column = 0; column < one.length; column++) {
      sum += (one[column] - other[column]) * (one[column] - other[column]);
    }
    return Math.sqrt(sum);
  }

  private static int drawn(double[] shares, SplittableRandom random) {
    double place = random.nextDouble() * Arrays.stream(shares).sum();
    int cluster = 0;
    while (cluster < shares.length - 1 && place > shares[cluster]) {
      place -= shares[cluster++];
    }
    return cluster;
  }

  /** Of variance 1 in every direction. */
  private static double[] inner(int columns, Shape shape, SplittableRandom random) {
    double[] inner = new double[columns];
    double scale = 1;
    if (shape == Shape.HEAVY) {
      double squares = 0;
      for (int at = 0; at < FREEDOM; at++) {
        double one = random.nextGaussian();
        squares += one * one;
      }
      scale = Math.sqrt((FREEDOM - 2) / squares);
    }
    double heavy = scale;
    Arrays.setAll(
        inner,
        at ->
            shape == Shape.BOX
                ? (random.nextDouble() - 0.5) * Math.sqrt(12)
                : heavy * random.nextGaussian());
    return inner;
  }
}
