/**
 * Why income changed: a decomposition into drivers and parts, with sampling errors.
 *
 * <p>Question: which factor (sales, price, mix, fees) and which part made the difference between
 * two periods? Method: logarithmic mean Divisia index (Ang 2004).
 */
package io.tiktoktoe.revenue.change;
