/**
 * Differential privacy: what may be published without exposing anyone.
 *
 * <p>Question: how much can anybody learn of one person from what was released, and how much noise
 * keeps that below a limit? Methods: privacy loss distributions (Meiser and Mohammadi 2018; Sommer,
 * Meiser and Mohammadi 2019) made discrete by connecting dots (Doroshenko, Ghazi, Kamath, Kumar and
 * Manurangsi 2022) and composed by fast Fourier transform (Koskela, Jälkö and Honkela 2020); Rényi
 * differential privacy (Mironov 2017); the analytic Gaussian mechanism (Balle and Wang 2018).
 * docs/methods/privacy.md explains each.
 */
package io.tiktoktoe.privacy;
