package io.tiktoktoe.audience.lifetime.base;

import io.tiktoktoe.stats.Bfgs;

/** A customer-base model with its estimates. */
public record PurchaseFit(CustomerBaseModel model, Estimate estimate, int customers) {

  /** Fewer customers than these, or fewer who bought again, are completed by a prior. */
  private static final int FEW_CUSTOMERS = 50;

  private static final int FEW_REPEATERS = 20;

  /** More different customers than these are searched on a part of them first. */
  private static final int MANY = 4_000;

  /** Fits to the customers. O(different customers) an evaluation, some thirty of them. */
  public static PurchaseFit of(CustomerBaseModel model, GroupedSummaries all) {
    int stride = Math.max(1, all.groups / MANY);
    GroupedSummaries part = stride == 1 ? all : all.sample(stride);
    boolean few = all.customers < FEW_CUSTOMERS || all.repeaters() < FEW_REPEATERS;
    Estimate.Prior prior = new Estimate.Prior(model.typical(), model.spread());
    Bfgs.Smooth full = (logs, gradient) -> model.logLikelihood(logs, all, gradient);
    Bfgs.Smooth rough =
        stride == 1 ? full : (logs, gradient) -> model.logLikelihood(logs, part, gradient);
    double weight = stride == 1 ? 1 : all.customers / (double) part.customers;
    Estimate estimate = Estimate.of(full, rough, weight, starts(model, all), prior, few);
    return new PurchaseFit(model, estimate, all.customers);
  }

  /**
   * Typical values at the rate of these customers; customers alike; and customers who either leave
   * at once or never.
   */
  private static double[][] starts(CustomerBaseModel model, GroupedSummaries all) {
    double[] typical = model.typical();
    double rate = Math.max(all.purchases(), .5) / Math.max(all.exposure(), 1e-3);
    typical[1] += Math.log(.06 / rate);
    double[] alike = typical.clone();
    alike[0] += 1.5;
    alike[1] += 1.5;
    if (alike.length == 2) {
      return new double[][] {typical, alike};
    }
    alike[2] -= 1.5;
    double[] divided = {typical[0] + 1, typical[1] + 1, typical[2] - 3, typical[3] - 3};
    return new double[][] {typical, alike, divided};
  }

  public CustomerBaseModel.Prediction prediction(double weeks) {
    return model.prediction(estimate.logs(), weeks);
  }
}
