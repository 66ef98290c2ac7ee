/**
 * Words of the privacy budget: whose it is, what a release takes from it, what is left and when it
 * comes back.
 *
 * <p>Question: may this still be published? Amounts are whole micro-units, rounded up, so that sums
 * are exact. The durable ledger itself stands in the store.
 */
package io.tiktoktoe.privacy.ledger;
