/**
 * Intermittent demand: series that are mostly zero, and newcomers that borrow from those alike.
 *
 * <p>Question: how often, and how much when? Methods: hurdle models with compound sums; classes of
 * demand interval and variation (Syntetos, Boylan, Croston 2005).
 */
package io.tiktoktoe.forecast.sparse;
