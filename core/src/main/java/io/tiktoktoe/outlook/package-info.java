/**
 * The words of forecasting: predictive distributions, horizons, scenarios, sample paths and
 * questions.
 *
 * <p>Question: what does a forecast say, and what does it need to be told? A predictive
 * distribution is a grid of quantiles with a mean (Gneiting, Balabdaoui, Raftery 2007); joint
 * futures are sample paths.
 */
package io.tiktoktoe.outlook;
