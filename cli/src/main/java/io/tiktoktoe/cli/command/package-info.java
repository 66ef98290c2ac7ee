/**
 * The commands: each parses its options, asks for an answer and prints it.
 *
 * <p>Question: what can be asked on the command line?
 *
 * <p>Those of one field stand in a room of its name; here are what all share and the commands about
 * files of events and series.
 */
package io.tiktoktoe.cli.command;
