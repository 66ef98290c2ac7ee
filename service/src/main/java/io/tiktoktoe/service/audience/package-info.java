/**
 * The use cases about fans: lifetime value, segments and their strategy, and allocation of a
 * budget.
 *
 * <p>Question: whom to serve how, and what is that worth? From files without a store, and from the
 * store's fans.
 */
package io.tiktoktoe.service.audience;
