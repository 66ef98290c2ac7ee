/**
 * Report cards: each measure of a content as a percentile among comparable ones.
 *
 * <p>Question: does this content do well for what it is, and how sure is that? Weighted cohorts of
 * one creator, empirical-Bayes percentiles, completion without the part that length explains.
 */
package io.tiktoktoe.content.card;
