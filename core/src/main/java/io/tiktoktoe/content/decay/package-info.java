/**
 * How attention for contents fades, and what they will have brought in the end.
 *
 * <p>Question: by which age did half of all views come, and what do the first hours tell of the
 * last? An exponential and a power law together, fitted to right-censored ages of all contents of a
 * kind; a best linear predictor of the final logarithm.
 */
package io.tiktoktoe.content.decay;
