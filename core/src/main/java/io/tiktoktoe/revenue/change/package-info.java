/**
 * Why income changed: a decomposition into drivers and parts, with sampling errors.
 *
 * <p>Question: which factor (sales, price, mix, fees) and which part made the difference between
 * two periods? Method: the symmetric price-volume-mix decomposition of Bennet 1920.
 */
package io.tiktoktoe.revenue.change;
