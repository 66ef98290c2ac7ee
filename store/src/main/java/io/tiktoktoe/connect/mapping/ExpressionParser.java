package io.tiktoktoe.connect.mapping;

import io.tiktoktoe.connect.mapping.Expression.Call;
import io.tiktoktoe.connect.mapping.Expression.Column;
import io.tiktoktoe.connect.mapping.Expression.Constant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads {@code name}, {@code 'constant'} (a quote within doubled) and {@code function(a, b)}. A
 * name may hold anything but commas, parentheses and quotes; in double quotes anything at all.
 */
public final class ExpressionParser {

  /** Deepest nesting; mappings need three or four. */
  private static final int MAX_DEPTH = 30;

  private final String text;
  private final Predicate<String> isColumn;
  private int at;

  private ExpressionParser(String text, Predicate<String> isColumn) {
    this.text = text;
    this.isColumn = isColumn;
  }

  /** The expression of this text. */
  public static Expression parse(String text) {
    return parse(text, name -> false);
  }

  /** The same, where a text that is exactly a column's name is that column whatever it holds. */
  public static Expression parse(String text, Predicate<String> isColumn) {
    if (isColumn.test(text.strip())) {
      return new Column(text.strip());
    }
    ExpressionParser parser = new ExpressionParser(text, isColumn);
    Expression expression = parser.expression(0);
    parser.skipSpaces();
    if (parser.at < text.length()) {
      throw parser.wrong("has more after its end at position " + (parser.at + 1));
    }
    return expression;
  }

  private Expression expression(int depth) {
    if (depth > MAX_DEPTH) {
      throw wrong("nests deeper than " + MAX_DEPTH);
    }
    skipSpaces();
    if (at < text.length() && text.charAt(at) == '\'') {
      return new Constant(quoted('\''));
    }
    if (at < text.length() && text.charAt(at) == '"') {
      return new Column(quoted('"'));
    }
    int start = at;
    while (at < text.length() && ",()'\"".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String name = text.substring(start, at).strip();
    if (at < text.length() && text.charAt(at) == '(') {
      return call(name, depth);
    }
    if (name.isEmpty()) {
      throw wrong("lacks a name at position " + (start + 1));
    }
    return name.matches("-?\\d+(\\.\\d+)?") && !isColumn.test(name)
        ? new Constant(name)
        : new Column(name);
  }

  private Call call(String name, int depth) {
    Function function =
        Function.ofWord(name)
            .orElseThrow(
                () -> wrong("calls (" + name + "), which is none of: " + Function.words()));
    at++;
    List<Expression> arguments = new ArrayList<>();
    skipSpaces();
    while (at < text.length() && text.charAt(at) != ')') {
      arguments.add(expression(depth + 1));
      skipSpaces();
      if (at < text.length() && text.charAt(at) == ',') {
        at++;
      } else if (at < text.length() && text.charAt(at) != ')') {
        throw wrong("needs a comma or ) at position " + (at + 1));
      }
    }
    if (at == text.length()) {
      throw wrong("lacks a ) at its end");
    }
    at++;
    if (!function.takes(arguments.size())) {
      throw wrong("gives " + name + " " + arguments.size() + " arguments");
    }
    return new Call(function, arguments);
  }

  private String quoted(char quote) {
    StringBuilder value = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == quote) {
        if (at + 1 < text.length() && text.charAt(at + 1) == quote) {
          at++;
        } else {
          at++;
          return value.toString();
        }
      }
      value.append(c);
    }
    throw wrong("lacks a closing " + quote);
  }

  private void skipSpaces() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("expression (" + text + ") " + what + ".");
  }
}
