/**
 * One call: how it is stopped while others go on.
 *
 * <p>Question: how does a running statement hear that nobody waits for it any more? Method:
 * cooperative cancellation, with the engine's own cancel for statements.
 */
package io.tiktoktoe.call;
