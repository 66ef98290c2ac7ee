/**
 * Numbers in equal steps of time, and their decomposition into season, trend and remainder.
 *
 * <p>Question: which part of a movement is the calendar, which the direction, and which is neither?
 * Methods: STL (Cleveland et al. 1990), MSTL (Bandara, Hyndman, Bergmeir 2021), exponential
 * smoothing. What is unusual is found in the room beside, {@code series.anomaly}.
 */
package io.tiktoktoe.series;
