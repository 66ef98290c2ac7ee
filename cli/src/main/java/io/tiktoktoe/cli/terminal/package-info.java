/**
 * The terminal: where answers go, progress, interruption, errors with their exit codes.
 *
 * <p>Question: what does a command see of the world?
 */
package io.tiktoktoe.cli.terminal;
