package io.tiktoktoe.cli.report.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows in aligned columns: the first column to the left, numbers to the right. */
public final class TextTable {

  private static final String GAP = "  ";

  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();
  private final boolean[] left;

  /** A heading that starts with {@code <} aligns its column to the left. */
  public TextTable(String... headings) {
    this.left = new boolean[headings.length];
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < headings.length; i++) {
      left[i] = i == 0 || headings[i].startsWith("<");
      shown.add(headings[i].startsWith("<") ? headings[i].substring(1) : headings[i]);
    }
    this.headings = shown;
  }

  /** Adds a row; text of senders is made harmless by {@link TextSafety} before. */
  public TextTable row(String... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException(
          "row has %d cells, the table %d columns.".formatted(cells.length, headings.size()));
    }
    rows.add(Arrays.asList(cells));
    return this;
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The lines, indented by two blanks. */
  public List<String> lines(Look look) {
    int[] widths = new int[headings.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Look.columns(headings.get(i));
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], Look.columns(row.get(i)));
      }
    }
    List<String> lines = new ArrayList<>();
    if (headings.stream().anyMatch(heading -> !heading.isEmpty())) {
      lines.add(look.dim(line(headings, widths)));
    }
    rows.forEach(row -> lines.add(line(row, widths)));
    return lines;
  }

  private String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder(GAP);
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      String padding = " ".repeat(widths[i] - Look.columns(cell));
      line.append(i == 0 ? "" : GAP).append(left[i] ? cell + padding : padding + cell);
    }
    return line.toString().stripTrailing();
  }
}
