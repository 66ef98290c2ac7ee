package io.tiktoktoe.table;

import io.tiktoktoe.audience.lifetime.PurchaseLog;
import io.tiktoktoe.work.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the purchases of a file: columns {@code customer}, {@code date} and, where they are known,
 * {@code amount}; rows in any order. Purchases of one customer on one day are one; rows without a
 * customer, date or amount are left out and counted; negative amounts are what went back. Every
 * error names file, row, value and remedy. O(rows) time, 16 bytes a row and the names in memory.
 */
public final class PurchaseFile {

  private static final int PROGRESS_ROWS = 1 << 16;
  private static final int ABSENT = -1;

  /** A date without separators, such as 19970131. */
  private static final int COMPACT = "19970131".length();

  private final Path file;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<String> unused = new ArrayList<>();
  private int[] customers = new int[1024];
  private int[] days = new int[1024];
  private double[] amounts = new double[1024];
  private int count;
  private int customerColumn = ABSENT;
  private int dateColumn = ABSENT;
  private int amountColumn = ABSENT;
  private long withoutCustomer;
  private long withoutDate;
  private long withoutAmount;

  private PurchaseFile(Path file) {
    this.file = file;
  }

  /**
   * Reads every purchase of {@code file}.
   *
   * @param names other names of columns: key is the file's, value is the one that is read here
   * @throws TableException if the file is no table or one of its rows is wrong
   */
  public static PurchaseTable read(Path file, Map<String, String> names, Progress progress) {
    try (TableReader reader = TableReader.open(file)) {
      return new PurchaseFile(file).read(reader, names, progress);
    }
  }

  private PurchaseTable read(TableReader reader, Map<String, String> given, Progress progress) {
    findColumns(reader.columns(), given);
    TableValues values =
        TableValues.learned(
            file,
            reader,
            amountColumn == ABSENT ? List.of() : List.of(amountColumn),
            List.of(dateColumn));
    long rows = 0;
    while (reader.next()) {
      rows = reader.row();
      readRow(reader, values);
      if (rows % PROGRESS_ROWS == 0) {
        progress.report("reading " + file, rows, -1);
      }
    }
    if (count == 0) {
      throw new TableException(
          file + " has no row with a customer and a date. Add at least one purchase.");
    }
    double[] paid = amountColumn == ABSENT ? new double[0] : Arrays.copyOf(amounts, count);
    PurchaseLog log =
        PurchaseLog.of(
            names.size(), Arrays.copyOf(customers, count), Arrays.copyOf(days, count), paid);
    return new PurchaseTable(names, log, rows, withoutCustomer, withoutDate, withoutAmount, unused);
  }

  private void readRow(TableReader reader, TableValues values) {
    String customer = reader.cell(customerColumn).strip();
    String date = reader.cell(dateColumn).strip();
    String amount = amountColumn == ABSENT ? "0" : reader.cell(amountColumn).strip();
    if (isMissing(customer)) {
      withoutCustomer++;
    } else if (isMissing(date)) {
      withoutDate++;
    } else if (isMissing(amount)) {
      withoutAmount++;
    } else {
      int day = day(reader.row(), values, date);
      add(number(customer), day, amount(reader.row(), values, amount));
    }
  }

  private static boolean isMissing(String text) {
    return switch (text) {
      case "", "NaN", "nan", "NA", "null", "NULL", "None" -> true;
      default -> false;
    };
  }

  private int number(String customer) {
    Integer known = numbers.get(customer);
    if (known != null) {
      return known;
    }
    numbers.put(customer, names.size());
    names.add(customer);
    return names.size() - 1;
  }

  private void add(int customer, int day, double amount) {
    if (count == customers.length) {
      int larger = count + (count >> 1);
      customers = Arrays.copyOf(customers, larger);
      days = Arrays.copyOf(days, larger);
      amounts = Arrays.copyOf(amounts, larger);
    }
    customers[count] = customer;
    days[count] = day;
    amounts[count] = amount;
    count++;
  }

  private int day(long row, TableValues values, String text) {
    try {
      return (int) values.day(spaced(text)).toEpochDay();
    } catch (IllegalArgumentException e) {
      throw wrong(row, "date %s. Write it like 2026-01-31.".formatted(e.getMessage()), e);
    }
  }

  private static String spaced(String text) {
    boolean compact = text.length() == COMPACT && text.chars().allMatch(Character::isDigit);
    return compact
        ? text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6)
        : text;
  }

  private double amount(long row, TableValues values, String text) {
    if (amountColumn == ABSENT) {
      return 0;
    }
    double amount;
    try {
      amount = values.number(text).doubleValue();
    } catch (IllegalArgumentException e) {
      throw wrong(
          row,
          "amount (%s) is not a number. Write it like 12.50; negative where money went back."
              .formatted(shortened(text)),
          e);
    }
    if (Math.abs(amount) > 1e15) {
      throw wrong(
          row,
          "amount (%s) is beyond 1e15. Count in a larger unit.".formatted(shortened(text)),
          new IllegalArgumentException(text));
    }
    return amount;
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }

  private TableException wrong(long row, String what, Exception cause) {
    return new TableException("%s: row %d: %s".formatted(file, row, what), cause);
  }

  private void findColumns(List<String> columns, Map<String, String> given) {
    for (String name : given.keySet()) {
      if (!columns.contains(name)) {
        throw new TableException.UnknownColumn(
            "%s: column %s of {map} does not exist; the file has %s.",
            file, name, String.join(", ", columns));
      }
    }
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i);
      switch (given.getOrDefault(column, column).toLowerCase(Locale.ROOT)) {
        case "customer" -> customerColumn = once("customer", customerColumn, i);
        case "date" -> dateColumn = once("date", dateColumn, i);
        case "amount" -> amountColumn = once("amount", amountColumn, i);
        default -> unused.add(column);
      }
    }
    require("customer", customerColumn, columns);
    require("date", dateColumn, columns);
  }

  private int once(String name, int before, int now) {
    if (before != ABSENT) {
      throw new TableException("%s: two columns are %s. Rename one of them.".formatted(file, name));
    }
    return now;
  }

  private void require(String name, int column, List<String> columns) {
    if (column == ABSENT) {
      String first = columns.isEmpty() ? "column" : columns.getFirst();
      throw TableException.naming(
          "%s: column %s is missing; the file has %s. Rename one in the file, or with {map} %s=%s.",
          file, name, String.join(", ", columns), first, name);
    }
  }
}
