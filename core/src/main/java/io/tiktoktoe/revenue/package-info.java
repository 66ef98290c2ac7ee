/**
 * What a creator earns, why it changed, what comes next and what to do.
 *
 * <p>Front door: {@link io.tiktoktoe.revenue.RevenueAnalytics}.
 */
package io.tiktoktoe.revenue;
