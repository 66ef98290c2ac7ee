/**
 * The commands that keep a store in order: backup, restore, undo, erase, doctor.
 *
 * <p>Question: is the store whole, and how is it kept so?
 */
package io.tiktoktoe.cli.command.upkeep;
