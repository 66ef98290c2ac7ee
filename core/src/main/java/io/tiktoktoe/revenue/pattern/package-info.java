/**
 * Patterns of a creator's income: hours and weekdays of strength, trends, anomalies with their
 * cause.
 *
 * <p>Question: when is income strong, where is it heading, what was unusual and who made it?
 */
package io.tiktoktoe.revenue.pattern;
