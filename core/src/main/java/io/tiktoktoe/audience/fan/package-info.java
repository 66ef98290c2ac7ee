/**
 * What each fan did and will do: features, engagement, retention, churn, worth.
 *
 * <p>Question: how much does each fan care, will they stay, and what are they worth beside others?
 * Empirical Bayes (Robbins 1956), discrete-time hazard (Cox 1972; Allison 1982), cohort retention.
 */
package io.tiktoktoe.audience.fan;
