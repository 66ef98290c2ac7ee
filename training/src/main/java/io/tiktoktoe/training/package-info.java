/**
 * Training of the core's network on synthetic series.
 *
 * <p>Question: how were the weights made, and how are better ones made? Series are composed of
 * trends, seasons, noise, shocks and zero-inflated sums; the loss is the weighted pinball loss; the
 * optimiser is Adam (Kingma, Ba 2015). Nothing here is shipped.
 */
package io.tiktoktoe.training;
