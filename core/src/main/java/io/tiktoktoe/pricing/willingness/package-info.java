/**
 * Willingness to pay: the highest price at which a person would still buy.
 *
 * <p>Question: who would pay how much? Methods: price sensitivity meter (Van Westendorp 1976) with
 * the extension of Newton, Miller and Smith (1993), purchase likelihood over prices (Gabor and
 * Granger 1966), conditional logit (McFadden 1974), one posterior of all sources.
 */
package io.tiktoktoe.pricing.willingness;
