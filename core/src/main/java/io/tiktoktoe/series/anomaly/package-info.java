/**
 * Anomaly detection in a series: spikes, shifts of level, changed shapes and absences.
 *
 * <p>Question: which values did nothing in the past lead one to expect? Methods: SPOT/DSPOT (Siffer
 * et al. 2017), CUSUM, an expectation that does not learn the outlier, evidence pooled over
 * neighbours.
 */
package io.tiktoktoe.series.anomaly;
