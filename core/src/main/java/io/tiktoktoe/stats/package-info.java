/**
 * Statistics that more than one component needs, each by one definition.
 *
 * <p>Question: how sure is a number? Methods: sample quantiles (Hyndman and Fan 1996, type 6),
 * bootstrap (Efron 1979, Künsch 1989), jackknife (Quenouille 1956, Tukey 1958), long-run variance
 * (Newey and West 1987, 1994), multiple testing (Holm 1979, Benjamini and Hochberg 1995), exact
 * count and permutation tests, simplex search (Nelder and Mead 1965), quasi-Newton search (BFGS
 * 1970). Distributions come from Commons Statistics; here stands only what it lacks.
 * docs/methods/statistics.md explains each.
 */
package io.tiktoktoe.stats;
