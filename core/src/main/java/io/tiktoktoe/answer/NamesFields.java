package io.tiktoktoe.answer;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * An error whose message names fields of what was asked, such as {@code map}. Its plain message
 * names them so; a door on which they bear other names, such as options of a command line, gets
 * those from {@link #message}.
 */
public interface NamesFields {

  /** A field in a template, in braces. */
  Pattern FIELD = Pattern.compile("\\{(\\w+)}");

  /** The message with each field named as {@code naming} says. */
  String message(UnaryOperator<String> naming);

  /** The template with each field in braces named as {@code naming} says. */
  static String named(String template, UnaryOperator<String> naming) {
    return FIELD
        .matcher(template)
        .replaceAll(field -> naming.apply(field.group(1)).replaceAll("([\\\\$])", "\\\\$1"));
  }
}
