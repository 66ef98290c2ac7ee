package io.tiktoktoe.personal;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The fields of an event that hold one of a few words or a code. What else stands in one, such as a
 * name that came into the wrong column, is not kept in rejects.
 */
public final class FixedWords {

  private static final Map<String, String> FORMS =
      Map.of(
          "country",
          "[A-Za-z]{2}",
          "currency",
          "[A-Za-z]{3}",
          "state",
          "estimated|final|paid",
          "gender",
          "(?i)[mfwdxu]|male|female|man|woman|diverse|non-?binary|other|unknown|undisclosed|none",
          "device",
          "(?i)phone|mobile|smartphone|tablet|desktop|pc|laptop|web|browser|app|ios|iphone|ipad"
              + "|android|windows|mac(os)?|linux|tv|smart_?tv|console|watch|other|unknown",
          "age_band",
          "(?i)[<>]?[0-9]{1,3} ?(-|to|\u2013) ?[0-9]{1,3}|[<>]? ?[0-9]{1,3} ?\\+?|unknown|other");

  private static final Map<String, Pattern> PATTERNS =
      FORMS.entrySet().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  Map.Entry::getKey, form -> Pattern.compile(form.getValue())));

  private FixedWords() {}

  /** Each field's form, as an expression of RE2. */
  public static Map<String, String> forms() {
    return FORMS;
  }

  /** Whether this field may hold the value: any other than these fields may. */
  public static boolean fits(String field, String value) {
    Pattern form = PATTERNS.get(field);
    return form == null || value.isEmpty() || form.matcher(value).matches();
  }
}
