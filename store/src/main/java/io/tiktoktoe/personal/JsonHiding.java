package io.tiktoktoe.personal;

import java.util.Set;

/**
 * Hides the values of personal members in JSON, also in a line that is cut off or otherwise broken:
 * what stands behind such a name and a colon, up to where it ends or the text does. O(length).
 */
final class JsonHiding {

  private static final String INSTEAD = '"' + PersonalData.HIDDEN + '"';

  private final String text;
  private final Set<String> names;
  private final StringBuilder out;
  private int at;

  private JsonHiding(String text, Set<String> names) {
    this.text = text;
    this.names = names;
    this.out = new StringBuilder(text.length());
  }

  /** The text, without what stands under a personal name or one of {@code names}. */
  static String of(String text, Set<String> names) {
    return text.indexOf(':') < 0 || text.indexOf('"') < 0
        ? text
        : new JsonHiding(text, names).run();
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
      out.append(token);
      if (isFollowedByColon() && isPersonal(name(token))) {
        hideValue();
      }
    }
    return out.toString();
  }

  private boolean isPersonal(String name) {
    return names.contains(name) || PersonalNames.has(name);
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
