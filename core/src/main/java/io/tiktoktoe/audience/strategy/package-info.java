/**
 * Engagement strategy: what to do for which segment of fans within a creator's means, and whether
 * it worked.
 *
 * <p>Question: which actions keep fans, earn and bring new ones, and how sure is it? Methods:
 * doubly robust estimation with cross-fitting (Robins, Rotnitzky and Zhao 1994; Chernozhukov et al.
 * 2018), empirical Bayes towards stated priors (Efron and Morris 1973), lexicographic and
 * epsilon-constraint integer programming on lower bounds of the uplifts. Front doors: {@link
 * io.tiktoktoe.audience.strategy.StrategyPlanner} for a plan, {@link
 * io.tiktoktoe.audience.strategy.Uplifts} for what is known of uplifts, {@link
 * io.tiktoktoe.audience.strategy.PlanScoring} for past plans. docs/methods/strategy.md explains
 * each.
 */
package io.tiktoktoe.audience.strategy;
