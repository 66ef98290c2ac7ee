package io.tiktoktoe.pricing.elasticity;

import io.tiktoktoe.pricing.insight.DemandHistory;
import io.tiktoktoe.pricing.insight.ElasticityOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds the design matrix of each product of a history. O(rows columns). */
final class DemandDesign {

  /** With more products the other prices cannot be told apart in what is usually there. */
  private static final int MAX_CROSS_PRODUCTS = 15;

  private static final int ROWS_PER_CROSS_PRICE = 20;

  /** Share of rows for which another product must have a price of the same time and place. */
  private static final double TOGETHER = .8;

  private static final int HARMONICS = 2;

  private final DemandHistory history;
  private final ElasticityOptions options;
  private final Map<String, List<Integer>> rowsByProduct = new LinkedHashMap<>();
  private final Map<String, Map<Place, Double>> pricesByProduct = new HashMap<>();
  private final double start;
  private final double span;
  private final boolean unsold;

  /** A time and place at which something was sold. */
  private record Place(String unit, double period) {}

  /**
   * Looks through a history.
   *
   * @param unsold whether rows without a quantity are kept, because theirs is asked for
   */
  DemandDesign(DemandHistory history, ElasticityOptions options, boolean unsold) {
    this.history = history;
    this.options = options;
    this.unsold = unsold;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < history.rows(); row++) {
      rowsByProduct.computeIfAbsent(history.product(row), key -> new ArrayList<>()).add(row);
      low = Math.min(low, history.period(row));
      high = Math.max(high, history.period(row));
    }
    this.start = low;
    this.span = high > low ? high - low : 1;
    boolean tooMany =
        options.cross() == ElasticityOptions.Cross.AUTO
            && rowsByProduct.size() > MAX_CROSS_PRODUCTS;
    if (options.cross() != ElasticityOptions.Cross.NONE && !tooMany) {
      rowsByProduct.forEach((product, rows) -> pricesByProduct.put(product, prices(rows)));
    }
  }

  private Map<Place, Double> prices(List<Integer> rows) {
    Map<Place, Double> prices = new HashMap<>();
    for (int row : rows) {
      if (history.price(row) > 0) {
        prices.put(place(row), Math.log(history.price(row)));
      }
    }
    return prices;
  }

  private Place place(int row) {
    return new Place(history.unit(row), history.period(row));
  }

  List<String> products() {
    return List.copyOf(rowsByProduct.keySet());
  }

  /** The design of one product. */
  DemandRows of(String product) {
    List<Integer> all = rowsByProduct.getOrDefault(product, List.of());
    int[] rows = usableRows(product);
    List<String> cross = crossProducts(product, rows);
    List<double[]> others = new ArrayList<>();
    cross.forEach(other -> others.add(pricesOf(other, rows)));
    for (int control = 0; control < history.controlNames().size(); control++) {
      int at = control;
      double[] column = Arrays.stream(rows).mapToDouble(row -> history.control(at, row)).toArray();
      // What never moved for a product cost it nothing.
      if (Arrays.stream(column).distinct().limit(2).count() > 1) {
        others.add(column);
      }
    }
    addTime(rows, others);
    Map<String, Integer> units = new HashMap<>();
    int[] unitOf = new int[rows.length];
    boolean[] soldOut = new boolean[rows.length];
    for (int at = 0; at < rows.length; at++) {
      unitOf[at] = units.computeIfAbsent(history.unit(rows[at]), key -> units.size());
      soldOut[at] = history.soldOut(rows[at]);
    }
    boolean allFree =
        all.stream().anyMatch(row -> history.price(row) == 0)
            && all.stream().noneMatch(row -> history.price(row) > 0);
    return new DemandRows(
        product,
        Arrays.stream(rows).mapToDouble(row -> Math.log(history.price(row))).toArray(),
        Arrays.stream(rows).mapToDouble(history::quantity).toArray(),
        soldOut,
        Arrays.stream(rows).mapToDouble(row -> logShown(history.shown(row))).toArray(),
        Arrays.stream(rows).anyMatch(row -> !Double.isNaN(history.shown(row))),
        Arrays.stream(rows).mapToDouble(history::period).toArray(),
        unitOf,
        units.size(),
        others.toArray(new double[0][]),
        cross,
        all.size() - rows.length,
        allFree);
  }

  private static double logShown(double shown) {
    return Double.isNaN(shown) ? 0 : Math.log(shown);
  }

  /** Which rows of the history the design of a product has, in its order. */
  int[] usableRows(String product) {
    return rowsByProduct.getOrDefault(product, List.of()).stream()
        .mapToInt(row -> row)
        .filter(this::usable)
        .toArray();
  }

  private boolean usable(int row) {
    boolean there =
        history.price(row) > 0
            && (unsold || history.quantity(row) >= 0)
            && !Double.isNaN(history.period(row))
            // Sold out before the first sale says nothing of what would have been sold.
            && !(history.soldOut(row) && history.quantity(row) == 0);
    for (int control = 0; there && control < history.controlNames().size(); control++) {
      there = !Double.isNaN(history.control(control, row));
    }
    return there;
  }

  private List<String> crossProducts(String product, int[] rows) {
    List<String> cross = new ArrayList<>();
    for (String other : rowsByProduct.keySet()) {
      Map<Place, Double> prices = pricesByProduct.getOrDefault(other, Map.of());
      // A price that never moved tells nothing, and must not cost another its place.
      if (!other.equals(product) && prices.values().stream().distinct().limit(2).count() > 1) {
        long together = Arrays.stream(rows).filter(row -> prices.containsKey(place(row))).count();
        if (together >= TOGETHER * rows.length) {
          cross.add(other);
        }
      }
    }
    boolean enough =
        options.cross() == ElasticityOptions.Cross.ALL
            || rows.length >= ROWS_PER_CROSS_PRICE * (cross.size() + 1);
    return enough ? cross : List.of();
  }

  /** Logarithmic prices of another product; its mean where it was not sold. */
  private double[] pricesOf(String other, int[] rows) {
    Map<Place, Double> prices = pricesByProduct.getOrDefault(other, Map.of());
    double mean =
        prices.values().stream().mapToDouble(Double::doubleValue).sorted().average().orElse(0);
    return Arrays.stream(rows).mapToDouble(row -> prices.getOrDefault(place(row), mean)).toArray();
  }

  private void addTime(int[] rows, List<double[]> others) {
    if (options.season() > 0) {
      for (int harmonic = 1; harmonic <= HARMONICS; harmonic++) {
        double turn = 2 * Math.PI * harmonic / options.season();
        others.add(Arrays.stream(rows).mapToDouble(row -> Math.sin(turn * at(row))).toArray());
        others.add(Arrays.stream(rows).mapToDouble(row -> Math.cos(turn * at(row))).toArray());
      }
    }
    if (options.trend()) {
      others.add(Arrays.stream(rows).mapToDouble(row -> at(row) / span).toArray());
    }
  }

  private double at(int row) {
    return history.period(row) - start;
  }
}
