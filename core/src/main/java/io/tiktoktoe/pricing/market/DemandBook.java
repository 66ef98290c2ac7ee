package io.tiktoktoe.pricing.market;

import io.tiktoktoe.pricing.insight.DemandHistory;
import io.tiktoktoe.pricing.portfolio.DemandCell;
import io.tiktoktoe.pricing.portfolio.MarketPrice;
import io.tiktoktoe.pricing.portfolio.ProductFacts;
import io.tiktoktoe.pricing.portfolio.ProductPricing.Basis;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lays out what products sold as a history of demand, each product by the rows that tell most. */
final class DemandBook {

  /** With fewer buyers a price test tells less than years of sales. */
  private static final double LEAST_DRAWN = 10;

  /** With less than this share of the buyers in what was shown, sales tell more. */
  private static final double LEAST_SHOWN = .5;

  /** Half a day of a week: with less of it open, nothing is told of demand. */
  private static final double LEAST_OPEN = 1.0 / 14;

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

  private final DemandHistory.Builder rows;
  private final DemandControls controls;
  private final int last;

  private DemandBook(DemandControls controls, int last) {
    this.rows = DemandHistory.withControls(controls.names());
    this.controls = controls;
    this.last = last;
  }

  /**
   * A history of these products, each under its place in the list.
   *
   * @param own how many of them, the first ones, are of the creator whose special days are known
   * @param last week up to which sales are known
   */
  static DemandHistory of(
      List<ProductFacts> products,
      int own,
      List<MarketPrice> market,
      DemandControls controls,
      int last) {
    DemandBook book = new DemandBook(controls, last);
    for (int at = 0; at < products.size(); at++) {
      book.add(String.valueOf(at), products.get(at), at < own);
    }
    for (int at = 0; at < market.size(); at++) {
      book.addMarket("m" + at, market.get(at), products);
    }
    return book.rows.build();
  }

  /** Persons of one week, price and kind of sale. */
  private static final class Sums {
    double bought;
    double promoted;
    double shown;

    void add(DemandCell cell) {
      bought += cell.bought();
      promoted += cell.promoted() ? cell.bought() : 0;
      shown += cell.wasShown() ? cell.shown() : 0;
    }
  }

  /** Of one week: by price, what was sold under a promotion and without. */
  private record Offer(double price, boolean promoted) {}

  private void add(String key, ProductFacts product, boolean own) {
    Map<String, TreeMap<Integer, Map<Offer, Sums>>> units = new TreeMap<>();
    for (DemandCell cell : telling(product)) {
      units
          .computeIfAbsent(cell.unit(), unit -> new TreeMap<>())
          .computeIfAbsent(cell.week(), week -> new TreeMap<>(OFFERS))
          .computeIfAbsent(new Offer(cell.price(), cell.promoted()), offer -> new Sums())
          .add(cell);
    }
    boolean sales = basis(product) == Basis.SALES;
    int newest = units.values().stream().mapToInt(TreeMap::lastKey).max().orElse(last);
    Map<Integer, Double> soldOut = new TreeMap<>();
    product.soldOut().forEach(one -> soldOut.merge(one.week(), one.share(), Double::sum));
    units.forEach(
        (unit, weeks) -> {
          // Of a currency that was given up nothing is sold any more, whatever the price.
          int end = weeks.lastKey() == newest ? last : weeks.lastKey();
          if (sales) {
            addSold(key, unit, weeks, end, soldOut, own);
          } else {
            addShown(key, unit, weeks, own);
          }
        });
  }

  private static final Comparator<Offer> OFFERS =
      Comparator.comparingDouble(Offer::price).thenComparing(Offer::promoted);

  private void addShown(
      String key, String unit, TreeMap<Integer, Map<Offer, Sums>> weeks, boolean own) {
    weeks.forEach(
        (week, offers) ->
            offers.forEach(
                (offer, sums) -> {
                  if (sums.shown > 0) {
                    rows.addShown(
                        key,
                        unit,
                        week,
                        offer.price,
                        sums.bought,
                        sums.shown,
                        controls.row(week, offer.promoted, own));
                  }
                }));
  }

  /**
   * Weeks without a sale sold nothing at the price of the week before. Sales come in proportion to
   * the time in which there was something to sell (Poisson offset), so that days sold out are not
   * taken for low demand.
   */
  private void addSold(
      String key,
      String unit,
      TreeMap<Integer, Map<Offer, Sums>> weeks,
      int end,
      Map<Integer, Double> soldOut,
      boolean own) {
    double price = Double.NaN;
    for (int week = weeks.firstKey(); week <= end; week++) {
      Map<Offer, Sums> sold = weeks.getOrDefault(week, Map.of());
      double count = sold.values().stream().mapToDouble(sums -> sums.bought).sum();
      double promoted = sold.values().stream().mapToDouble(sums -> sums.promoted).sum();
      if (count > 0) {
        // Several prices of one week share its buyers: what was asked is their mean.
        double paid = 0;
        for (Map.Entry<Offer, Sums> one : sold.entrySet()) {
          paid += one.getKey().price * one.getValue().bought;
        }
        price = paid / count;
      }
      double open = Math.max(count > 0 ? LEAST_OPEN : 0, 1 - soldOut.getOrDefault(week, 0.0));
      if (!Double.isNaN(price) && open >= LEAST_OPEN) {
        boolean mostly = count > 0 && promoted >= count / 2;
        rows.addShown(key, unit, week, price, count, open, controls.row(week, mostly, own));
      }
    }
  }

  /** Prices without quantities: others' demand may answer to them, theirs is not known. */
  private void addMarket(String key, MarketPrice market, List<ProductFacts> products) {
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
        rows.add(key, unit, week, price, Double.NaN, false, controls.row(week, false, false));
      }
    }
  }
}
