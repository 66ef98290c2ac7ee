/**
 * Prices of one creator together: which rows tell of demand, what competitors and own products take
 * from each other, tiers and bundles.
 *
 * <p>Question: what to charge for all that one creator sells? Methods: {@link
 * io.tiktoktoe.pricing.elasticity pooled elasticities}, choice of the largest surplus among tiers
 * (Mussa and Rosen 1978), mixed bundling (Adams and Yellen 1976).
 */
@NullMarked
package io.tiktoktoe.pricing.market;

import org.jspecify.annotations.NullMarked;
