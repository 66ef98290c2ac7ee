package io.tiktoktoe.cli.report.picture;

import io.tiktoktoe.cli.report.page.Look;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Curves drawn with characters: x to the right, y upwards. A curve is drawn with its own letter;
 * where several meet stands a plus.
 */
public final class LinePicture {

  private static final int LABELS = 9;

  private final int width;
  private final int height;
  private final double left;
  private final double right;
  private final double top;
  private final char[][] cells;

  /**
   * An empty picture.
   *
   * @param left lowest x
   * @param right highest x
   * @param top highest y; the lowest is 0
   */
  public LinePicture(Look look, int height, double left, double right, double top) {
    this.width = Math.clamp(look.width() - LABELS - 2L, 20, 100);
    this.height = height;
    this.left = left;
    this.right = right > left ? right : left + 1;
    this.top = top > 0 ? top : 1;
    this.cells = new char[height][width];
    for (char[] row : cells) {
      Arrays.fill(row, ' ');
    }
  }

  /** Draws one curve, given at ascending x; straight between. */
  public LinePicture curve(char mark, double[] x, double[] y) {
    for (int column = 0; column < width; column++) {
      double at = left + (right - left) * column / (width - 1);
      double value = value(x, y, at);
      if (!Double.isNaN(value)) {
        long row = Math.round((height - 1) * (1 - Math.clamp(value / top, 0, 1)));
        char before = cells[(int) row][column];
        cells[(int) row][column] = before == ' ' || before == mark ? mark : '+';
      }
    }
    return this;
  }

  private static double value(double[] x, double[] y, double at) {
    if (x.length == 0 || at < x[0] || at > x[x.length - 1]) {
      return Double.NaN;
    }
    int right = 0;
    while (x[right] < at) {
      right++;
    }
    if (right == 0 || x[right] == at) {
      return y[right];
    }
    double share = (at - x[right - 1]) / (x[right] - x[right - 1]);
    return y[right - 1] + share * (y[right] - y[right - 1]);
  }

  /** The lines, with the y axis as shares and the x axis as numbers. */
  public List<String> lines(Look look) {
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < height; row++) {
      boolean labelled = row % 4 == 0 || row == height - 1;
      double share = top * (1 - (double) row / (height - 1));
      String label = labelled ? percent(share) : "";
      lines.add(
          "%7s %s%s"
              .formatted(label, look.either("│", "|"), new String(cells[row]).stripTrailing()));
    }
    lines.add(" ".repeat(8) + look.either("└", "+") + look.either("─", "-").repeat(width));
    String first = number(left);
    String last = number(right);
    String middle = number((left + right) / 2);
    int gap = Math.max(1, (width - first.length() - last.length() - middle.length()) / 2);
    lines.add(
        look.dim(" ".repeat(LABELS) + first + " ".repeat(gap) + middle + " ".repeat(gap) + last));
    return lines;
  }

  /** With a decimal where whole percents would be the same on two lines. */
  private String percent(double share) {
    return String.format(Locale.ROOT, top < 0.1 ? "%.1f%%" : "%3.0f%%", 100 * share);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 1_000 ? "%.2f" : "%.0f", value);
  }
}
