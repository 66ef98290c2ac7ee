/**
 * The embedded engine: connections, transactions, SQL texts, schema, files of the database.
 *
 * <p>Question: how does a statement run, and what does its failure mean to a user?
 */
package io.tiktoktoe.store.engine;
