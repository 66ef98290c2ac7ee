package io.tiktoktoe.cli.report;

import io.tiktoktoe.cli.report.page.Look;
import io.tiktoktoe.cli.report.page.Page;
import io.tiktoktoe.cli.report.page.TextTable;
import io.tiktoktoe.cli.report.picture.LinePicture;
import io.tiktoktoe.pricing.insight.PriceSensitivity;
import io.tiktoktoe.pricing.insight.PriceSensitivity.CurvePoint;
import io.tiktoktoe.stats.Interval;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** What people would pay, with the four curves. */
public final class SurveyReport {

  private static final int HEIGHT = 17;

  private static final Map<String, String> MEANING =
      Map.of(
          "pmc", "below it quality is doubted",
          "idp", "as many find it cheap as expensive",
          "opp", "as many find it too cheap as too expensive",
          "pme", "above it too many walk away");

  private SurveyReport() {}

  /** The report as text that ends with a line end. */
  public static String text(PriceSensitivity.Points points, Look look) {
    Page page = new Page(look);
    page.heading(
        "What %d people would pay  (%d more named prices out of order)"
            .formatted(points.respondents() - points.invalid(), points.invalid()));
    TextTable table = new TextTable("point", "price", "95%", "<meaning");
    row(table, points, "pmc", points.pmc());
    row(table, points, "idp", points.idp());
    row(table, points, "opp", points.opp());
    row(table, points, "pme", points.pme());
    page.table(table);
    points
        .trial()
        .ifPresent(
            trial ->
                page.sentence(
                    "",
                    "By their intents most would try it at %s; price times trial is largest at %s."
                        .formatted(number(trial.price()), number(trial.revenuePrice()))));
    page.heading("Shares over prices");
    picture(points, look).lines(look).forEach(page::line);
    page.aside("  t too cheap   c cheap   e expensive   x too expensive   + together");
    return page.text();
  }

  private static LinePicture picture(PriceSensitivity.Points points, Look look) {
    double[] prices = column(points, CurvePoint::price);
    return new LinePicture(look, HEIGHT, prices[0], prices[prices.length - 1], 1)
        .curve('t', prices, column(points, CurvePoint::tooCheap))
        .curve('c', prices, column(points, CurvePoint::cheap))
        .curve('e', prices, column(points, CurvePoint::expensive))
        .curve('x', prices, column(points, CurvePoint::tooExpensive));
  }

  private static double[] column(
      PriceSensitivity.Points points, ToDoubleFunction<CurvePoint> value) {
    return points.curve().stream().mapToDouble(value).toArray();
  }

  private static void row(
      TextTable table, PriceSensitivity.Points points, String name, OptionalDouble price) {
    String interval =
        points.intervals().stream()
            .filter(one -> one.point().equals(name))
            .map(one -> range(one.interval()))
            .findFirst()
            .orElse("-");
    table.row(
        name.toUpperCase(Locale.ROOT),
        price.isPresent() ? number(price.getAsDouble()) : "-",
        interval,
        MEANING.getOrDefault(name, ""));
  }

  private static String range(Interval interval) {
    return number(interval.lo()) + " to " + number(interval.hi());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
