package io.tiktoktoe.pricing.market;

import io.tiktoktoe.pricing.insight.DemandHistory;
import io.tiktoktoe.pricing.portfolio.DemandCell;
import io.tiktoktoe.pricing.portfolio.MarketPrice;
import io.tiktoktoe.pricing.portfolio.ProductFacts;
import io.tiktoktoe.pricing.portfolio.ProductPricing.Basis;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lays out what products sold as a history of demand, each product by the rows that tell most. */
final class DemandBook {

  /** With fewer buyers a price test tells less than years of sales. */
  private static final double LEAST_DRAWN = 10;

  /** With less than this share of the buyers in what was shown, sales tell more. */
  private static final double LEAST_SHOWN = .5;

  private DemandBook() {}

  /** Which rows of a product tell of its demand. */
  static Basis basis(ProductFacts product) {
    List<DemandCell> drawn = product.demand().stream().filter(DemandCell::drawn).toList();
    if (drawn.stream().mapToDouble(DemandCell::price).distinct().count() > 1
        && bought(drawn) >= LEAST_DRAWN) {
      return Basis.DRAWN_PRICES;
    }
    List<DemandCell> shown = product.demand().stream().filter(DemandCell::wasShown).toList();
    List<DemandCell> sold = product.demand().stream().filter(one -> !one.wasShown()).toList();
    if (!shown.isEmpty() && bought(shown) >= LEAST_SHOWN * bought(sold)) {
      return Basis.SHOWN_PRICES;
    }
    return sold.isEmpty() ? Basis.NOTHING : Basis.SALES;
  }

  private static double bought(List<DemandCell> cells) {
    return cells.stream().mapToDouble(DemandCell::bought).sum();
  }

  /** The rows that tell of a product's demand, oldest first. */
  static List<DemandCell> telling(ProductFacts product) {
    return switch (basis(product)) {
      case DRAWN_PRICES -> product.demand().stream().filter(DemandCell::drawn).toList();
      case SHOWN_PRICES -> product.demand().stream().filter(DemandCell::wasShown).toList();
      case SALES -> product.demand().stream().filter(one -> !one.wasShown()).toList();
      case NOTHING -> List.of();
    };
  }

  /**
   * A history of these products, each under its place in the list.
   *
   * @param last week up to which sales are known
   */
  static DemandHistory of(List<ProductFacts> products, List<MarketPrice> market, int last) {
    DemandHistory.Builder rows = DemandHistory.withControls(List.of());
    for (int at = 0; at < products.size(); at++) {
      add(rows, String.valueOf(at), products.get(at), last);
    }
    for (int at = 0; at < market.size(); at++) {
      addMarket(rows, "m" + at, market.get(at), products, last);
    }
    return rows.build();
  }

  private static void add(DemandHistory.Builder rows, String key, ProductFacts product, int last) {
    Map<String, TreeMap<Integer, Map<Double, double[]>>> units = new TreeMap<>();
    for (DemandCell cell : telling(product)) {
      double[] sums =
          units
              .computeIfAbsent(cell.unit(), unit -> new TreeMap<>())
              .computeIfAbsent(cell.week(), week -> new TreeMap<>())
              .computeIfAbsent(cell.price(), price -> new double[2]);
      sums[0] += cell.bought();
      sums[1] += cell.wasShown() ? cell.shown() : 0;
    }
    boolean sales = basis(product) == Basis.SALES;
    int newest = units.values().stream().mapToInt(TreeMap::lastKey).max().orElse(last);
    units.forEach(
        (unit, weeks) -> {
          // Of a currency that was given up nothing is sold any more, whatever the price.
          int end = weeks.lastKey() == newest ? last : weeks.lastKey();
          if (sales) {
            addSold(rows, key, unit, weeks, end);
          } else {
            addShown(rows, key, unit, weeks);
          }
        });
  }

  private static void addShown(
      DemandHistory.Builder rows,
      String key,
      String unit,
      TreeMap<Integer, Map<Double, double[]>> weeks) {
    weeks.forEach(
        (week, prices) ->
            prices.forEach(
                (price, sums) -> {
                  if (sums[1] > 0) {
                    rows.addShown(key, unit, week, price, sums[0], sums[1]);
                  }
                }));
  }

  /** Weeks without a sale sold nothing at the price of the week before. */
  private static void addSold(
      DemandHistory.Builder rows,
      String key,
      String unit,
      TreeMap<Integer, Map<Double, double[]>> weeks,
      int end) {
    double price = Double.NaN;
    for (int week = weeks.firstKey(); week <= end; week++) {
      Map<Double, double[]> sold = weeks.getOrDefault(week, Map.of());
      double count = sold.values().stream().mapToDouble(sums -> sums[0]).sum();
      if (count > 0) {
        // Several prices of one week share its buyers: what was asked is their mean.
        double paid = 0;
        for (Map.Entry<Double, double[]> one : sold.entrySet()) {
          paid += one.getKey() * one.getValue()[0];
        }
        price = paid / count;
      }
      if (!Double.isNaN(price)) {
        rows.addShown(key, unit, week, price, count, 1);
      }
    }
  }

  /** Prices without quantities: others' demand may answer to them, theirs is not known. */
  private static void addMarket(
      DemandHistory.Builder rows,
      String key,
      MarketPrice market,
      List<ProductFacts> products,
      int last) {
    List<String> units =
        products.stream()
            .flatMap(product -> telling(product).stream().map(DemandCell::unit))
            .distinct()
            .toList();
    TreeMap<Integer, Double> known = new TreeMap<>();
    market.history().forEach(one -> known.put(one.week(), one.price()));
    for (int week = known.firstKey(); week <= last; week++) {
      double price = known.floorEntry(week).getValue();
      for (String unit : units) {
        rows.add(key, unit, week, price, Double.NaN, false);
      }
    }
  }
}
