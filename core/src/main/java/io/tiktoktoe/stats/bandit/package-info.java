/**
 * Bandits: what another rule of choosing would have brought, from a log of choices and their
 * chances.
 *
 * <p>Question: what would have happened under another policy? Methods: inverse propensity scores
 * (Horvitz and Thompson 1952), self-normalised (Swaminathan and Joachims 2015), doubly robust
 * (Dudík, Langford and Li 2011), switched (Wang, Agarwal and Dudík 2017). Front door: {@link
 * io.tiktoktoe.stats.bandit.OffPolicy}. docs/methods/price-tests.md explains each.
 */
package io.tiktoktoe.stats.bandit;
