package io.tiktoktoe.connect.read;

import io.tiktoktoe.stage.StageBatch;
import io.tiktoktoe.stage.StageColumn;
import io.tiktoktoe.text.IsoTime;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads lines as most senders write them: one flat object of known fields, each once, whose texts
 * have no escapes and whose numbers are short, with attributes that are flat as well. Takes the
 * values straight from the bytes; leaves any other line to the full parser, which gives the same
 * rows for these too. Small on purpose: in a short run, compiling the full parser costs several
 * times what it then saves. O(bytes).
 */
final class PlainLine {

  /** Digits of a number that is whole, or exact in binary floating point before its point. */
  private static final int MAX_DIGITS = 15;

  /** Digits of an exponent; any real number has fewer. */
  private static final int MAX_EXPONENT = 4;

  /** Characters of a number that need not be whole or exact; any real number has fewer. */
  private static final int MAX_REAL = 40;

  /** Slots of the table of names, a power of two several times their number. */
  private static final int SLOTS = 128;

  private static final byte[][] NAMES = new byte[SLOTS][];
  private static final StageColumn[] COLUMNS = new StageColumn[SLOTS];

  private static final double[] POWERS = new double[MAX_DIGITS + 1];

  static {
    Arrays.fill(NAMES, new byte[0]);
    Arrays.fill(COLUMNS, StageColumn.LINE);
    for (StageColumn column : StageColumn.values()) {
      if (column.isField()) {
        byte[] name = column.field().getBytes(StandardCharsets.US_ASCII);
        int slot = slot(hash(name, 0, name.length), name, 0, name.length);
        NAMES[slot] = name;
        COLUMNS[slot] = column;
      }
    }
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private byte[] bytes = {};
  private int at;
  private int end;
  private long filled;

  private static int hash(byte[] bytes, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash;
  }

  /** Where this name lies in the table, or the free slot where it would. */
  private static int slot(int hash, byte[] bytes, int from, int to) {
    int slot = hash & (SLOTS - 1);
    while (NAMES[slot].length > 0
        && !Arrays.equals(NAMES[slot], 0, NAMES[slot].length, bytes, from, to)) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    return slot;
  }

  /**
   * Reads one line into the batch's row; false if it is not plain, and then the row holds parts of
   * it.
   */
  boolean read(byte[] line, int start, int length, StageBatch batch) {
    bytes = line;
    at = start;
    end = start + length;
    filled = 0;
    if (next() != '{') {
      return false;
    }
    at++;
    do {
      if (!readMember(batch)) {
        return false;
      }
    } while (take(','));
    return take('}') && next() < 0;
  }

  /** The next byte that is no space, or -1 at the end of the line. */
  private int next() {
    while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
    return at < end ? bytes[at] : -1;
  }

  private boolean take(char wanted) {
    if (next() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  private boolean readMember(StageBatch batch) {
    if (!take('"')) {
      return false;
    }
    int from = at;
    if (!skipText()) {
      return false;
    }
    int to = at - 1;
    StageColumn column = COLUMNS[slot(hash(bytes, from, to), bytes, from, to)];
    long bit = 1L << column.ordinal();
    // A field that comes twice counts once; an unknown one stands for the line's number here.
    if (column == StageColumn.LINE || (filled & bit) != 0 || !take(':')) {
      return false;
    }
    filled |= bit;
    int first = next();
    if (first == '"') {
      at++;
      return readText(column, batch);
    }
    if (first == '-' || (first >= '0' && first <= '9')) {
      return readNumber(column, batch);
    }
    return switch (first) {
      case 'n' -> word("null");
      case 't' -> column == StageColumn.COMPLETED && word("true") && truth(batch, 1);
      case 'f' -> column == StageColumn.COMPLETED && word("false") && truth(batch, 0);
      case '{' -> column == StageColumn.ATTRIBUTES && readAttributes(batch);
      default -> false;
    };
  }

  private static boolean truth(StageBatch batch, long value) {
    batch.set(StageColumn.COMPLETED, value);
    return true;
  }

  private boolean word(String word) {
    int length = word.length();
    if (end - at < length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (bytes[at + i] != word.charAt(i)) {
        return false;
      }
    }
    at += length;
    return true;
  }

  /** Goes behind the quote that ends a text; false if the text is not plain. */
  private boolean skipText() {
    int i = at;
    while (i < end) {
      byte b = bytes[i];
      if (b == '"') {
        at = i + 1;
        return true;
      }
      if (b == '\\' || (b >= 0 && b < ' ') || isOddLead(i)) {
        return false;
      }
      i++;
    }
    return false;
  }

  /** Whether a character may begin here that is no character: an overlong one, half a pair. */
  private boolean isOddLead(int i) {
    return switch (bytes[i] & 0xFF) {
      case 0xE0, 0xF0 ->
          i + 1 >= end || (bytes[i + 1] & 0xFF) < (bytes[i] == (byte) 0xE0 ? 0xA0 : 0x90);
      case 0xED -> i + 1 >= end || (bytes[i + 1] & 0xFF) >= 0xA0;
      case 0xF4 -> i + 1 >= end || (bytes[i + 1] & 0xFF) >= 0x90;
      default -> false;
    };
  }

  /** An object of texts and whole numbers, written as compactly as it would be kept. */
  private boolean readAttributes(StageBatch batch) {
    int from = at;
    do {
      at++;
      if (!skip('"') || !skipText() || !skip(':') || !skipAttribute()) {
        return false;
      }
    } while (at < end && bytes[at] == ',');
    if (!skip('}')) {
      return false;
    }
    batch.set(StageColumn.ATTRIBUTES, Arrays.copyOfRange(bytes, from, at));
    return true;
  }

  private boolean skipAttribute() {
    if (skip('"')) {
      return skipText();
    }
    int from = at;
    skipDigits(0);
    boolean leadingZero = at - from > 1 && bytes[from] == '0';
    return at > from && at - from <= MAX_DIGITS && !leadingZero;
  }

  private boolean skip(char wanted) {
    if (at == end || bytes[at] != wanted) {
      return false;
    }
    at++;
    return true;
  }

  private boolean readText(StageColumn column, StageBatch batch) {
    int from = at;
    if (!skipText()) {
      return false;
    }
    int to = at - 1;
    return switch (column.sqlType()) {
      case "VARCHAR" -> {
        if (column == StageColumn.ATTRIBUTES) {
          yield false;
        }
        batch.set(column, Arrays.copyOfRange(bytes, from, to));
        yield true;
      }
      case "TIMESTAMP" -> {
        long micros = IsoTime.micros(bytes, from, to - from);
        batch.set(column, micros);
        yield micros != IsoTime.NONE;
      }
      default -> false;
    };
  }

  /** A number in a column of numbers; what is not whole only as the event's value. */
  private boolean readNumber(StageColumn column, StageBatch batch) {
    int from = at;
    boolean negative = skip('-');
    int first = at;
    long digits = skipDigits(0);
    int whole = at - first;
    int decimals = 0;
    if (skip('.')) {
      int point = at;
      digits = skipDigits(digits);
      decimals = at - point;
      if (decimals == 0) {
        return false;
      }
    }
    if (whole == 0 || (whole > 1 && bytes[first] == '0')) {
      return false;
    }
    boolean exponent = at < end && (bytes[at] == 'e' || bytes[at] == 'E');
    if (exponent || whole + decimals > MAX_DIGITS) {
      return column == StageColumn.VALUE && (!exponent || skipExponent()) && readReal(from, batch);
    }
    return put(column, negative, digits, decimals, batch);
  }

  /** Goes behind the digits here and appends them to the number before; long ones overflow. */
  private long skipDigits(long before) {
    long digits = before;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      digits = 10 * digits + (bytes[at++] - '0');
    }
    return digits;
  }

  private boolean skipExponent() {
    at++;
    if (!skip('-')) {
      skip('+');
    }
    int from = at;
    skipDigits(0);
    return at > from && at - from <= MAX_EXPONENT;
  }

  private boolean readReal(int from, StageBatch batch) {
    if (at - from > MAX_REAL) {
      return false;
    }
    String text = new String(bytes, from, at - from, StandardCharsets.US_ASCII);
    batch.set(StageColumn.VALUE, Double.parseDouble(text));
    return true;
  }

  private static boolean put(
      StageColumn column, boolean negative, long digits, int decimals, StageBatch batch) {
    switch (column) {
      case AMOUNT_MINOR, FEE_MINOR, TAX_MINOR, QUANTITY, WATCH_MS, DURATION_MS -> {
        batch.set(column, negative ? -digits : digits);
        return decimals == 0;
      }
      case VALUE -> {
        // Both are exact, so that their quotient is the nearest number.
        double value = digits / POWERS[decimals];
        batch.set(column, negative ? -value : value);
        return true;
      }
      default -> {
        return false;
      }
    }
  }
}
