/**
 * Audience value optimisation: who the audience is, what it is worth and what to do for it.
 *
 * <p>Question: which fans are alike, which will stay, what are they worth, and which actions serve
 * retention, monetization and growth within what the creator can afford? Front door: {@link
 * io.tiktoktoe.audience.AudienceValueOptimizer}; its words are in {@code audience.insight}.
 */
package io.tiktoktoe.audience;
