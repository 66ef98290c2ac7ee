/**
 * Joint predictive distributions: margins, their dependence over leads and series, sample paths.
 *
 * <p>Question: what do days and series bring together, so that sums and totals are right? Method:
 * margins tied by a Gaussian copula (Sklar 1959) whose correlations come from past errors.
 */
package io.tiktoktoe.forecast.future;
