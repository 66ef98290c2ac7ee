/**
 * Forecast combination: members weighed by their rolling-origin losses.
 *
 * <p>Question: whom to believe, for which series, how far ahead? Method: quantile averaging
 * (Vincentization; Lichtendahl, Grushka-Cockayne, Winkler 2013) with weights that minimise pinball
 * loss plus the divergence from prior weights.
 */
package io.tiktoktoe.forecast.blend;
