/**
 * The commands: each parses its options, asks for an answer and prints it.
 *
 * <p>Question: what can be asked on the command line?
 */
package io.tiktoktoe.cli.command;
