/**
 * A market of one product whose truth is known: who would buy at which price, with whatever else
 * moves demand.
 *
 * <p>Question: what does a rule of pricing earn where the best price is known? Method: discrete
 * simulation of visitors with a willingness to pay of their own; door: {@link
 * io.tiktoktoe.simulation.market.PriceMarket}.
 */
package io.tiktoktoe.simulation.market;
