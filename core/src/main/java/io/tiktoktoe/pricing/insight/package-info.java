/**
 * The words of pricing: answers of surveys, demand as it was observed, elasticities, willingness to
 * pay, price strategies.
 *
 * <p>Question: what is asked of and told about a price? Records only; the door is {@link
 * io.tiktoktoe.pricing.DynamicPricingEngine}. Sources: docs/methods/elasticity.md,
 * docs/methods/willingness-to-pay.md, docs/methods/price-tests.md.
 */
package io.tiktoktoe.pricing.insight;
