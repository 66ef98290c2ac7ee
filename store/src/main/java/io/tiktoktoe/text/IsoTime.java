package io.tiktoktoe.text;

import java.nio.charset.StandardCharsets;

/**
 * Reads a point in time as programs write it, RFC 3339 in UTC, without making anything on the way.
 * Whatever else may be a time goes another way: {@link Timestamp}, {@link DateText}, or the engine.
 */
public final class IsoTime {

  /** Says that a text is no such time. */
  public static final long NONE = Long.MIN_VALUE;

  private static final int MICRO_DIGITS = 6;

  private IsoTime() {}

  /** The same of a text. */
  static long micros(String text) {
    if (text.isEmpty() || text.charAt(text.length() - 1) != 'Z') {
      return NONE;
    }
    // What is not of that charset becomes a question mark, which is in no time.
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return micros(bytes, 0, bytes.length);
  }

  /**
   * Microseconds since 1970 of {@code 2026-01-31T23:59:59.123456Z} in these bytes, or {@link #NONE}
   * for any other form.
   */
  public static long micros(byte[] text, int offset, int length) {
    if (length < 20
        || length > 21 + MICRO_DIGITS
        || text[offset + 4] != '-'
        || text[offset + 7] != '-'
        || text[offset + 10] != 'T'
        || text[offset + 13] != ':'
        || text[offset + 16] != ':'
        || text[offset + length - 1] != 'Z') {
      return NONE;
    }
    int year = digits(text, offset, 4);
    int month = digits(text, offset + 5, 2);
    int day = digits(text, offset + 8, 2);
    int hour = digits(text, offset + 11, 2);
    int minute = digits(text, offset + 14, 2);
    int second = digits(text, offset + 17, 2);
    int fraction = fraction(text, offset + 19, length - 20);
    boolean plain = year > 0 && month > 0 && month <= 12 && day > 0 && day <= days(year, month);
    boolean clock = hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
    if (!plain || !clock || second < 0 || second >= 60 || fraction < 0) {
      return NONE;
    }
    long seconds = ((epochDay(year, month, day) * 24 + hour) * 60 + minute) * 60 + second;
    return seconds * 1_000_000 + fraction;
  }

  private static int digits(byte[] text, int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = 10 * value + digit;
    }
    return value;
  }

  private static int fraction(byte[] text, int from, int length) {
    if (length == 0) {
      return 0;
    }
    if (text[from] != '.' || length == 1) {
      return -1;
    }
    int value = digits(text, from + 1, length - 1);
    for (int i = length - 1; i < MICRO_DIGITS; i++) {
      value *= 10;
    }
    return value;
  }

  private static int days(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return switch (month) {
      case 2 -> leap ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  /** Days since 1970-01-01 in the Gregorian calendar, its years counted from March. */
  private static long epochDay(int year, int month, int day) {
    int shifted = month > 2 ? year : year - 1;
    int inYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return 365L * shifted + shifted / 4 - shifted / 100 + shifted / 400 + inYear - 719_468;
  }
}
