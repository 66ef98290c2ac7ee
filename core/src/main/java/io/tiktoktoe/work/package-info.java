/**
 * How long work runs: on several threads, with progress, and cancelled one call at a time.
 *
 * <p>Question: how far is it, and how is it stopped? Results come in order whatever the number of
 * threads, so that an answer does not depend on the machine.
 */
package io.tiktoktoe.work;
