package io.tiktoktoe.audience.lifetime;

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
    boolean prior) {}
