/**
 * The use cases about prices: elasticity, willingness to pay, and evaluation of policies.
 *
 * <p>Question: what do past prices and surveys say about what to charge?
 */
package io.tiktoktoe.service.price;
