package io.tiktoktoe.connect.mapping;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a mapping can do with values. docs/formats.md explains each with an example; {@link
 * Evaluation} computes them.
 */
public enum Function {
  // Choosing; a condition gives a text when it holds and nothing otherwise.
  FIRST(1, 99),
  ANY(1, 99),
  IS(2, 99),
  STARTS(2, 99),
  CONTAINS(2, 99),
  NOT(1, 1),
  ALL(2, 99),
  IF(2, 3),
  CHOOSE(3, 99),
  // Text.
  JOIN(1, 99),
  TEXT(1, 99),
  LOWER(1, 1),
  AFTER(2, 2),
  BEFORE(2, 2),
  HASH(1, 1),
  DIGEST(1, 99),
  // Numbers, exact decimals.
  NUMBER(1, 1),
  COUNT(1, 1),
  PLUS(2, 99),
  MINUS(2, 2),
  TIMES(2, 2),
  DIVIDE(2, 2),
  ROUND(2, 2),
  POSITIVE(1, 1),
  NEGATIVE(1, 1),
  // Time and length of time.
  TIME(1, 9),
  DAY(1, 9),
  EPOCH(1, 1),
  MILLISECONDS(2, 2),
  CLOCK(1, 1),
  // Names that the world agreed on.
  COUNTRY(1, 1),
  CURRENCY(1, 1),
  UNIT(1, 1),
  // Over several rows.
  CUMULATIVE(2, 2),
  GROUPED(2, 2),
  CARRY(2, 2),
  NTH(1, 1),
  SETTLE(2, 2),
  ROW(0, 0),
  SAID_DAY(0, 0);

  private final int least;
  private final int most;

  Function(int least, int most) {
    this.least = least;
    this.most = most;
  }

  /** Its name in a format's file. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it takes this many arguments. */
  boolean takes(int arguments) {
    return arguments >= least && arguments <= most;
  }

  /** Whether its first argument is a number as people of some country write it. */
  boolean readsNumber() {
    return this == NUMBER || this == COUNT;
  }

  /** Whether its first argument is a date as people of some country write it. */
  boolean readsDate() {
    return this == TIME || this == DAY;
  }

  /** Whether its first argument is a currency's code or sign. */
  boolean readsCurrency() {
    return this == CURRENCY;
  }

  /** The function with this word, if there is one. */
  static Optional<Function> ofWord(String word) {
    return Arrays.stream(values()).filter(function -> function.word().equals(word)).findFirst();
  }

  /** All words, as a message lists them. */
  static String words() {
    return Arrays.stream(values()).map(Function::word).collect(Collectors.joining(", "));
  }
}
