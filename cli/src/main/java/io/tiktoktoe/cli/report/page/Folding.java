package io.tiktoktoe.cli.report.page;

import java.util.ArrayList;
import java.util.List;

/** Word wrap: text in lines of a width, broken at blanks; a word, and so a number, stays whole. */
final class Folding {

  /** Names longer than this may also be broken after the signs between their parts. */
  private static final int LONG_NAME = 16;

  private Folding() {}

  /** The lines, one at least; a line is longer only where one piece is. */
  static List<String> lines(String text, int width) {
    if (Look.columns(text) <= width) {
      return List.of(text);
    }
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    // Colours would run on into the next column.
    for (Piece piece : pieces(Look.plain(text))) {
      int gap = piece.afterBlank() && used > 0 ? 1 : 0;
      int wide = Look.columns(piece.text());
      if (used > 0 && used + gap + wide > width) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
        gap = 0;
      }
      line.append(gap == 1 ? " " : "").append(piece.text());
      used += gap + wide;
    }
    lines.add(line.toString());
    return lines;
  }

  /** Columns of the widest piece: no narrower column holds the text. */
  static int narrowest(String text) {
    return pieces(Look.plain(text)).stream()
        .mapToInt(piece -> Look.columns(piece.text()))
        .max()
        .orElse(0);
  }

  private static List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    for (String word : text.strip().split(" +")) {
      int from = 0;
      for (int end = 1; end < word.length(); end++) {
        if (breaksBefore(word, end)) {
          pieces.add(new Piece(word.substring(from, end), from == 0));
          from = end;
        }
      }
      pieces.add(new Piece(word.substring(from), from == 0));
    }
    return pieces;
  }

  /** Long names only, never days or amounts, which have no letters. */
  private static boolean breaksBefore(String word, int at) {
    return word.length() > LONG_NAME
        && "-_/:.@".indexOf(word.charAt(at - 1)) >= 0
        && word.chars().anyMatch(Character::isLetter);
  }

  /**
   * What is not broken.
   *
   * @param afterBlank whether a blank stands before it on the same line
   */
  private record Piece(String text, boolean afterBlank) {}
}
