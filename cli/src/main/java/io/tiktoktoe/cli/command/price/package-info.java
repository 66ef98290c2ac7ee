/**
 * The commands about prices: elasticity, willingness to pay, evaluation of price policies.
 *
 * <p>Question: what do prices of the past say?
 */
package io.tiktoktoe.cli.command.price;
