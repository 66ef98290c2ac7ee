package io.tiktoktoe.service.price;

import io.tiktoktoe.pricing.insight.DemandHistory;
import io.tiktoktoe.service.model.price.PriceFile;
import io.tiktoktoe.table.ColumnTable;
import io.tiktoktoe.table.ColumnsFile;
import io.tiktoktoe.table.TableException;
import io.tiktoktoe.work.Progress;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a history of demand from a plain file: {@code product}, {@code unit} and {@code period}
 * (may be absent), {@code price}, {@code quantity}, {@code sold_out} (may be absent); every other
 * column is a control, text by its values.
 */
final class DemandFile {

  /** A text column with more values is no control but a name. */
  private static final int MOST_VALUES = 50;

  private static final List<String> NAMED =
      List.of("product", "unit", "period", "price", "quantity", "sold_out");

  private static final ColumnsFile.Wanted DEMAND =
      new ColumnsFile.Wanted(
          List.of("price", "quantity"),
          List.of("product"),
          List.of(),
          List.of("unit", "period", "sold_out"),
          name -> true);

  private static final Set<String> YES = Set.of("1", "1.0", "true", "yes", "t", "y");
  private static final Set<String> NO = Set.of("0", "0.0", "false", "no", "f", "n", "");

  private final PriceFile file;
  private final ColumnTable table;
  private final List<String> unused = new ArrayList<>();

  private DemandFile(PriceFile file, ColumnTable table) {
    this.file = file;
    this.table = table;
  }

  /**
   * A history and what of the file was not used.
   *
   * @param history all rows
   * @param periods of the rows as the file writes them; empty when it has none
   * @param unused columns with too many different texts
   */
  record Read(DemandHistory history, List<String> periods, List<String> unused) {}

  static Read read(PriceFile file, Progress progress) {
    ColumnTable table = ColumnsFile.read(file.path(), file.names(), DEMAND, progress);
    DemandFile demand = new DemandFile(file, table);
    List<String> periods = table.has("period") ? table.texts("period") : List.of();
    return new Read(demand.history(), periods, demand.unused);
  }

  private DemandHistory history() {
    Map<String, double[]> controls = controls();
    DemandHistory.Builder rows = DemandHistory.withControls(List.copyOf(controls.keySet()));
    List<double[]> columns = List.copyOf(controls.values());
    List<String> products = table.texts("product");
    double[] prices = table.numbers("price");
    double[] quantities = table.numbers("quantity");
    for (int row = 0; row < table.rows(); row++) {
      double[] values = new double[columns.size()];
      for (int control = 0; control < values.length; control++) {
        values[control] = columns.get(control)[row];
      }
      try {
        rows.add(
            products.get(row),
            table.has("unit") ? table.texts("unit").get(row) : "all",
            period(row),
            prices[row],
            quantities[row],
            soldOut(row),
            values);
      } catch (IllegalArgumentException e) {
        throw wrong(row, String.valueOf(e.getMessage()), e);
      }
    }
    return rows.build();
  }

  private Map<String, double[]> controls() {
    Map<String, double[]> controls = new LinkedHashMap<>();
    for (String name : table.furtherNumbers(NAMED)) {
      controls.put(name, table.numbers(name));
    }
    for (String name : table.furtherTexts(NAMED)) {
      List<String> cells = table.texts(name);
      TreeSet<String> values = new TreeSet<>(cells);
      if (values.size() > MOST_VALUES) {
        unused.add(name);
        continue;
      }
      // One value is what the others are compared with.
      values.pollFirst();
      for (String value : values) {
        controls.put(
            name + "=" + value,
            cells.stream().mapToDouble(cell -> cell.equals(value) ? 1 : 0).toArray());
      }
    }
    return controls;
  }

  /** A number as it is; a day as days since 1970, a month as months. */
  private double period(int row) {
    if (!table.has("period")) {
      return row;
    }
    String text = table.texts("period").get(row);
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException notANumber) {
      try {
        return text.length() == 7
            ? YearMonth.parse(text).getLong(ChronoField.PROLEPTIC_MONTH)
            : LocalDate.parse(text.substring(0, Math.min(10, text.length()))).toEpochDay();
      } catch (DateTimeException e) {
        throw wrong(
            row,
            "period (%s) is no number, day or month. Write it like 12, 2026-01-31 or 2026-01."
                .formatted(text),
            e);
      }
    }
  }

  private boolean soldOut(int row) {
    if (!table.has("sold_out")) {
      return false;
    }
    String text = table.texts("sold_out").get(row).toLowerCase(Locale.ROOT);
    if (YES.contains(text) || NO.contains(text)) {
      return YES.contains(text);
    }
    throw new IllegalArgumentException(
        "sold_out (%s) must be true or false, or 1 or 0.".formatted(text));
  }

  private TableException wrong(int row, String what, Exception cause) {
    return new TableException("%s: row %d: %s".formatted(file.path(), row + 1, what), cause);
  }
}
