/**
 * Small statistical vocabulary shared by all components: intervals, quantiles, resampling.
 *
 * <p>Question: how sure is a number? Distributions and optimisers come from Commons Statistics and
 * Hipparchus; here stands only what they lack.
 */
package io.tiktoktoe.stats;
