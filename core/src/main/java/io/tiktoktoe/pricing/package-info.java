/**
 * Pricing: what to charge, how sure that is, and a test that cannot hurt much.
 *
 * <p>Question: which price serves a creator and the fans best? Methods: hierarchical Bayes demand,
 * willingness to pay from surveys and history, price optimisation under constraints, Thompson
 * sampling. Front door: {@link io.tiktoktoe.pricing.DynamicPricingEngine}. Sources:
 * docs/methods/elasticity.md, docs/methods/willingness-to-pay.md, docs/methods/price-tests.md.
 */
package io.tiktoktoe.pricing;
