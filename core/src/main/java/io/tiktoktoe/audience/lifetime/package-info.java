/**
 * Customer lifetime value: who still buys, how often, and for how much.
 *
 * <p>Question: what will each fan bring over a horizon, how sure is it? Methods: customer-base
 * models that "buy till you die" (BG/NBD: Fader, Hardie and Lee 2005; MBG/NBD: Batislam et al.
 * 2007, Hoppe and Wagner 2007; Pareto/NBD: Schmittlein, Morrison and Colombo 1987; regular timing:
 * Platzer and Reutterer 2016), Gamma-Gamma of spend (Fader and Hardie 2013), BG/BB of yearly
 * opportunities (Fader, Hardie and Shang 2010), sBG and beta-discrete-Weibull of subscriptions
 * (Fader and Hardie 2007, Fader et al. 2018); combined by stacking on a held-out log score (Yao et
 * al. 2018). docs/methods/lifetime-value.md explains each.
 */
package io.tiktoktoe.audience.lifetime;
