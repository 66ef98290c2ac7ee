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
    Folding.lines(text, look.width()).forEach(line -> lines.add(look.bold(line)));
  }

  /** A line as it is. */
  public void line(String text) {
    lines.add(text);
  }

  /** A remark that matters less, folded; its first blanks stand before each of its lines. */
  public void aside(String text) {
    String indent = text.substring(0, text.length() - text.stripLeading().length());
    Folding.lines(text.substring(indent.length()), look.width() - indent.length())
        .forEach(line -> lines.add(look.dim(indent + line)));
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
      aside("  %d more %s; --json gives all.".formatted(more, what));
    }
  }

  /** The whole text, ending with a line end. */
  public String text() {
    return String.join("\n", lines) + "\n";
  }
}
