/**
 * Elasticity: how demand answers to price, everything else equal.
 *
 * <p>Question: by how much does the quantity change when the price does? Methods: log-log demand
 * with effects of units (Frisch and Waugh 1933), Poisson pseudo-likelihood (Santos Silva and
 * Tenreyro 2006), censored regression (Tobin 1958), double machine learning (Chernozhukov and
 * others 2018), errors by clusters (Liang and Zeger 1986) or by time (Driscoll and Kraay 1998), a
 * hierarchical prior over products (Lindley and Smith 1972).
 */
package io.tiktoktoe.pricing.elasticity;
