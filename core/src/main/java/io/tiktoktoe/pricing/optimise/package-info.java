/**
 * Price optimisation: the price that serves net revenue, market share and satisfaction best, within
 * what is allowed.
 *
 * <p>Question: what to charge, and how sure is that? Methods: expected utility over the posterior
 * of willingness to pay, Pareto front (Pareto 1906), constraints by enumeration of prices.
 */
package io.tiktoktoe.pricing.optimise;
