/**
 * Words of the pricing analysis: all that one creator sells, what is known of it, and what to
 * charge.
 *
 * <p>Question: what do prices have to do with each other and with what others charge?
 */
@NullMarked
package io.tiktoktoe.pricing.portfolio;

import org.jspecify.annotations.NullMarked;
