/**
 * Prediction intervals of one series: how errors spread, how they grow with the lead, how they
 * adapt.
 *
 * <p>Question: how wide must a band be to hold as often as it says? Methods: conformal prediction
 * on rolling origins (Romano, Patterson, Candes 2019) and adaptive conformal inference (Gibbs,
 * Candes 2021).
 */
package io.tiktoktoe.forecast.band;
