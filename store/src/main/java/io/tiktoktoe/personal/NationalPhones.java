package io.tiktoktoe.personal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Telephone numbers as they are written within a country, without its code: {@code (030) 5556699},
 * {@code 0151 5550001}, {@code 06 12 34 56 78}, {@code 555-0199-22}. A number without any sign
 * within it, a date, a decimal number or a range of years is none. O(length).
 */
final class NationalPhones {

  /** What texts with such a number hold, and few others, for RE2. */
  static final String SUSPECT =
      "\\([0-9]{2,6}\\)|(?:^|[^0-9.,-])00?[1-9][0-9]{0,4} ?[ /.-] ?[0-9]"
          + "|[0-9]{2}-[0-9]{3,4}-[0-9]{2}";

  /**
   * No letter, digit or sign of a longer number before it; a letter of an escape in JSON may be.
   */
  private static final String BEGINS = "(?:(?<![\\w.+/-])|(?<=\\\\[nrtbf]))";

  /** The code of an area in parentheses; a year there is none. */
  private static final Pattern AREA =
      Pattern.compile(
          BEGINS
              + "(?:\\(0\\d{1,5}\\) ?[/-]? ?\\d(?:[ /-]?\\d){3,10}"
              + "|\\((?!(?:19|20)\\d\\d\\))\\d{2,5}\\) ?\\d{3,5}[-. ]\\d{3,5})(?![\\w])");

  /** Groups with dashes, the second too long for a month; the first is no year. */
  private static final Pattern DASHED =
      Pattern.compile(
          BEGINS
              + "(?!(?:19|20)\\d\\d-)\\d{2,4}-\\d{3,4}-\\d{2,5}(?:-\\d{2,4})?(?![\\w-]|[./]\\d)");

  /** The zero before an area, or two before a country, and what follows it first. */
  private static final Pattern TRUNK =
      Pattern.compile(BEGINS + "00?[1-9]\\d{0,4}(?= ?[ /.-] ?\\d\\d)");

  private static final Pattern GROUP = Pattern.compile("( ?[/-] ?|[ .])(\\d{2,8})(?![\\w:])");

  private static final Pattern DATE =
      Pattern.compile(
          "\\d{1,2}(["
              + " ./-])\\d{1,2}\\1(?:19|20)\\d\\d(?!\\d)|\\d\\d([./-])\\d\\d\\2\\d\\d(?![\\d./-])");

  private static final int LEAST_DIGITS = 8;
  private static final int MOST_DIGITS = 12;

  /** With a country behind two zeros. */
  private static final int MOST_WITH_COUNTRY = 15;

  private NationalPhones() {}

  /** Whether a look is worth its time: nearly all cells of a table are done here. */
  static boolean mayHold(String text) {
    int digits = 0;
    int signs = 0;
    boolean begins = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
        begins |= c == '0' && !isGlued(text, i);
      } else {
        signs += c == '-' || c == '.' ? 1 : 0;
        begins |= c == '(' || c == '+';
      }
    }
    return digits >= LEAST_DIGITS - 1 && (begins || signs > 1) && !isTime(text);
  }

  private static boolean isGlued(String text, int at) {
    char before = at == 0 ? ' ' : text.charAt(at - 1);
    boolean escape = at > 1 && text.charAt(at - 2) == '\\';
    return !escape && (Character.isLetterOrDigit(before) || "_.+/-".indexOf(before) >= 0);
  }

  /** As computers write it: 2026-01-31, maybe with the time of day. */
  private static boolean isTime(String text) {
    return text.length() >= 10
        && text.length() <= 35
        && text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && (text.length() == 10 || text.charAt(10) == 'T' || text.indexOf(':') == 13);
  }

  /** The text with {@value PersonalData#NUMBER} in the place of each. */
  static String hidden(String text) {
    if (!mayHold(text)) {
      return text;
    }
    String without = AREA.matcher(text).replaceAll(PersonalData.NUMBER);
    without = DASHED.matcher(without).replaceAll(PersonalData.NUMBER);
    return withoutTrunks(without);
  }

  private static String withoutTrunks(String text) {
    Matcher trunk = TRUNK.matcher(text);
    StringBuilder out = new StringBuilder(text.length());
    int copied = 0;
    for (int from = 0; trunk.find(from); ) {
      Matcher date = DATE.matcher(text).region(trunk.start(), text.length());
      int end = end(text, trunk);
      if (date.lookingAt()) {
        from = date.end();
      } else if (end < 0) {
        from = trunk.end();
      } else {
        out.append(text, copied, trunk.start()).append(PersonalData.NUMBER);
        copied = end;
        from = end;
      }
    }
    return out.append(text, copied, text.length()).toString();
  }

  /** Where the number ends that starts with this; -1 if it is none. */
  private static int end(String text, Matcher trunk) {
    int digits = trunk.end() - trunk.start();
    int most = text.startsWith("00", trunk.start()) ? MOST_WITH_COUNTRY : MOST_DIGITS;
    Matcher group = GROUP.matcher(text);
    String sign = "";
    boolean pairs = digits == 2;
    boolean mixed = false;
    int end = trunk.end();
    while (group.region(end, text.length()).lookingAt()
        && digits + group.group(2).length() <= most) {
      mixed |= !sign.isEmpty() && !sign.equals(group.group(1));
      sign = group.group(1);
      pairs &= group.group(2).length() == 2;
      digits += group.group(2).length();
      end = group.end();
    }
    // Clock times and amounts are pairs too, with another sign within than between them.
    return digits >= LEAST_DIGITS && !(pairs && mixed) ? end : -1;
  }
}
