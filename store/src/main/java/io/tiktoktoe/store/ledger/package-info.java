/**
 * The privacy ledger's files: an append-only chain of records, and witnesses of how far it went.
 *
 * <p>Question: was everything that was spent written down, and is it all still there?
 */
package io.tiktoktoe.store.ledger;
