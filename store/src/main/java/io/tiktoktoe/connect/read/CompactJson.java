package io.tiktoktoe.connect.read;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;

/**
 * JSON values as the engine writes them: without spaces, numbers in their shortest form. What is
 * attached to an event is compared as text when it comes again.
 */
final class CompactJson {

  /** Every plain number of so many digits comes back the same from binary floating point. */
  private static final int EXACT_DIGITS = 15;

  /** Longer numbers are kept as they came: no double is so long, and reading them is slow. */
  private static final int MAX_NUMBER = 1_000;

  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  private byte[] buffer = new byte[1 << 10];
  private int length;

  /** Forgets all. */
  void clear() {
    length = 0;
  }

  boolean isEmpty() {
    return length == 0;
  }

  /** What was written, in UTF-8. */
  byte[] bytes() {
    return Arrays.copyOf(buffer, length);
  }

  /** Writes one byte of structure. */
  void put(char c) {
    if (length == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * length);
    }
    buffer[length++] = (byte) c;
  }

  private void put(byte[] more) {
    if (length + more.length > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more.length));
    }
    System.arraycopy(more, 0, buffer, length, more.length);
    length += more.length;
  }

  /** Writes the value at which the parser stands; the parser limits its depth. */
  void putValue(JsonParser parser) {
    JsonToken token = parser.currentToken();
    switch (token) {
      case START_OBJECT -> {
        put('{');
        boolean first = true;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
          putName(name, first);
          parser.nextToken();
          putValue(parser);
          first = false;
        }
        put('}');
      }
      case START_ARRAY -> {
        put('[');
        boolean first = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          if (!first) {
            put(',');
          }
          putValue(parser);
          first = false;
        }
        put(']');
      }
      case VALUE_STRING -> putQuoted(string(parser));
      case VALUE_NUMBER_FLOAT -> {
        String number = number(parser, true);
        if (!Character.isDigit(last(number)) && last(number) != '.') {
          throw new StreamReadException(number + " is no number of JSON");
        }
        put(number.getBytes(StandardCharsets.US_ASCII));
      }
      default -> put(text(parser));
    }
  }

  /**
   * The members of both objects, each written by this class; where both have one of a name, that of
   * the second alone.
   */
  static byte[] merged(byte[] first, byte[] second) {
    Set<String> names = new HashSet<>();
    try (JsonParser parser = JsonLines.JSON.createParser(ObjectReadContext.empty(), second)) {
      parser.nextToken();
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        names.add(name);
        parser.nextToken();
        parser.skipChildren();
      }
    }
    CompactJson merged = new CompactJson();
    merged.put('{');
    boolean any = merged.putMembers(first, names, false);
    merged.putMembers(second, Set.of(), any);
    merged.put('}');
    return merged.bytes();
  }

  private boolean putMembers(byte[] object, Set<String> without, boolean after) {
    boolean any = after;
    try (JsonParser parser = JsonLines.JSON.createParser(ObjectReadContext.empty(), object)) {
      parser.nextToken();
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        parser.nextToken();
        if (without.contains(name)) {
          parser.skipChildren();
        } else {
          putName(name, !any);
          putValue(parser);
          any = true;
        }
      }
    }
    return any;
  }

  /** Writes a member's name with its colon, and a comma before it unless it is the first. */
  void putName(String name, boolean first) {
    if (!first) {
      put(',');
    }
    if (hasLoneSurrogate(name)) {
      throw new StreamReadException("half a character in a name");
    }
    putQuoted(name.getBytes(StandardCharsets.UTF_8));
    put(':');
  }

  private void putQuoted(byte[] utf8) {
    put('"');
    for (byte b : utf8) {
      if (b >= 0 && (b < ' ' || b == '"' || b == '\\')) {
        putEscaped(b);
      } else {
        put((char) b);
      }
    }
    put('"');
  }

  private void putEscaped(byte b) {
    put('\\');
    int at = "\"\\\b\f\n\r\t".indexOf(b);
    if (at >= 0) {
      put("\"\\bfnrt".charAt(at));
    } else {
      put('u');
      put('0');
      put('0');
      put((char) HEX[b >> 4]);
      put((char) HEX[b & 15]);
    }
  }

  /** The scalar at which the parser stands as text in UTF-8: a string's content, or the token. */
  static byte[] text(JsonParser parser) {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> string(parser);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          number(parser, false).getBytes(StandardCharsets.US_ASCII);
      default -> parser.getString().getBytes(StandardCharsets.US_ASCII);
    };
  }

  private static byte[] string(JsonParser parser) {
    char[] chars = parser.getStringCharacters();
    int offset = parser.getStringOffset();
    int length = parser.getStringLength();
    int all = 0;
    for (int i = offset; i < offset + length; i++) {
      all |= chars[i];
    }
    if (all < 0x80) {
      byte[] ascii = new byte[length];
      for (int i = 0; i < length; i++) {
        ascii[i] = (byte) chars[offset + i];
      }
      return ascii;
    }
    String text = new String(chars, offset, length);
    if (hasLoneSurrogate(text)) {
      throw new StreamReadException("half a character in a string");
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  /**
   * The number at which the parser stands, in the shortest text that reads back the same; the
   * engine writes it otherwise inside JSON than as a text of its own.
   */
  private static String number(JsonParser parser, boolean inside) {
    String text = parser.getString();
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      return text.equals("-0") ? "0" : text;
    }
    if (isShortest(text) || text.length() > MAX_NUMBER || !Character.isDigit(last(text))) {
      return text;
    }
    double value = Double.parseDouble(text);
    return Double.isInfinite(value) ? text : shortest(value, inside);
  }

  private static char last(String text) {
    return text.charAt(text.length() - 1);
  }

  /** Whether it is like 12.5: no exponent, no leading or last zero, few digits. */
  private static boolean isShortest(String text) {
    if (text.length() > EXACT_DIGITS + 1 || text.charAt(0) < '1' || last(text) < '1') {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '.' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  /** With an exponent where the plain number would be long. */
  private static String shortest(double value, boolean inside) {
    if (value == 0) {
      return 1 / value < 0 ? "-0.0" : "0.0";
    }
    BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    BigDecimal digit = exact.round(new MathContext(1));
    BigDecimal decimal = digit.doubleValue() == value ? digit : exact;
    int exponent = decimal.precision() - decimal.scale() - 1;
    if (inside ? exponent >= -6 && exponent < 21 : exponent >= -4 && exponent < 16) {
      String plain = decimal.toPlainString();
      return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }
    String digits = decimal.unscaledValue().abs().toString();
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    String sign = exponent < 0 ? "-" : inside ? "" : "+";
    String zero = !inside && Math.abs(exponent) < 10 ? "0" : "";
    return (value < 0 ? "-" : "")
        + digits.charAt(0)
        + fraction
        + "e"
        + sign
        + zero
        + Math.abs(exponent);
  }
}
