/**
 * Covariates: effects of holidays, planned days and drivers.
 *
 * <p>Question: what does a special day or another series bring? Method: regression with shrinkage
 * on what the series was without them.
 */
package io.tiktoktoe.forecast.effect;
