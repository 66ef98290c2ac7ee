package io.tiktoktoe.personal;

import java.text.Normalizer;

/**
 * Digits and signs of other scripts and typesetters as ASCII has them, so that numbers and
 * addresses are found however they were typed. O(length).
 */
final class WrittenSigns {

  private static final int FIRST_WIDE = 0xff01;
  private static final int LAST_WIDE = 0xff5e;

  private WrittenSigns() {}

  /** The text with its digits, dashes, blanks and full-width signs as ASCII; else untouched. */
  static String usual(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80 && usual(text.charAt(i)) != text.charAt(i)) {
        return text.codePoints()
            .map(WrittenSigns::usual)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
      }
    }
    return text;
  }

  private static int usual(int c) {
    if (c < 0x80) {
      return c;
    }
    if (Character.isDigit(c)) {
      return '0' + Character.digit(c, 10);
    }
    return switch (Character.getType(c)) {
      case Character.DASH_PUNCTUATION -> '-';
      case Character.SPACE_SEPARATOR -> ' ';
      default -> c == 0x2212 ? '-' : compatible(c);
    };
  }

  /** Quotes and backslashes would change what a JSON text says, so they stay. */
  private static int compatible(int c) {
    boolean wide = c >= FIRST_WIDE && c <= LAST_WIDE || c == 0xfe6b;
    if (!wide) {
      return c;
    }
    int plain = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC).codePointAt(0);
    return plain == '"' || plain == '\\' ? c : plain;
  }
}
