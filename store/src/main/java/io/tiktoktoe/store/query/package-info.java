/**
 * Reads metric records for the components from the tables of the store.
 *
 * <p>Question: what does a component need to know about one creator?
 *
 * <p>Flat because the readings of all components share what nobody else may see: day rows, names of
 * dimensions, and conversion at each day's rate.
 */
package io.tiktoktoe.store.query;
