/**
 * What comes next and how sure that is.
 *
 * <p>Question: what will each series bring over the next day, week, month and quarter, with
 * intervals that hold as often as they say? Front door: {@link
 * io.tiktoktoe.forecast.PredictiveAnalyticsEngine}.
 */
package io.tiktoktoe.forecast;
