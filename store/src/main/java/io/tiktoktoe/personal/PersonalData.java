package io.tiktoktoe.personal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes persons out of texts that are kept for people to read: the original lines of rejects,
 * attributes, examples, messages. What stands under a name of {@link PersonalNames} becomes {@value
 * #HIDDEN}; mail addresses, telephone numbers and network addresses are found wherever they stand.
 * The names of persons in free text cannot be told and stay. O(length).
 */
public final class PersonalData {

  /** What stands where something was taken out. */
  public static final String HIDDEN = "[hidden]";

  /** What stands where a telephone number was taken out. */
  static final String NUMBER = "[phone]";

  /** Also cut off behind its sign; where it begins is found without going back. */
  private static final Pattern MAIL =
      Pattern.compile("(?<![\\p{L}\\p{N}._+'-])[\\p{L}\\p{N}._+'-]++(?:@|%40)[\\p{L}\\p{N}.-]*");

  private static final Pattern IP4 =
      Pattern.compile(
          "(?<![\\w.])(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)"
              + "(?!\\w|\\.\\d)");

  /** Eight groups, or a double colon with two groups beside it; a clock time has neither. */
  private static final Pattern IP6 =
      Pattern.compile(
          "(?i)(?<![\\w:])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}"
              + "|(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}"
              + "|(?:[0-9a-f]{1,4}:){2,7}:|:(?::[0-9a-f]{1,4}){2,7})(?![\\w:])");

  /** International, or in the two ways of North America; others see {@link NationalPhones}. */
  private static final Pattern PHONE =
      Pattern.compile(
          "(?<![\\w+])(?:\\+\\d[\\d ()./-]{5,18}\\d"
              + "|\\(\\d{3}\\) ?\\d{3}[-. ]\\d{4}|\\d{3}[-.]\\d{3}[-.]\\d{4})(?!\\w)");

  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

  private PersonalData() {}

  /** The text without what is personal in it; a JSON text stays one. */
  public static String hidden(String text) {
    return hidden(text, Set.of());
  }

  /** The same, which also hides what stands under these names of a JSON object. */
  public static String hidden(String text, Set<String> names) {
    return hidden(text, names, true);
  }

  /**
   * The same for an event's row that a reader gave, without its fans and without what does not fit
   * into fields of {@link FixedWords}: whoever knew the columns of one that is no JSON took the
   * telephone numbers of its country out already ({@link #hiddenAs}), since here an order's number
   * cannot be told from them.
   */
  public static String hiddenRow(String row) {
    String fitting = isJson(row) ? JsonHiding.withFixedWords(row) : row;
    return hidden(fitting, PersonalNames.FANS, false);
  }

  private static String hidden(String text, Set<String> names, boolean phones) {
    String plain = WrittenSigns.usual(unescaped(decoded(text)));
    Predicate<String> hides = name -> names.contains(name) || PersonalNames.has(name);
    boolean json = isJson(plain);
    String without = json ? JsonHiding.withoutPhones(plain, hides) : JsonHiding.of(plain, hides);
    without = withoutMails(without);
    without = IP6.matcher(IP4.matcher(without).replaceAll("[ip]")).replaceAll("[ip]");
    without = PHONE.matcher(without).replaceAll(NUMBER);
    without = json || !phones ? without : NationalPhones.hidden(without);
    // What holds nothing stays as it came, to the letter.
    return without.equals(plain) ? text : without;
  }

  /**
   * A field's value without telephone numbers, unless the field's name is that of an id or a date;
   * an area in parentheses is of a telephone wherever it stands.
   */
  public static String hiddenAs(String field, String value) {
    String usual = WrittenSigns.usual(value);
    if (!NationalPhones.mayHold(usual)) {
      return value;
    }
    String without = NationalPhones.hidden(PHONE.matcher(usual).replaceAll(NUMBER));
    boolean number = usual.indexOf('(') < 0 && PersonalNames.isNumber(field);
    return without.equals(usual) || number ? value : without;
  }

  /** What may be shown of the value of an event's field: of a fan nothing. */
  public static String ofField(String field, String value) {
    return PersonalNames.FANS.contains(field) ? HIDDEN : hidden(value);
  }

  /** A JSON text without what somebody wrote to somebody: its messages, notes and comments. */
  public static String withoutFreeText(String json) {
    return JsonHiding.of(json, PersonalNames::isFreeText);
  }

  private static boolean isJson(String text) {
    String start = text.stripLeading();
    return start.startsWith("{") || start.startsWith("[");
  }

  /**
   * Whether a text itself says who a person is: an address, a number, or words like a full name.
   */
  public static boolean namesPerson(String text) {
    String stripped = text.strip();
    return stripped.codePoints().anyMatch(Character::isWhitespace)
            && stripped.codePoints().anyMatch(Character::isLetter)
        || !hidden(stripped).equals(stripped);
  }

  /** The form of a text whose meaning is unknown: letters become a, digits 9. */
  public static String shape(String text) {
    StringBuilder shape = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isDigit(c) ? '9' : Character.isLetter(c) ? 'a' : c)
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(shape::appendCodePoint);
    return shape.toString();
  }

  /** A form's body holds JSON with escapes of its own. */
  private static String decoded(String text) {
    if (!text.contains("%22") || text.startsWith("{") || text.startsWith("[")) {
      return text;
    }
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return shape(text);
    }
  }

  /** Characters that JSON writes by their number, but not its own signs. */
  private static String unescaped(String text) {
    return text.contains("\\u") ? ESCAPE.matcher(text).replaceAll(PersonalData::character) : text;
  }

  private static String character(MatchResult escape) {
    char c = (char) Integer.parseInt(escape.group(1), 16);
    boolean needed = c < ' ' || c == '"' || c == '\\' || c == 0x7f || Character.isSurrogate(c);
    return Matcher.quoteReplacement(needed ? escape.group() : String.valueOf(c));
  }

  /** The letter behind a backslash belongs to that: a line feed before an address is none of it. */
  private static String withoutMails(String text) {
    return MAIL.matcher(text)
        .replaceAll(
            mail -> {
              int start = mail.start();
              boolean escaped =
                  start > 0
                      && text.charAt(start - 1) == '\\'
                      && (start < 2 || text.charAt(start - 2) != '\\');
              return escaped ? text.charAt(start) + "[mail]" : "[mail]";
            });
  }
}
