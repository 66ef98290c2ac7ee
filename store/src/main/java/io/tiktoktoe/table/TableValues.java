package io.tiktoktoe.table;

import io.tiktoktoe.file.UnreadableFileException;
import io.tiktoktoe.file.WrongValueException;
import io.tiktoktoe.text.DateText;
import io.tiktoktoe.text.NumberStyle;
import io.tiktoktoe.text.Timestamp;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the numbers and times of a table as the file itself writes them: with decimal points or
 * commas, in ISO or in the local order of day and month, whichever its own values prove.
 */
public final class TableValues {

  /** Cells that are looked at; a slip behind them is an error in its row. */
  private static final int MAX_SAMPLES = 100_000;

  private static final int MAX_SHOWN = 40;

  private final NumberStyle numbers;
  private final DateText times;

  private TableValues(NumberStyle numbers, DateText times) {
    this.numbers = numbers;
    this.times = times;
  }

  /**
   * Looks through the first rows of {@code table}, from its beginning, which stays where it is.
   *
   * @param file for messages
   * @param numberColumns indices of the columns of numbers
   * @param timeColumns indices of the columns of times
   * @throws TableException if the numbers are written in two ways, or may each mean two numbers
   */
  public static TableValues learned(
      Path file, TableReader table, List<Integer> numberColumns, List<Integer> timeColumns) {
    List<String> numbers = new ArrayList<>();
    List<String> times = new ArrayList<>();
    try (TableReader rows = table.again()) {
      while (numbers.size() + times.size() < MAX_SAMPLES && hasNext(rows)) {
        numberColumns.forEach(column -> numbers.add(rows.cell(column).strip()));
        timeColumns.forEach(column -> times.add(rows.cell(column).strip()));
      }
    }
    return new TableValues(style(file, numbers, table.decimalComma()), DateText.provenBy(times));
  }

  private static NumberStyle style(Path file, List<String> numbers, boolean decimalComma) {
    try {
      NumberStyle point = NumberStyle.of(numbers, NumberStyle.POINT);
      NumberStyle comma = NumberStyle.of(numbers, NumberStyle.COMMA);
      if (!decimalComma || point == comma) {
        return point;
      }
      for (String number : numbers) {
        if (number.indexOf('.') >= 0) {
          throw new TableException(
              ("%s: number %s has a decimal or a thousands point, and no other tells which."
                      + " Write decimals with a comma, or separate the cells with commas.")
                  .formatted(file, number));
        }
      }
      return comma;
    } catch (WrongValueException e) {
      throw new TableException(
          "%s %s. Write all of its numbers in one way.".formatted(file, e.getMessage()), e);
    }
  }

  private static boolean hasNext(TableReader rows) {
    try {
      return rows.next();
    } catch (TableException | UnreadableFileException e) {
      // A sample only: the row is refused with this reason when it is read.
      return false;
    }
  }

  /**
   * The number in {@code text}.
   *
   * @throws IllegalArgumentException if it is none, saying what it is
   */
  public BigDecimal number(String text) {
    try {
      return numbers.read(text);
    } catch (WrongValueException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Whether numbers are written with a decimal point, as Java writes them. */
  boolean plainNumbers() {
    return numbers == NumberStyle.POINT;
  }

  /**
   * The day in {@code text}.
   *
   * @throws IllegalArgumentException if it is none, with the text and what is wrong
   */
  public LocalDate day(String text) {
    return timestamp(text).day();
  }

  /** The time in {@code text}, with the errors of {@link #day}. */
  Timestamp timestamp(String text) {
    try {
      return times.timestamp(text);
    } catch (WrongValueException e) {
      String shown = text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "...";
      throw new IllegalArgumentException(
          "(%s) %s"
              .formatted(
                  shown,
                  times.isAmbiguous(text)
                      ? "may be day/month or month/day, and no other row tells"
                      : "is no date or time"),
          e);
    }
  }
}
