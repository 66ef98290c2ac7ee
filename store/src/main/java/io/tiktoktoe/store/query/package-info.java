/**
 * Reads metric records for the components from the tables of the store.
 *
 * <p>Question: what does a component need to know about one creator, or of all people of a
 * platform?
 *
 * <p>Flat because every reading shares the package-private converters and numberings ({@code
 * DailyRates}, {@code Dimensions}, {@code PersonIndex}), which nothing else should use.
 */
package io.tiktoktoe.store.query;
