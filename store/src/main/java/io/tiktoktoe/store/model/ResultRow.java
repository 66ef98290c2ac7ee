package io.tiktoktoe.store.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Blob;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a result. Getters for primitives and times refuse NULL and name the column; {@link
 * #text} gives NULL as null, because a missing country is missing.
 */
public final class ResultRow {

  private final Map<String, Integer> columns;
  private final @Nullable Object[] values;

  /** Takes the arrays as they are; engines give each row its own. */
  public ResultRow(Map<String, Integer> columns, @Nullable Object[] values) {
    this.columns = columns;
    this.values = values;
  }

  /** The columns' names in order. */
  public List<String> names() {
    return List.copyOf(columns.keySet());
  }

  /** Whether the value is missing. */
  public boolean isNull(String column) {
    return value(column) == null;
  }

  /** The value as text, or null if it is missing. */
  public @Nullable String text(String column) {
    Object value = value(column);
    return value == null ? null : value.toString();
  }

  /** The value as text, which must be there. */
  public String required(String column) {
    return present(column).toString();
  }

  /**
   * A whole number.
   *
   * @throws ArithmeticException if it does not fit 64 bits
   */
  public long number(String column) {
    return switch (present(column)) {
      case BigDecimal decimal -> decimal.longValueExact();
      case BigInteger integer -> integer.longValueExact();
      case Number number -> number.longValue();
      case Object other -> throw wrong(column, other, "a whole number");
    };
  }

  /** A fraction. */
  public double fraction(String column) {
    return switch (present(column)) {
      case Number number -> number.doubleValue();
      case Object other -> throw wrong(column, other, "a number");
    };
  }

  /** An exact decimal number. */
  public BigDecimal decimal(String column) {
    return switch (present(column)) {
      case BigDecimal decimal -> decimal;
      case BigInteger integer -> new BigDecimal(integer);
      case Number number -> BigDecimal.valueOf(number.longValue());
      case Object other -> throw wrong(column, other, "a decimal number");
    };
  }

  /** Yes or no. */
  public boolean flag(String column) {
    return switch (present(column)) {
      case Boolean flag -> flag;
      case Object other -> throw wrong(column, other, "true or false");
    };
  }

  /** A time; columns without zone are UTC. */
  public Instant instant(String column) {
    return switch (present(column)) {
      case LocalDateTime time -> time.toInstant(ZoneOffset.UTC);
      case java.sql.Timestamp time -> time.toLocalDateTime().toInstant(ZoneOffset.UTC);
      case Object other -> throw wrong(column, other, "a time");
    };
  }

  /** A day. */
  public LocalDate day(String column) {
    return switch (present(column)) {
      case LocalDate day -> day;
      case java.sql.Date day -> day.toLocalDate();
      case Object other -> throw wrong(column, other, "a day");
    };
  }

  /** Bytes. */
  public byte[] bytes(String column) {
    return switch (present(column)) {
      case byte[] bytes -> bytes;
      case Blob blob -> bytes(blob);
      case Object other -> throw wrong(column, other, "bytes");
    };
  }

  private static byte[] bytes(Blob blob) {
    try {
      return blob.getBytes(1, Math.toIntExact(blob.length()));
    } catch (SQLException e) {
      throw new IllegalStateException("bytes cannot be read.", e);
    }
  }

  private @Nullable Object value(String column) {
    Integer index = columns.get(column);
    if (index == null) {
      throw new IllegalArgumentException(
          "column (" + column + ") is not in the result, which has " + columns.keySet() + ".");
    }
    return values[index];
  }

  private Object present(String column) {
    Object value = value(column);
    if (value == null) {
      throw new IllegalStateException("column (" + column + ") is NULL where a value must be.");
    }
    return value;
  }

  private static IllegalStateException wrong(String column, Object value, String expected) {
    return new IllegalStateException(
        "column (%s) holds %s (%s), not %s."
            .formatted(column, value, value.getClass().getSimpleName(), expected));
  }
}
