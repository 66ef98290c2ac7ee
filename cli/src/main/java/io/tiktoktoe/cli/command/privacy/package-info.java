/**
 * The commands {@code privacy ...}: what releases cost and what noise they need.
 *
 * <p>Question: what may be published?
 */
package io.tiktoktoe.cli.command.privacy;
