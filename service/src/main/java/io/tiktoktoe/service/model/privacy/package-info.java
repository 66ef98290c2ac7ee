/**
 * Words of private releases: a plan's cost and errors, a ledger's accounts.
 *
 * <p>Question: what would a release cost, what was spent, and when does it come back?
 */
package io.tiktoktoe.service.model.privacy;
