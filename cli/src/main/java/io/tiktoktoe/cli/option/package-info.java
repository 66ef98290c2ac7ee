/**
 * Options that several commands share, and where their values come from.
 *
 * <p>Question: how is something said on the command line, in the environment, in a settings file?
 */
package io.tiktoktoe.cli.option;
