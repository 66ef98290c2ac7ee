/**
 * Campaigns: how the total of a stretch with a known end is reached.
 *
 * <p>Question: how much does the rest of a campaign bring, and when? Method: its shape, the share
 * of the total by share of time, is learned from past campaigns of its kind (pooled logs with a
 * prior that grows to a finale), its level from its own course.
 */
package io.tiktoktoe.forecast.campaign;
