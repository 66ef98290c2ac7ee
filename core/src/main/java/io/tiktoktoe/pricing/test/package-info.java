/**
 * Price tests: learning a price from buyers without losing much on the way.
 *
 * <p>Question: which price is shown to whom, and when is a test decided? Methods: Thompson sampling
 * (1933) over a demand posterior that falls with the price (isotonic projection, Lin and Dunson
 * 2014), always-valid confidence sequences (Robbins 1970), sample ratio checks. Pure functions over
 * records of state; the store keeps them. docs/methods/price-tests.md explains each.
 */
package io.tiktoktoe.pricing.test;
