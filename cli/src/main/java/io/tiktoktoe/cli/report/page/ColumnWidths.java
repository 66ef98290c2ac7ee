package io.tiktoktoe.cli.report.page;

import java.util.List;
import java.util.Optional;

/** How wide the columns of a table are, so that it fits a terminal. */
final class ColumnWidths {

  /** Text is not folded to less than this while numbers can still give way. */
  private static final int READABLE = 14;

  private final int[] natural;
  private final int[] narrowest;
  private final int[] cells;
  private final boolean[] text;

  /**
   * Of these cells.
   *
   * @param text which columns hold text, not numbers
   * @param drawn which columns hold drawings, which cannot be folded
   */
  ColumnWidths(List<String> headings, List<List<String>> rows, boolean[] text, boolean[] drawn) {
    int count = headings.size();
    this.natural = new int[count];
    this.narrowest = new int[count];
    this.cells = new int[count];
    this.text = text.clone();
    for (int i = 0; i < count; i++) {
      for (List<String> row : rows) {
        cells[i] = Math.max(cells[i], Look.columns(row.get(i)));
        narrowest[i] = Math.max(narrowest[i], Folding.narrowest(row.get(i)));
      }
      String heading = headings.get(i);
      natural[i] = Math.max(cells[i], Look.columns(heading));
      cells[i] = Math.max(cells[i], Folding.narrowest(heading));
      narrowest[i] = drawn[i] ? natural[i] : Math.max(narrowest[i], Folding.narrowest(heading));
    }
  }

  /**
   * The widths of columns that take {@code width} together; empty when even folded cells do not
   * fit. Headings are folded first, then text, then ranges of numbers.
   */
  Optional<int[]> within(int width) {
    int[] widths = natural.clone();
    for (Stage stage : Stage.values()) {
      shrink(widths, least(stage), width);
      if (sum(widths) <= width) {
        return Optional.of(widths);
      }
    }
    return Optional.empty();
  }

  /** Whether no more than headings need folding. */
  boolean withoutFolding(int width) {
    return sum(cells) <= width;
  }

  private int[] least(Stage stage) {
    int[] least = new int[natural.length];
    for (int i = 0; i < least.length; i++) {
      int readable = Math.max(narrowest[i], Math.min(cells[i], READABLE));
      int own =
          switch (stage) {
            case HEADINGS -> cells[i];
            case TEXT -> text[i] ? readable : cells[i];
            case NUMBERS -> text[i] ? readable : narrowest[i];
            case ALL -> narrowest[i];
          };
      least[i] = Math.max(own, narrowest[i]);
    }
    return least;
  }

  /** Takes columns from the widest that may give some, one by one, until the table fits. */
  private static void shrink(int[] widths, int[] least, int width) {
    for (int over = sum(widths) - width; over > 0; over--) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        if (widths[i] > least[i] && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        return;
      }
      widths[widest]--;
    }
  }

  private static int sum(int[] widths) {
    int sum = 0;
    for (int width : widths) {
      sum += TextTable.GAP.length() + width;
    }
    return sum;
  }

  /** What gives way, in this order. */
  private enum Stage {
    HEADINGS,
    TEXT,
    NUMBERS,
    ALL
  }
}
