/**
 * The metric tables as records: what the store has rolled up and what the components take.
 *
 * <p>Question: how much of what happened when, where and for whom? Buckets are 15 minutes of UTC,
 * so that the days of every time zone are sums of whole buckets.
 */
package io.tiktoktoe.metric;
