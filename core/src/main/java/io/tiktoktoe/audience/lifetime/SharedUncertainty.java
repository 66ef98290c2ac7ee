package io.tiktoktoe.audience.lifetime;

import io.tiktoktoe.audience.lifetime.base.CustomerBaseModel;
import io.tiktoktoe.audience.lifetime.base.GroupedSummaries;
import io.tiktoktoe.audience.lifetime.base.PurchaseFit;
import java.util.Arrays;

/**
 * What all customers of a group share: the parameters, the weights of the models and how the
 * business goes. It does not average out over many customers. The choice among the pooled models is
 * each customer's own: their weights are shares of customers, not probabilities that one of them is
 * true for all.
 */
final class SharedUncertainty {

  /** Different customers from which the relative change of a sum is told. */
  private static final int SAMPLE = 4_000;

  /** Length of a step along a direction of uncertainty, in standard deviations. */
  private static final double STEP = .5;

  private final StackedModel model;
  private final GroupedSummaries customers;
  private final double weeks;
  private final int stride;

  SharedUncertainty(StackedModel model, GroupedSummaries customers, double horizonDays) {
    this.model = model;
    this.customers = customers;
    this.weeks = model.weeks(horizonDays);
    this.stride = Math.max(1, customers.groups / SAMPLE);
  }

  /** The relative variance of each group's expected purchases. */
  double[] relative(int[] groupOf, int groups) {
    int models = model.fits().size();
    double[][] totals = new double[models][];
    double[] pooled = new double[groups];
    for (int m = 0; m < models; m++) {
      totals[m] = totals(model.fits().get(m), new double[0], groupOf, groups);
      for (int k = 0; k < groups; k++) {
        pooled[k] += model.weights()[m] * totals[m][k];
      }
    }
    double[] variance = new double[groups];
    for (int m = 0; m < models; m++) {
      addParameters(model.fits().get(m), model.weights()[m], totals[m], variance, groupOf);
    }
    addWeights(variance, groupOf);
    double business = business();
    for (int k = 0; k < groups; k++) {
      variance[k] = pooled[k] > 0 ? variance[k] / (pooled[k] * pooled[k]) + business : 0;
    }
    return variance;
  }

  private void addWeights(double[] variance, int[] groupOf) {
    double[][] draws = model.weightDraws();
    if (draws.length == 0) {
      return;
    }
    double[][] totals =
        model.all().stream()
            .map(fit -> totals(fit, new double[0], groupOf, variance.length))
            .toArray(double[][]::new);
    for (int k = 0; k < variance.length; k++) {
      double sum = 0;
      double squares = 0;
      for (double[] weights : draws) {
        double total = 0;
        for (int m = 0; m < totals.length; m++) {
          total += weights[m] * totals[m][k];
        }
        sum += total;
        squares += total * total;
      }
      variance[k] += Math.max(0, squares - sum * sum / draws.length) / (draws.length - 1);
    }
  }

  private void addParameters(
      PurchaseFit fit, double weight, double[] at, double[] variance, int[] groupOf) {
    int parameters = fit.estimate().logs().length;
    for (int i = 0; i < parameters; i++) {
      double[] direction = new double[parameters];
      direction[i] = STEP;
      double[] moved = totals(fit, direction, groupOf, at.length);
      for (int k = 0; k < at.length; k++) {
        double slope = (moved[k] - at[k]) / STEP;
        variance[k] += weight * slope * slope;
      }
    }
  }

  /**
   * How far the sum of all purchases was off in the part that was held out, where it was further
   * off than chance explains: seasons and campaigns that no model of customers knows.
   */
  private double business() {
    if (model.holdout().isEmpty()) {
      return 0;
    }
    Holdout past = model.holdout().get();
    HoldoutScore score = past.scores().getLast();
    double season = model.seasons().before(past.weeks() * Summarised.UNIT_DAYS);
    double off = Math.log(score.actual() / (score.expected() * season));
    double chance =
        score.rmse() * score.rmse() * past.customers() / (score.actual() * score.actual());
    return off * off > 4 * chance ? off * off - chance : 0;
  }

  private double[] totals(PurchaseFit fit, double[] direction, int[] groupOf, int groups) {
    double[] logs = direction.length == 0 ? fit.estimate().logs() : fit.estimate().drawn(direction);
    CustomerBaseModel.Prediction ahead = fit.model().prediction(logs, weeks);
    double[] means = new double[customers.groups];
    Arrays.fill(means, Double.NaN);
    for (int g = 0; g < means.length; g += stride) {
      means[g] = ahead.mean(customers.x(g), customers.recency(g), customers.age(g));
    }
    double[] totals = new double[groups];
    for (int i = 0; i < groupOf.length; i++) {
      int g = customers.groupOf[i];
      if (g >= 0 && groupOf[i] >= 0 && !Double.isNaN(means[g])) {
        totals[groupOf[i]] += means[g];
      }
    }
    return totals;
  }
}
