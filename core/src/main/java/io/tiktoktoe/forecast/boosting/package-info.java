/**
 * Gradient boosting: one global model of histogram trees over all series.
 *
 * <p>Question: what do all series together know that one does not? Method: regression trees on
 * histograms with Newton leaves (Friedman 2001; Ke et al. 2017).
 */
package io.tiktoktoe.forecast.boosting;
