package io.tiktoktoe.cli.report;

import io.tiktoktoe.cli.report.page.Look;
import io.tiktoktoe.cli.report.page.Page;
import io.tiktoktoe.cli.report.page.TextSafety;
import io.tiktoktoe.cli.report.page.TextTable;
import io.tiktoktoe.pricing.insight.Elasticities;
import io.tiktoktoe.service.model.price.ElasticityAnswer;
import io.tiktoktoe.service.model.price.ElasticityRow;
import io.tiktoktoe.service.model.price.ExpectedSale;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Elasticities with the posterior interval of each product as a bar. */
public final class ElasticityReport {

  private static final int MOST = 40;
  private static final int LABELS = 46;

  private ElasticityReport() {}

  /** The report as text that ends with a line end. */
  public static String text(ElasticityAnswer answer, Look look) {
    Page page = new Page(look);
    page.heading("How quantities answer to prices  (percent for a percent)");
    List<ElasticityRow> rows = answer.rows();
    double low = rows.stream().flatMapToDouble(row -> row.lo95().stream()).min().orElse(-1);
    int width = Math.clamp(look.width() - LABELS, 12, 60);
    TextTable table = new TextTable("product", "elasticity", "<95%", "<%.1f to 0".formatted(low));
    for (ElasticityRow row : rows.subList(0, Math.min(MOST, rows.size()))) {
      table.row(
          shortened(TextSafety.printable(row.product())),
          number(row.elasticity()),
          number(row.lo95()) + " to " + number(row.hi95()),
          bar(row, low, width, look));
    }
    page.table(table);
    page.more(rows.size() - MOST, "products");
    answer.elasticities().typical().ifPresent(typical -> typical(typical, page));
    return page.text();
  }

  /** What would be sold, as text that ends with a line end. */
  public static String sales(List<ExpectedSale> sales, Look look) {
    Page page = new Page(look);
    page.heading("What would be sold");
    TextTable table = new TextTable("product", "<unit", "<period", "price", "quantity");
    for (ExpectedSale sale : sales.subList(0, Math.min(MOST, sales.size()))) {
      table.row(
          shortened(TextSafety.printable(sale.product())),
          shortened(TextSafety.printable(sale.unit())),
          shortened(TextSafety.printable(sale.period())),
          number(OptionalDouble.of(sale.price())),
          Double.isNaN(sale.quantity()) ? "-" : number(OptionalDouble.of(sale.quantity())));
    }
    page.table(table);
    page.more(sales.size() - MOST, "rows");
    return page.text();
  }

  private static void typical(Elasticities.Typical typical, Page page) {
    page.sentence(
        "",
        "The typical product has %.2f (%.2f to %.2f), and products differ by about %.2f."
            .formatted(
                typical.mean(),
                typical.interval().lo(),
                typical.interval().hi(),
                typical.spread()));
  }

  private static String bar(ElasticityRow row, double low, int width, Look look) {
    if (row.elasticity().isEmpty()) {
      return look.dim("unknown");
    }
    int from = place(row.lo95().orElse(low), low, width);
    int to = place(row.hi95().orElse(0), low, width);
    int at = place(row.elasticity().getAsDouble(), low, width);
    StringBuilder bar = new StringBuilder(" ".repeat(from));
    for (int column = from; column <= to; column++) {
      bar.append(column == at ? "|" : look.either("▓", "="));
    }
    return bar.toString();
  }

  private static int place(double value, double low, int width) {
    return Math.clamp(Math.round((1 - value / low) * (width - 1)), 0, width - 1);
  }

  private static String shortened(String text) {
    return text.length() <= 20 ? text : text.substring(0, 19) + "~";
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : "-";
  }
}
