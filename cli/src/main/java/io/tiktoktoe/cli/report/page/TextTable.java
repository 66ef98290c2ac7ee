package io.tiktoktoe.cli.report.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Rows in aligned columns: the first column to the left, numbers to the right. A table wider than
 * the terminal is folded at blanks; where that is not enough, its last columns stand below the
 * others, each time with the first column, and on very narrow terminals its rows are told one by
 * one. Nothing is left out, and no number is broken.
 */
public final class TextTable {

  static final String GAP = "  ";

  /** Of a table in more blocks the rows could not be followed: they are told one by one. */
  private static final int MOST_BLOCKS = 3;

  private final List<String> headings = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();
  private final boolean[] left;
  private final boolean[] drawn;

  /**
   * A heading that starts with {@code <} aligns its column to the left, one that starts with {@code
   * |} stands over a drawing, which is never folded.
   */
  public TextTable(String... headings) {
    this.left = new boolean[headings.length];
    this.drawn = new boolean[headings.length];
    for (int i = 0; i < headings.length; i++) {
      drawn[i] = headings[i].startsWith("|");
      boolean marked = drawn[i] || headings[i].startsWith("<");
      left[i] = i == 0 || marked;
      this.headings.add(marked ? headings[i].substring(1) : headings[i]);
    }
  }

  /** Some columns of a table. */
  private TextTable(TextTable whole, List<Integer> columns) {
    this.left = new boolean[columns.size()];
    this.drawn = new boolean[columns.size()];
    for (int i = 0; i < left.length; i++) {
      left[i] = whole.left[columns.get(i)];
      drawn[i] = whole.drawn[columns.get(i)];
      headings.add(whole.headings.get(columns.get(i)));
    }
    whole.rows.forEach(row -> rows.add(columns.stream().map(row::get).toList()));
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

  /** The lines, indented by two blanks and no wider than the terminal, unless one word is. */
  public List<String> lines(Look look) {
    Optional<int[]> widths = widths().within(look.width());
    if (widths.isPresent()) {
      return beside(look, widths.get());
    }
    List<TextTable> blocks = blocks(look.width());
    if (blocks.isEmpty() || blocks.size() > MOST_BLOCKS) {
      return below(look);
    }
    return blocks.stream().flatMap(block -> block.lines(look).stream()).toList();
  }

  private ColumnWidths widths() {
    return new ColumnWidths(headings, rows, left, drawn);
  }

  /** Each with the first column and as many others as fit; none when one does not fit. */
  private List<TextTable> blocks(int width) {
    List<TextTable> blocks = new ArrayList<>();
    List<Integer> columns = new ArrayList<>(List.of(0));
    for (int column = 1; column < headings.size(); column++) {
      columns.add(column);
      if (new TextTable(this, columns).widths().withoutFolding(width)) {
        continue;
      }
      columns.removeLast();
      if (columns.size() > 1) {
        blocks.add(new TextTable(this, columns));
      }
      columns = new ArrayList<>(List.of(0, column));
      if (new TextTable(this, columns).widths().within(width).isEmpty()) {
        return List.of();
      }
    }
    blocks.add(new TextTable(this, columns));
    return blocks;
  }

  private List<String> beside(Look look, int[] widths) {
    List<String> lines = new ArrayList<>();
    if (headings.stream().anyMatch(heading -> !heading.isEmpty())) {
      row(headings, widths).forEach(line -> lines.add(look.dim(line)));
    }
    rows.forEach(row -> lines.addAll(row(row, widths)));
    return lines;
  }

  /** One row, over as many lines as its cells need. */
  private List<String> row(List<String> cells, int[] widths) {
    List<List<String>> folded = new ArrayList<>();
    int height = 0;
    for (int i = 0; i < widths.length; i++) {
      List<String> cell = Folding.lines(cells.get(i), widths[i]);
      folded.add(cell);
      height = Math.max(height, cell.size());
    }
    List<String> lines = new ArrayList<>();
    for (int at = 0; at < height; at++) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String part = at < folded.get(i).size() ? folded.get(i).get(at) : "";
        String padding = " ".repeat(Math.max(0, widths[i] - Look.columns(part)));
        line.append(GAP).append(left[i] ? part + padding : padding + part);
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** One block for each row: its first cell, and below it each heading with its cell. */
  private List<String> below(Look look) {
    List<String> lines = new ArrayList<>();
    if (!headings.getFirst().isEmpty()) {
      indented(headings.getFirst(), GAP, look).forEach(line -> lines.add(look.dim(line)));
    }
    for (List<String> row : rows) {
      lines.addAll(indented(row.getFirst(), GAP, look));
      TextTable block = new TextTable("", "<");
      for (int i = 1; i < row.size(); i++) {
        if (!row.get(i).isEmpty()) {
          block.row(headings.get(i), row.get(i));
        }
      }
      lines.addAll(block.pairs(look));
    }
    return lines;
  }

  private List<String> pairs(Look look) {
    Optional<int[]> widths = widths().within(look.width() - GAP.length());
    List<String> lines = new ArrayList<>();
    for (List<String> pair : rows) {
      if (widths.isPresent()) {
        row(pair, widths.get()).forEach(line -> lines.add(GAP + line));
      } else {
        lines.addAll(indented(pair.getFirst(), GAP.repeat(2), look));
        lines.addAll(indented(pair.getLast(), GAP.repeat(3), look));
      }
    }
    return lines;
  }

  private static List<String> indented(String text, String indent, Look look) {
    return Folding.lines(text, look.width() - indent.length()).stream()
        .map(line -> indent + line)
        .toList();
  }
}
