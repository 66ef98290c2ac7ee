package io.tiktoktoe.pricing.insight;

import java.util.ArrayList;
import java.util.List;

/**
 * Panel data of demand: what was sold of which product where and when at which price. Rows in any
 * order; NaN is missing. Quantities and prices in any units, one for each product.
 */
public final class DemandHistory {

  /** Numbers of a row before its controls. */
  private static final int FIXED = 5;

  private final List<String> products;
  private final List<String> units;
  private final double[] periods;
  private final double[] prices;
  private final double[] quantities;
  private final boolean[] soldOut;
  private final double[] shown;
  private final List<String> controlNames;
  private final double[][] controls;

  private DemandHistory(Builder rows) {
    int count = rows.products.size();
    this.products = List.copyOf(rows.products);
    this.units = List.copyOf(rows.units);
    this.controlNames = rows.controlNames;
    this.periods = new double[count];
    this.prices = new double[count];
    this.quantities = new double[count];
    this.soldOut = new boolean[count];
    this.shown = new double[count];
    this.controls = new double[controlNames.size()][count];
    for (int row = 0; row < count; row++) {
      double[] numbers = rows.numbers.get(row);
      periods[row] = numbers[0];
      prices[row] = numbers[1];
      quantities[row] = numbers[2];
      soldOut[row] = numbers[3] > 0;
      shown[row] = numbers[4];
      for (int control = 0; control < controls.length; control++) {
        controls[control][row] = numbers[FIXED + control];
      }
    }
  }

  /** Rows that come one by one. */
  public static Builder withControls(List<String> names) {
    return new Builder(names);
  }

  /** Gathers rows. */
  public static final class Builder {

    private final List<String> controlNames;
    private final List<String> products = new ArrayList<>();
    private final List<String> units = new ArrayList<>();
    private final List<double[]> numbers = new ArrayList<>();

    private Builder(List<String> controlNames) {
      this.controlNames = List.copyOf(controlNames);
    }

    /**
     * Adds one row.
     *
     * @param unit where it was sold: a shop, a platform, a country; the same text for all when
     *     there is one
     * @param period when, as a number that grows with time
     * @param price of one; at 0 nothing can be learned
     * @param quantity sold, at least 0
     * @param soldOut whether more would have been sold had there been more
     * @param controls what else moved demand, in the order of the names
     * @throws IllegalArgumentException if a price or quantity is negative or infinite, or there are
     *     more or fewer controls than names
     */
    public Builder add(
        String product,
        String unit,
        double period,
        double price,
        double quantity,
        boolean soldOut,
        double... controls) {
      return add(new Row(product, unit, period, price, quantity, soldOut, Double.NaN), controls);
    }

    /**
     * Adds one row of counted persons: how many saw the price (an offset), and how many of them
     * bought.
     *
     * @param quantity persons who bought
     * @param shown persons who saw the price, above 0; 1 where that is not known
     */
    public Builder addShown(
        String product,
        String unit,
        double period,
        double price,
        double quantity,
        double shown,
        double... controls) {
      if (!(shown > 0 && shown < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "shown (%s) must be above 0. Leave out what nobody saw.".formatted(shown));
      }
      return add(new Row(product, unit, period, price, quantity, false, shown), controls);
    }

    private record Row(
        String product,
        String unit,
        double period,
        double price,
        double quantity,
        boolean soldOut,
        double shown) {}

    private Builder add(Row one, double... controls) {
      requireNotNegative("price", one.price);
      requireNotNegative("quantity", one.quantity);
      if (controls.length != controlNames.size()) {
        throw new IllegalArgumentException(
            "controls (%d) must be as many as their names (%d)."
                .formatted(controls.length, controlNames.size()));
      }
      double[] row = new double[FIXED + controls.length];
      row[0] = one.period;
      row[1] = one.price;
      row[2] = one.quantity;
      row[3] = one.soldOut ? 1 : 0;
      row[4] = one.shown;
      System.arraycopy(controls, 0, row, FIXED, controls.length);
      products.add(one.product);
      units.add(one.unit);
      numbers.add(row);
      return this;
    }

    private static void requireNotNegative(String name, double value) {
      if (value < 0 || Double.isInfinite(value)) {
        throw new IllegalArgumentException(
            "%s (%s) must be at least 0. Leave refunds out, or set them off against their sales."
                .formatted(name, value));
      }
    }

    /** All rows so far. */
    public DemandHistory build() {
      return new DemandHistory(this);
    }
  }

  /** How many rows there are. */
  public int rows() {
    return prices.length;
  }

  /** Which product a row is of. */
  public String product(int row) {
    return products.get(row);
  }

  /** Where a row was sold. */
  public String unit(int row) {
    return units.get(row);
  }

  /** When a row was sold. */
  public double period(int row) {
    return periods[row];
  }

  /** Its price. */
  public double price(int row) {
    return prices[row];
  }

  /** Its quantity. */
  public double quantity(int row) {
    return quantities[row];
  }

  /** Whether more would have been sold. */
  public boolean soldOut(int row) {
    return soldOut[row];
  }

  /** How many persons saw a row's price; NaN where its quantity is no count of persons. */
  public double shown(int row) {
    return shown[row];
  }

  /** What the controls are called. */
  public List<String> controlNames() {
    return controlNames;
  }

  /** A control of a row. */
  public double control(int control, int row) {
    return controls[control][row];
  }
}
