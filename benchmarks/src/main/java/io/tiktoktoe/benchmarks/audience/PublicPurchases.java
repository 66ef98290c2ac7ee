package io.tiktoktoe.benchmarks.audience;

import io.tiktoktoe.audience.lifetime.PurchaseLog;
import io.tiktoktoe.audience.lifetime.PurchaseSummaries;
import io.tiktoktoe.table.TableReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the public files of purchases, each as its source has it. */
final class PublicPurchases {

  private static final DateTimeFormatter AMERICAN =
      DateTimeFormatter.ofPattern("M/d/yyyy", Locale.ROOT);

  private final Map<String, Integer> customers = new HashMap<>();
  private final List<Integer> customer = new ArrayList<>();
  private final List<Integer> day = new ArrayList<>();
  private final List<Double> amount = new ArrayList<>();

  private PublicPurchases() {}

  /** The CDNOW sample: masterid, date as 19970101, sales. */
  static PurchaseLog cdnow(Path file) {
    PublicPurchases rows = new PublicPurchases();
    try (TableReader table = TableReader.open(file)) {
      int id = table.columns().indexOf("masterid");
      int date = table.columns().indexOf("date");
      int sales = table.columns().indexOf("sales");
      while (table.next()) {
        LocalDate on = LocalDate.parse(table.cell(date), DateTimeFormatter.BASIC_ISO_DATE);
        rows.add(table.cell(id), on, Double.parseDouble(table.cell(sales)));
      }
    }
    return rows.log();
  }

  /** Order lines of a shop: CustomerID, InvoiceDate, Quantity, UnitPrice. */
  static PurchaseLog shop(Path file) {
    PublicPurchases rows = new PublicPurchases();
    try (TableReader table = TableReader.open(file)) {
      int id = table.columns().indexOf("CustomerID");
      int date = table.columns().indexOf("InvoiceDate");
      int quantity = table.columns().indexOf("Quantity");
      int price = table.columns().indexOf("UnitPrice");
      while (table.next()) {
        if (!table.cell(id).isBlank()) {
          LocalDate on = LocalDate.parse(table.cell(date).split(" ", 2)[0], AMERICAN);
          double paid =
              Double.parseDouble(table.cell(quantity)) * Double.parseDouble(table.cell(price));
          rows.add(table.cell(id), on, paid);
        }
      }
    }
    return rows.log();
  }

  /** Summaries of customers in weeks, rounded as their source has them. */
  static PurchaseSummaries summaries(Path file, String x, String recency, String age, String mean) {
    List<double[]> rows = new ArrayList<>();
    try (TableReader table = TableReader.open(file)) {
      List<String> columns = table.columns();
      while (table.next()) {
        rows.add(
            new double[] {
              Double.parseDouble(table.cell(columns.indexOf(x))),
              Double.parseDouble(table.cell(columns.indexOf(recency))),
              Double.parseDouble(table.cell(columns.indexOf(age))),
              mean.isEmpty() ? 0 : Double.parseDouble(table.cell(columns.indexOf(mean)))
            });
      }
    }
    int[] counts = rows.stream().mapToInt(row -> (int) row[0]).toArray();
    double[] recencies = rows.stream().mapToDouble(row -> row[1]).toArray();
    double[] ages = rows.stream().mapToDouble(row -> row[2]).toArray();
    return mean.isEmpty()
        ? PurchaseSummaries.of(counts, recencies, ages)
        : PurchaseSummaries.of(
            counts, recencies, ages, rows.stream().mapToDouble(row -> row[3]).toArray());
  }

  private void add(String id, LocalDate on, double paid) {
    customer.add(customers.computeIfAbsent(id, key -> customers.size()));
    day.add((int) on.toEpochDay());
    amount.add(paid);
  }

  private PurchaseLog log() {
    return PurchaseLog.of(
        customers.size(),
        customer.stream().mapToInt(Integer::intValue).toArray(),
        day.stream().mapToInt(Integer::intValue).toArray(),
        amount.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
