/**
 * Reads metric records for the components from the tables of the store.
 *
 * <p>Question: what does a component need to know about one creator?
 */
package io.tiktoktoe.store.query;
