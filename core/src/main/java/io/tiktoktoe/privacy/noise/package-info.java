/**
 * Exact integer noise: discrete Laplace and discrete Gaussian samplers on a secure random source,
 * without a floating-point number anywhere.
 *
 * <p>Question: which whole number hides one person? Source: Canonne, Kamath and Steinke, "The
 * Discrete Gaussian for Differential Privacy", NeurIPS 2020, algorithms 1 to 3.
 */
package io.tiktoktoe.privacy.noise;
