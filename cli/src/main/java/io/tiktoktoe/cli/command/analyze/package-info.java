/**
 * The commands {@code analyze revenue|audience|risk}: a creator read from the store.
 *
 * <p>Question: what is going on with one creator?
 */
package io.tiktoktoe.cli.command.analyze;
