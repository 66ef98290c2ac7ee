/**
 * Numbers in equal steps of time, and what is in them: season, trend, anomalies.
 *
 * <p>Question: which part of a movement is the calendar, which the direction, and which is neither?
 * Methods: STL (Cleveland et al. 1990), MSTL (Bandara, Hyndman, Bergmeir 2021), exponential
 * smoothing, SPOT/DSPOT (Siffer et al. 2017), CUSUM.
 *
 * <p>Flat because detector and decompositions share seasons, gaps and order statistics, which are
 * package-private.
 */
package io.tiktoktoe.series;
