/**
 * The commands about fans on plain files: lifetime value, segments, influence, allocation.
 *
 * <p>Question: whom to serve how, without a store?
 */
package io.tiktoktoe.cli.command.audience;
