package io.tiktoktoe.personal;

import java.util.function.Predicate;

/**
 * Hides the values of some members in JSON, also in a line that is cut off or otherwise broken:
 * what stands behind such a name and a colon, up to where it ends or the text does. O(length).
 */
final class JsonHiding {

  private static final String INSTEAD = '"' + PersonalData.HIDDEN + '"';

  private final String text;
  private final Predicate<String> hides;
  private final boolean phones;
  private final boolean words;
  private final StringBuilder out;
  private String name = "";
  private int at;

  private JsonHiding(String text, Predicate<String> hides, boolean phones, boolean words) {
    this.text = text;
    this.hides = hides;
    this.phones = phones;
    this.words = words;
    this.out = new StringBuilder(text.length());
  }

  /** The text, without what stands under the names that are to be hidden. */
  static String of(String text, Predicate<String> hides) {
    return of(text, hides, false);
  }

  /** The same, without telephone numbers in its strings, but for those under names of numbers. */
  static String withoutPhones(String text, Predicate<String> hides) {
    return of(text, hides, true);
  }

  /** The same text without what does not fit into fields of {@link FixedWords}. */
  static String withFixedWords(String text) {
    return isPlain(text) ? text : new JsonHiding(text, name -> false, false, true).run();
  }

  private static String of(String text, Predicate<String> hides, boolean phones) {
    return isPlain(text) ? text : new JsonHiding(text, hides, phones, false).run();
  }

  private static boolean isPlain(String text) {
    return text.indexOf(':') < 0 || text.indexOf('"') < 0;
  }

  private String run() {
    while (at < text.length()) {
      if (text.charAt(at) != '"') {
        out.append(text.charAt(at++));
        continue;
      }
      int start = at;
      skipString();
      String token = text.substring(start, at);
      boolean isName = isFollowedByColon();
      name = isName ? name(token) : name;
      out.append(phones ? PersonalData.hiddenAs(isName ? "" : name, token) : token);
      if (isName && (hides.test(name) || words && !fits())) {
        hideValue();
      }
    }
    return out.toString();
  }

  /** Whether the string that follows is one that its field may hold. */
  private boolean fits() {
    int value = skipBlanks(skipBlanks(at) + 1);
    if (value == text.length() || text.charAt(value) != '"') {
      return true;
    }
    int end = text.indexOf('"', value + 1);
    return FixedWords.fits(name, text.substring(value + 1, end < 0 ? text.length() : end));
  }

  private static String name(String token) {
    int end = token.length() > 1 && token.endsWith("\"") ? token.length() - 1 : token.length();
    return token.substring(1, end);
  }

  /** Goes behind the string that starts here; a broken one reaches to the end. */
  private void skipString() {
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '\\') {
        at = Math.min(at + 1, text.length());
      } else if (c == '"') {
        return;
      }
    }
  }

  private boolean isFollowedByColon() {
    int next = skipBlanks(at);
    return next < text.length() && text.charAt(next) == ':';
  }

  private int skipBlanks(int from) {
    int next = from;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return next;
  }

  private void hideValue() {
    int value = skipBlanks(skipBlanks(at) + 1);
    out.append(text, at, value);
    at = value;
    if (at == text.length() || text.startsWith("null", at)) {
      return;
    }
    switch (text.charAt(at)) {
      case '"' -> skipString();
      case '{', '[' -> skipNested();
      default -> skipScalar();
    }
    out.append(INSTEAD);
  }

  private void skipNested() {
    int depth = 0;
    do {
      char c = text.charAt(at);
      if (c == '"') {
        skipString();
      } else {
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        at++;
      }
    } while (depth > 0 && at < text.length());
  }

  private void skipScalar() {
    while (at < text.length() && ",}]".indexOf(text.charAt(at)) < 0) {
      at++;
    }
  }
}
