package io.tiktoktoe.pricing.elasticity;

import io.tiktoktoe.pricing.insight.ElasticityEstimate.CrossElasticity;
import io.tiktoktoe.pricing.insight.ElasticityEstimate.Evidence;
import io.tiktoktoe.pricing.insight.ElasticityEstimate.Method;
import io.tiktoktoe.pricing.insight.ElasticityOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Regression of one product's logarithmic quantity on its logarithmic price and all else, by the
 * method that its rows ask for.
 */
final class ProductFit {

  /** What a quantity of 0 counts as where a logarithm is needed beside sold-out rows. */
  private static final double LESS_THAN_ONE = .5;

  /** A row that only its own parameter fits has a leverage of 1 and no residual to tell of. */
  private static final double LEAST_KEPT = .1;

  /** With less left of the price than this, a flexible rule of controls has set it. */
  private static final double LEAST_LEFT = 1e-4;

  private static final int MOST_STEPS = 100;
  private static final double CLOSE = 1e-9;

  /** Poisson means stay in a range in which their logarithm is a number. */
  private static final double MOST_LOG = 60;

  private final DemandRows rows;

  private ProductFit(DemandRows rows) {
    this.rows = rows;
  }

  /** What the rows say. */
  static OwnEstimate of(DemandRows rows, ElasticityOptions options) {
    if (rows.allFree()) {
      return OwnEstimate.nothing(rows, Evidence.FREE);
    }
    int parameters = rows.others().length + (rows.hasUnitEffects() ? rows.unitCount() : 1);
    if (rows.rows() < 3 || Arrays.stream(rows.quantity()).allMatch(one -> one == 0)) {
      return OwnEstimate.nothing(rows, Evidence.TOO_FEW_ROWS);
    }
    double[] even = ones(rows.rows());
    PartialledOut plain = new PartialledOut(rows, even);
    double moved = PartialledOut.squares(plain.centred(rows.logPrice()));
    if (!(moved > 1e-12 * rows.rows())) {
      return OwnEstimate.nothing(rows, Evidence.PRICE_NEVER_CHANGED);
    }
    if (PartialledOut.squares(plain.of(rows.logPrice())) <= PartialledOut.NOTHING_LEFT * moved) {
      return OwnEstimate.nothing(rows, Evidence.PRICE_FOLLOWS_CONTROLS);
    }
    if (rows.rows() <= parameters + 1) {
      return OwnEstimate.nothing(rows, Evidence.TOO_FEW_ROWS);
    }
    ProductFit fit = new ProductFit(rows);
    if (options.doubleMl()) {
      return fit.doubleMl(plain);
    }
    if (rows.anySoldOut()) {
      return fit.censored(plain);
    }
    return rows.anyZero() || rows.counted() ? fit.poisson(new double[0][]) : fit.logLog(plain);
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  private double[] logQuantity() {
    double[] log = new double[rows.rows()];
    for (int row = 0; row < log.length; row++) {
      double quantity = rows.quantity()[row];
      log[row] = Math.log(quantity > 0 ? quantity : LESS_THAN_ONE) - rows.logShown()[row];
    }
    return log;
  }

  private OwnEstimate logLog(PartialledOut plain) {
    double[] price = plain.of(rows.logPrice());
    double[] demand = plain.of(logQuantity());
    return told(plain, price, demand, ones(rows.rows()), Method.LOG_LOG);
  }

  /**
   * The slope of what is left of demand on what is left of price.
   *
   * @param shares how much each row's price counts for the information
   */
  private OwnEstimate told(
      PartialledOut out, double[] price, double[] demand, double[] shares, Method method) {
    double squares = PartialledOut.squares(price);
    double slope = PartialledOut.product(price, demand) / squares;
    double[] leverage = out.leverage(price);
    double[] scores = new double[price.length];
    double information = 0;
    for (int row = 0; row < price.length; row++) {
      double kept = Math.max(LEAST_KEPT, 1 - leverage[row]);
      scores[row] = price[row] * (demand[row] - slope * price[row]) / kept;
      information += shares[row] * price[row] * price[row];
    }
    RobustError error = RobustError.of(rows, scores, information, out.parameters());
    return new OwnEstimate(
        rows,
        slope,
        error.error(),
        error.error(),
        error.freedom(),
        method,
        Evidence.STRONG,
        cross());
  }

  /** Each other price's slope, everything else taken out, the own price too. */
  private List<CrossElasticity> cross() {
    double[] log = logQuantity();
    List<CrossElasticity> cross = new ArrayList<>();
    for (int at = 0; at < rows.crossProducts().size(); at++) {
      double[][] columns = rows.others().clone();
      double[] other = columns[at];
      columns[at] = rows.logPrice();
      DemandRows turned =
          new DemandRows(
              rows.crossProducts().get(at),
              other,
              rows.quantity(),
              rows.soldOut(),
              rows.logShown(),
              rows.counted(),
              rows.periods(),
              rows.units(),
              rows.unitCount(),
              columns,
              rows.crossProducts(),
              rows.leftOut(),
              false);
      PartialledOut left = new PartialledOut(turned, ones(rows.rows()));
      double[] otherLeft = left.of(other);
      double squares = PartialledOut.squares(otherLeft);
      if (squares > PartialledOut.NOTHING_LEFT * PartialledOut.squares(left.centred(other))) {
        cross.add(cross(turned, left, otherLeft, left.of(log)));
      }
    }
    return cross;
  }

  /** The slope on another price, of which {@code price} is left. */
  private static CrossElasticity cross(
      DemandRows turned, PartialledOut left, double[] price, double[] demand) {
    double squares = PartialledOut.squares(price);
    double slope = PartialledOut.product(price, demand) / squares;
    double[] leverage = left.leverage(price);
    double[] scores = new double[price.length];
    for (int row = 0; row < price.length; row++) {
      double kept = Math.max(LEAST_KEPT, 1 - leverage[row]);
      scores[row] = price[row] * (demand[row] - slope * price[row]) / kept;
    }
    RobustError error = RobustError.of(turned, scores, squares, left.parameters());
    return new CrossElasticity(turned.product(), slope, error.normal());
  }

  /**
   * Iterated weighted least squares of the Poisson pseudo-likelihood. Counts get half of their
   * row's leverage (Firth 1993), which keeps the slope finite where only one price was bought at.
   *
   * @param foretold further columns that are taken out
   */
  private OwnEstimate poisson(double[][] foretold) {
    int count = rows.rows();
    double[] fitted = new double[count];
    double mean = Arrays.stream(rows.quantity()).average().orElse(1);
    for (int row = 0; row < count; row++) {
      fitted[row] = Math.log((rows.quantity()[row] + mean) / 2);
    }
    double slope = Double.NaN;
    double[] added = new double[count];
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] weights = Arrays.stream(fitted).map(Math::exp).toArray();
      double[] working = working(fitted, weights, added);
      PartialledOut left = without(foretold, weights);
      double[] price = left.of(rows.logPrice());
      double[] demand = left.of(working);
      double before = slope;
      slope = PartialledOut.product(price, demand) / PartialledOut.squares(price);
      if (Math.abs(slope - before) <= CLOSE * (1 + Math.abs(slope))) {
        return counted(told(left, price, demand, ones(count), Method.POISSON), price);
      }
      if (rows.counted()) {
        double[] leverage = left.leverage(price);
        Arrays.setAll(added, row -> leverage[row] / 2);
      }
      for (int row = 0; row < count; row++) {
        double residual =
            (demand[row] - slope * price[row]) / Math.sqrt(Math.max(weights[row], 1e-300));
        fitted[row] =
            Math.clamp(working[row] - residual + rows.logShown()[row], -MOST_LOG, MOST_LOG);
      }
    }
    // It wanders off where a unit sells only at one price: what the logarithms say is finite.
    return logLog(new PartialledOut(rows, ones(count)));
  }

  private PartialledOut without(double[][] foretold, double[] weights) {
    PartialledOut out = new PartialledOut(rows, weights);
    return foretold.length == 0
        ? out
        : out.with(Arrays.stream(foretold).map(out::centred).toArray(double[][]::new));
  }

  /** The error of counts is at least that of chance, however well few of them fit. */
  private OwnEstimate counted(OwnEstimate one, double[] price) {
    double chance = Math.sqrt(1 / PartialledOut.squares(price));
    return rows.counted() ? one.withChance(chance) : one;
  }

  private double[] working(double[] fitted, double[] means, double[] added) {
    double[] working = new double[fitted.length];
    for (int row = 0; row < fitted.length; row++) {
      working[row] =
          fitted[row]
              - rows.logShown()[row]
              + (rows.quantity()[row] + added[row] - means[row]) / means[row];
    }
    return working;
  }

  /** Expectation and maximisation: sold-out rows get what they would have sold. */
  private OwnEstimate censored(PartialledOut plain) {
    double[] log = logQuantity();
    double[] demand = log.clone();
    double[] shares = ones(log.length);
    double[] price = plain.of(rows.logPrice());
    double variance = Double.NaN;
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] left = plain.of(demand);
      double slope = PartialledOut.product(price, left) / PartialledOut.squares(price);
      double squares = 0;
      double[] fitted = new double[log.length];
      for (int row = 0; row < log.length; row++) {
        double residual = left[row] - slope * price[row];
        fitted[row] = demand[row] - residual;
        squares += residual * residual;
        squares += step > 0 && rows.soldOut()[row] ? variance * (1 - shares[row]) : 0;
      }
      double before = variance;
      variance = squares / Math.max(1, log.length - rows.parameters() - 1);
      expect(log, fitted, Math.sqrt(variance), demand, shares);
      if (Math.abs(variance - before) <= CLOSE * variance) {
        break;
      }
    }
    return told(plain, price, plain.of(demand), shares, Method.CENSORED);
  }

  private void expect(
      double[] log, double[] fitted, double deviation, double[] demand, double[] shares) {
    for (int row = 0; row < log.length; row++) {
      if (rows.soldOut()[row] && deviation > 0) {
        double bound = (log[row] - fitted[row]) / deviation;
        double hazard = NormalTail.hazard(bound);
        demand[row] = fitted[row] + deviation * hazard;
        shares[row] = Math.clamp(hazard * (hazard - bound), 0, 1);
      }
    }
  }

  private OwnEstimate doubleMl(PartialledOut plain) {
    CrossFitting nuisance = new CrossFitting(rows, plain);
    double[] log = logQuantity();
    double[][] foretold = {nuisance.foretold(rows.logPrice()), nuisance.foretold(log)};
    PartialledOut flexible = plain.with(foretold);
    double[] price = flexible.of(rows.logPrice());
    double moved = PartialledOut.squares(plain.centred(rows.logPrice()));
    if (PartialledOut.squares(price) <= LEAST_LEFT * moved) {
      return OwnEstimate.nothing(rows, Evidence.PRICE_FOLLOWS_CONTROLS);
    }
    OwnEstimate told =
        rows.anySoldOut()
            ? censored(flexible)
            : rows.counted()
                ? poisson(foretold)
                : told(flexible, price, flexible.of(log), ones(rows.rows()), Method.DOUBLE_ML);
    return told.by(Method.DOUBLE_ML).withErrorTimes(nuisance.inflation());
  }
}
