package io.tiktoktoe.cli.report.picture;

import io.tiktoktoe.cli.report.page.Look;
import java.util.Arrays;

/** A series as one line of blocks, from its lowest to its highest value. */
public final class Sparkline {

  private static final String BLOCKS = "▁▂▃▄▅▆▇█";
  private static final String ASCII = "_.-=+*#@";

  private Sparkline() {}

  /**
   * At most {@code width} blocks; longer series are averaged in equal pieces. Missing values are
   * blanks. The scale starts at zero unless values fall below it, so that a small change of a large
   * amount does not look dramatic.
   */
  public static String of(double[] values, int width, Look look) {
    double[] shown = values.length <= width ? values : averaged(values, width);
    double low = Math.min(0, Arrays.stream(shown).filter(Double::isFinite).min().orElse(0));
    double high = Arrays.stream(shown).filter(Double::isFinite).max().orElse(0);
    String blocks = look.either(BLOCKS, ASCII);
    StringBuilder line = new StringBuilder();
    for (double value : shown) {
      if (!Double.isFinite(value)) {
        line.append(' ');
        continue;
      }
      double share = high > low ? (value - low) / (high - low) : 0;
      line.append(blocks.charAt((int) Math.min(blocks.length() - 1, share * blocks.length())));
    }
    return line.toString();
  }

  private static double[] averaged(double[] values, int width) {
    double[] means = new double[width];
    for (int i = 0; i < width; i++) {
      int from = (int) ((long) i * values.length / width);
      int to = (int) ((long) (i + 1) * values.length / width);
      means[i] =
          Arrays.stream(values, from, to).filter(Double::isFinite).average().orElse(Double.NaN);
    }
    return means;
  }
}
