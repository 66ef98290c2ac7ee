package io.tiktoktoe.audience.fan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Calibration of probabilities: whether what was told with p came in p of the cases. */
public final class Calibration {

  private static final int STEPS = 50;

  private Calibration() {}

  /**
   * Expected calibration error: cases in groups of about equal number by what was told; the mean
   * distance of the told from the observed share, weighted by cases. NaN without cases.
   */
  public static double error(double[] told, boolean[] came, int groups) {
    int size = told.length;
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparingDouble(at -> told[at]))
            .mapToInt(Integer::intValue)
            .toArray();
    double error = 0;
    for (int group = 0; group < groups; group++) {
      int from = (int) ((long) group * size / groups);
      int to = (int) ((long) (group + 1) * size / groups);
      double off = 0;
      for (int at = from; at < to; at++) {
        off += told[order[at]] - (came[order[at]] ? 1 : 0);
      }
      error += Math.abs(off);
    }
    return size == 0 ? Double.NaN : error / size;
  }

  /**
   * What is to be added to log odds so that as many cases are expected as came.
   *
   * @param value the offset
   * @param information Fisher information on it: about the rarer outcome's count
   */
  record Offset(double value, double information) {}

  static Offset offset(double[] scores, boolean[] came) {
    double wanted = 0.5;
    for (boolean one : came) {
      wanted += one ? 1 : 0;
    }
    // Half a case of each kind keeps the offset finite.
    wanted = wanted * scores.length / (scores.length + 1.0);
    double low = -10;
    double high = 10;
    for (int step = 0; step < STEPS; step++) {
      double middle = (low + high) / 2;
      double sum = Arrays.stream(scores).map(score -> LogisticFit.sigmoid(score + middle)).sum();
      if (sum < wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double value = (low + high) / 2;
    double information =
        Arrays.stream(scores)
            .map(score -> LogisticFit.sigmoid(score + value))
            .map(p -> p * (1 - p))
            .sum();
    return new Offset(value, information);
  }
}
