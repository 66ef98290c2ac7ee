/**
 * Risk exposures and stress tests: what may hit a creator's income from outside, and what a told
 * scenario would cost.
 *
 * <p>Question: how often do platforms change the rules and by how much, what do currencies, single
 * contents and late payouts put at risk, and what would "TikTok closes in March" cost? Methods:
 * level breaks common to a platform, Gamma-Poisson rates, multiplicative scenarios over the
 * forecast's joint futures with exact Shapley shares of their parts. Front door: {@link
 * io.tiktoktoe.risk.exposure.ExposureAssessor}.
 */
package io.tiktoktoe.risk.exposure;
