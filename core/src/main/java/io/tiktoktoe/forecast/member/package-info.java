/**
 * The ensemble's members: exponential smoothing, Theta, complex smoothing, dynamic linear model,
 * network.
 *
 * <p>Question: what would each well-known method say next? Methods: ETS (Hyndman et al. 2008),
 * dynamic optimised Theta (Fiorucci et al. 2016), complex exponential smoothing (Svetunkov et al.
 * 2022), Bayesian dynamic linear model with discounting (West, Harrison 1997).
 */
package io.tiktoktoe.forecast.member;
