/**
 * Customer-base models: likelihood, gradient, estimates and predictions of purchases in continuous
 * time.
 *
 * <p>Question: with which parameters would customers have bought as these did, and what do they buy
 * then? Numbers in, numbers out, in weeks; the words around them are those of the package above.
 */
package io.tiktoktoe.audience.lifetime.base;
