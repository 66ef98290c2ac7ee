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

  /**
   * The lines, indented by two blanks. On a terminal narrower than usual what is wider goes into
   * blocks below each other, each with the first column.
   */
  public List<String> lines(Look look) {
    int[] widths = new int[headings.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Look.columns(headings.get(i));
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], Look.columns(row.get(i)));
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<Integer> block : blocks(look, widths)) {
      if (block.stream().anyMatch(column -> !headings.get(column).isEmpty())) {
        lines.add(look.dim(line(headings, widths, block)));
      }
      rows.forEach(row -> lines.add(line(row, widths, block)));
    }
    return lines;
  }

  /** Columns that stand beside each other. */
  private static List<List<Integer>> blocks(Look look, int[] widths) {
    boolean narrow = look.width() < Look.PLAIN.width();
    List<List<Integer>> blocks = new ArrayList<>();
    List<Integer> block = new ArrayList<>();
    int used = 0;
    for (int column = 0; column < widths.length; column++) {
      int wide = GAP.length() + widths[column];
      if (narrow && block.size() > 1 && used + wide > look.width()) {
        blocks.add(block);
        block = new ArrayList<>(List.of(0));
        used = GAP.length() + widths[0];
      }
      block.add(column);
      used += wide;
    }
    blocks.add(block);
    return blocks;
  }

  private String line(List<String> cells, int[] widths, List<Integer> block) {
    StringBuilder line = new StringBuilder();
    for (int i : block) {
      String cell = cells.get(i);
      String padding = " ".repeat(widths[i] - Look.columns(cell));
      line.append(GAP).append(left[i] ? cell + padding : padding + cell);
    }
    return line.toString().stripTrailing();
  }
}
