package io.tiktoktoe.cli.report.page;

import java.util.ArrayList;
import java.util.List;

/** A report being written, line by line. */
public final class Page {

  private final Look look;
  private final List<String> lines = new ArrayList<>();

  public Page(Look look) {
    this.look = look;
  }

  public Look look() {
    return look;
  }

  /** Starts a section. */
  public void heading(String text) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add(look.bold(text));
  }

  /** A line as it is. */
  public void line(String text) {
    lines.add(text);
  }

  /** A table. */
  public void table(TextTable table) {
    lines.addAll(table.lines(look));
  }

  /** A sentence, wrapped and indented; {@code mark} stands before its first line. */
  public void sentence(String mark, String text) {
    String indent = " ".repeat(2 + Look.columns(mark));
    StringBuilder line = new StringBuilder("  " + mark);
    boolean empty = true;
    for (String word : TextSafety.printable(text).split(" +")) {
      if (!empty && Look.columns(line.toString()) + 1 + Look.columns(word) > look.width()) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString());
  }

  /** Says that {@code more} entries are not shown, unless all are. */
  public void more(int more, String what) {
    if (more > 0) {
      lines.add(look.dim("  %d more %s; --json gives all.".formatted(more, what)));
    }
  }

  /** The whole text, ending with a line end. */
  public String text() {
    return String.join("\n", lines) + "\n";
  }
}
