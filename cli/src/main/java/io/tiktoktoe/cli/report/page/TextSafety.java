package io.tiktoktoe.cli.report.page;

/**
 * Keeps text of senders from commanding the terminal it is shown on. Everything that is shown to
 * people goes through here: reports, notes, errors, their traces and progress. Answers for programs
 * (JSON, and CSV that does not go to a terminal) are exact.
 */
public final class TextSafety {

  private TextSafety() {}

  /**
   * The text without control characters and without marks that turn the direction of writing; line
   * ends and tabs become blanks.
   */
  public static String printable(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\n' || c == '\r' || c == '\t' || c == 0x2028 || c == 0x2029) {
                safe.append(' ');
              } else if (!Character.isISOControl(c) && !isDirectionMark(c)) {
                safe.appendCodePoint(c);
              }
            });
    return safe.toString();
  }

  private static boolean isDirectionMark(int c) {
    return c == 0x200e
        || c == 0x200f
        || c == 0x061c
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
