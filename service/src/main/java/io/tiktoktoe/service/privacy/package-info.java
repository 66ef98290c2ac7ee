/**
 * The use cases of differential privacy: what releases cost, and the noise that a budget asks for.
 *
 * <p>Question: what may be published, and at what price in budget?
 */
package io.tiktoktoe.service.privacy;
