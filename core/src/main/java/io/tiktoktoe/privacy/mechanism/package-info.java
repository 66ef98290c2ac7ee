/**
 * Mathematics of private mechanisms, on numbers that are no person's: exact sums, trees of counts,
 * factorisations, chances of selection.
 *
 * <p>Question: which whole numbers are noised, and what is the best estimate from them? Sources:
 * Desfontaines, Voss and Gipson 2022 (selection); Hay, Rastogi, Miklau and Suciu 2010
 * (consistency); Fichtenberger, Henzinger and Upadhyay 2023 (square root of the Toeplitz matrix).
 */
package io.tiktoktoe.privacy.mechanism;
