/**
 * What can go wrong with income, how much it would cost, and what can be done about it.
 *
 * <p>Question: on whom and on what does income depend, what would a bad month bring, and which
 * action lowers which risk by how much? Methods: bias-corrected Herfindahl-Hirschman index,
 * leave-one-out stress, value at risk and expected shortfall over the forecast's joint futures.
 */
package io.tiktoktoe.risk;
