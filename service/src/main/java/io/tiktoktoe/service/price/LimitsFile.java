package io.tiktoktoe.service.price;

import io.tiktoktoe.pricing.portfolio.PriceLimits;
import io.tiktoktoe.pricing.portfolio.PricingOptions.CountryFactor;
import io.tiktoktoe.table.NamedColumn;
import io.tiktoktoe.table.NamedTable;
import io.tiktoktoe.table.TableException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Reads what prices must keep to, and price levels of countries, from small tables. */
final class LimitsFile {

  private static final List<String> NUMBERS =
      List.of("floor", "ceiling", "margin", "step", "days_between");

  private LimitsFile() {}

  /**
   * Constraints by product.
   *
   * @throws TableException if the file is no table, names a product twice or has a wrong row
   */
  static Map<String, PriceLimits> limits(Path file) {
    List<NamedColumn> columns = new ArrayList<>(List.of(NamedColumn.text("product")));
    NUMBERS.forEach(name -> columns.add(NamedColumn.number(name).optional()));
    columns.add(NamedColumn.text("endings").optional());
    columns.add(NamedColumn.text("grandfathered").optional());
    Map<String, PriceLimits> limits = new TreeMap<>();
    try (NamedTable table = NamedTable.open(file, columns)) {
      while (table.next()) {
        String product = table.text("product");
        if (limits.put(product, row(table)) != null) {
          throw table.wrong("product %s is there already. Leave one out.".formatted(product));
        }
      }
    }
    requireRows(file, limits.size());
    return limits;
  }

  /**
   * Price levels by country.
   *
   * @throws TableException if the file is no table, names a country twice or has a wrong row
   */
  static List<CountryFactor> ladder(Path file) {
    Map<String, CountryFactor> factors = new TreeMap<>();
    List<NamedColumn> columns = List.of(NamedColumn.text("country"), NamedColumn.number("factor"));
    try (NamedTable table = NamedTable.open(file, columns)) {
      while (table.next()) {
        String country = table.text("country");
        if (!country.matches("[A-Z]{2}")) {
          throw table.wrong(
              "country (%s) must be two capital letters, such as IN.".formatted(country));
        }
        if (factors.put(country, factor(table, country)) != null) {
          throw table.wrong("country %s is there already. Leave one out.".formatted(country));
        }
      }
    }
    requireRows(file, factors.size());
    return List.copyOf(factors.values());
  }

  private static CountryFactor factor(NamedTable table, String country) {
    try {
      return new CountryFactor(country, table.number("factor"));
    } catch (IllegalArgumentException e) {
      throw wrong(table, e);
    }
  }

  private static TableException wrong(NamedTable table, IllegalArgumentException cause) {
    TableException wrong = table.wrong(String.valueOf(cause.getMessage()));
    wrong.initCause(cause);
    return wrong;
  }

  private static void requireRows(Path file, int rows) {
    if (rows == 0) {
      throw new TableException(file + " has a header and no rows. Add at least one row.");
    }
  }

  private static PriceLimits row(NamedTable table) {
    OptionalDouble days = number(table, "days_between");
    return new PriceLimits(
        number(table, "floor"),
        number(table, "ceiling"),
        number(table, "margin"),
        number(table, "step"),
        days.isPresent() ? OptionalInt.of((int) days.getAsDouble()) : OptionalInt.empty(),
        endings(table),
        flag(table));
  }

  private static OptionalDouble number(NamedTable table, String field) {
    double number = table.has(field) ? table.numberOrMissing(field) : Double.NaN;
    return Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
  }

  private static List<Double> endings(NamedTable table) {
    String text = table.has("endings") ? table.textOrEmpty("endings").strip() : "";
    List<Double> endings = new ArrayList<>();
    for (String one : text.isEmpty() ? new String[0] : text.split("[ ;]+")) {
      try {
        endings.add(Double.parseDouble(one));
      } catch (NumberFormatException e) {
        TableException wrong =
            table.wrong(
                "endings (%s) must be numbers with blanks between, such as .99 .00."
                    .formatted(text));
        wrong.initCause(e);
        throw wrong;
      }
    }
    return endings;
  }

  private static Optional<Boolean> flag(NamedTable table) {
    String text =
        table.has("grandfathered")
            ? table.textOrEmpty("grandfathered").strip().toLowerCase(Locale.ROOT)
            : "";
    return switch (text) {
      case "" -> Optional.empty();
      case "true", "yes", "1" -> Optional.of(true);
      case "false", "no", "0" -> Optional.of(false);
      default -> throw table.wrong("grandfathered (%s) must be yes or no.".formatted(text));
    };
  }
}
