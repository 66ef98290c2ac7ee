package io.tiktoktoe.audience.lifetime;

import io.tiktoktoe.audience.lifetime.base.Estimate;
import io.tiktoktoe.audience.lifetime.base.PurchaseFit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A model with its maximum-likelihood estimates.
 *
 * @param name as in the literature, such as {@code BG/NBD}
 * @param parameters by their names there; rates are per week
 * @param standardErrors of the parameters (delta method on their logarithms); NaN where the data do
 *     not tell
 * @param logLikelihood without any prior
 * @param customers whom it was fitted to
 * @param weight share in the combined answer, from stacking; the weights of purchase models add up
 *     to 1
 * @param prior whether the few customers were completed by a prior on the parameters
 */
public record FittedModel(
    String name,
    Map<String, Double> parameters,
    Map<String, Double> standardErrors,
    double logLikelihood,
    int customers,
    double weight,
    boolean prior) {

  /** Of estimates that were found as logarithms. */
  static FittedModel of(
      String name, String[] names, Estimate estimate, int customers, double weight) {
    Map<String, Double> parameters = new LinkedHashMap<>();
    Map<String, Double> standardErrors = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i++) {
      double value = Math.exp(estimate.logs()[i]);
      parameters.put(names[i], value);
      standardErrors.put(names[i], value * estimate.errors()[i]);
    }
    return new FittedModel(
        name,
        parameters,
        standardErrors,
        estimate.logLikelihood(),
        customers,
        weight,
        estimate.prior());
  }

  /** Of a purchase model. */
  static FittedModel of(PurchaseFit fit, double weight) {
    return of(
        fit.model().name(), fit.model().parameters(), fit.estimate(), fit.customers(), weight);
  }
}
