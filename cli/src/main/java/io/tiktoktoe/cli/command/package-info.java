/**
 * The commands: each parses its options, asks for an answer and prints it.
 *
 * <p>Question: what can be asked on the command line?
 *
 * <p>Flat because each file is one command by itself.
 */
package io.tiktoktoe.cli.command;
