/**
 * Attribution of payments to contents: touches, the conversion hazard that they raise, and how a
 * payment is divided by it.
 *
 * <p>Question: which part of what a fan paid would not have been paid without which content? A
 * Hawkes-like hazard (each touch raises it for days) fitted by expectation maximisation; Shapley
 * values divide; removal from a Markov chain and the usual rules stand beside.
 */
package io.tiktoktoe.content.attribution;
