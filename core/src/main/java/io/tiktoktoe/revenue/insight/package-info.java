/**
 * The words of a revenue report: what {@link io.tiktoktoe.revenue.RevenueAnalytics} takes and
 * gives.
 *
 * <p>Question: what is in a creator's report?
 */
package io.tiktoktoe.revenue.insight;
